/**
 * The JSON at `url`, which is one of the app's own files. Throws with a sentence for the reader that
 * names the data, not the file.
 */
export async function fetchJson(url: string, title: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch {
    throw new Error(`${title} could not be loaded: the connection failed.`);
  }
  if (!response.ok) {
    throw new Error(`${title} could not be loaded: the server answered ${response.status}.`);
  }
  try {
    return await response.json();
  } catch {
    throw new Error(`${title} could not be read: the file is damaged or cut short.`);
  }
}

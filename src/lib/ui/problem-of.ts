/** A message of ours is a sentence, or begins with a file's name; the browser's own are neither. */
const OURS = /^“|[.?!…]["”’)]?$/;

/**
 * What is told to the reader of something that was thrown: our own sentences as they are, and of
 * anything else that it is a fault of the app, with its words for a report of it.
 */
export function problemOf(error: unknown): string {
  const words = (error instanceof Error ? error.message : String(error)).trim();
  if (OURS.test(words)) return words;
  return `The app has a fault here (“${words}”). What you made is kept: reload the page to go on.`;
}

import { DataError } from './read';
import type { SourceText } from './schema';
import { ownTexts, readText } from './texts';

/** The largest file of a text, in bytes of UTF-8: some hundred times the app's own. */
export const MOST_BYTES = 1_000_000;
/** How many texts a reader may add. */
export const MOST_TEXTS = 20;

/**
 * Reads a text that is added to the app's own, from the text of its file.
 *
 * @param file  the file's name, for the messages
 * @throws DataError listing every fault with file, path, what is wrong and what to do
 */
export function readAddedText(json: string, file: string): SourceText {
  const bytes = new TextEncoder().encode(json).length;
  const fault = (path: string, message: string) => new DataError(file, [{ path, message }]);
  if (bytes > MOST_BYTES) {
    throw fault('', `has ${bytes} bytes: at most ${MOST_BYTES} are taken; keep to short gists`);
  }
  const text = readText(parsed(json, fault), file);
  const taken = ownTexts.find(({ id }) => id.toLowerCase() === text.id.toLowerCase());
  if (taken) {
    throw fault('id', `"${text.id}" is the id of a text of the app itself: choose another`);
  }
  return text;
}

function parsed(json: string, fault: (path: string, message: string) => DataError): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw fault('', `is not JSON (${whereIn(json, reason)}): correct it there`);
  }
}

/** The reason that the parser gives, with the line and column where it stopped. */
function whereIn(json: string, reason: string): string {
  const plain = reason.replace(/ \(line \d+ column \d+\)/, '');
  const position = /at position (\d+)/.exec(plain);
  if (!position) return plain;
  const before = json.slice(0, Number(position[1])).split('\n');
  const [line, column] = [before.length, before[before.length - 1].length + 1];
  return `${plain.replace(/ in JSON at position \d+/, '')}, at line ${line}, column ${column}`;
}

/** Whether a file's text is meant as a text of this format: an object with an id and an outline. */
export function isTextFile(json: string): boolean {
  try {
    const data: unknown = JSON.parse(json.replace(/^\uFEFF/, ''));
    return typeof data === 'object' && data !== null && 'id' in data && 'outline' in data;
  } catch {
    return false;
  }
}

import { jsonFault } from '../formats/json-fault';
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
  const data = parsed(json, fault);
  if (Array.isArray(data)) throw fault('', 'is a list: a file holds one text, an object in {}');
  const text = readText(data, file);
  const taken = ownTexts.find(({ id }) => id.toLowerCase() === text.id.toLowerCase());
  if (taken) {
    throw fault('id', `"${text.id}" is the id of a text of the app itself: choose another`);
  }
  return text;
}

function parsed(json: string, fault: (path: string, message: string) => DataError): unknown {
  const plain = json.replace(/^\uFEFF/, '');
  const found = jsonFault(plain);
  if (!found) return JSON.parse(plain);
  const where = `line ${found.line}, column ${found.column}`;
  throw fault(
    '',
    `is not JSON at ${where}: there is ${found.found}, but must be ${found.expected}`
  );
}

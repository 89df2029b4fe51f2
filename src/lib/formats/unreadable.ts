/** What is wrong with a file, as the end of a sentence that begins with its name. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

/** A part of a file that is not as its format wants it. */
export function unsoundAt(where: string, what: string): Unreadable {
  return new Unreadable(`is not sound at ${where}: ${what}.`);
}

/** How deep a file may nest its parts: far deeper than any real one. */
const DEEPEST = 32;

/** Throws an Unreadable for a part at a depth that no real file has. */
export function requireDepth(depth: number, where: string): void {
  if (depth > DEEPEST) throw unsoundAt(where, `nests deeper than ${DEEPEST} levels`);
}

const LONGEST_NAME = 120;

/** The name that a file gives to something, in one line; undefined if it is none. */
export function nameFrom(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const name = String(value)
    .slice(0, 10 * LONGEST_NAME)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const letters = [...name];
  if (letters.length > LONGEST_NAME) return `${letters.slice(0, LONGEST_NAME - 1).join('')}…`;
  return name === '' ? undefined : name;
}

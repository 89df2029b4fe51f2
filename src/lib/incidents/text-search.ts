import { foldLetters } from '../formats/fold';
import { cellText } from './cells-text';
import type { Column, TextColumn } from './table';

const encoder = new TextEncoder();

/** The words of a search, each as it is compared; none for blanks. */
export function wordsOf(text: string): string[] {
  return foldLetters(text).split(/\s+/).filter(Boolean);
}

/**
 * Searches all columns of a table for words, whatever their case and accents. A word is found
 * anywhere in a text; in a column of numbers it must be the number. Texts of plain ASCII are searched
 * as they lie; the others are folded once, at the first search, and held beside them.
 */
export class TextSearch {
  readonly #columns: readonly Column[];
  readonly #rows: number;
  readonly #folded = new Map<TextColumn, FoldedRows>();

  constructor({ rows, columns }: { rows: number; columns: readonly Column[] }) {
    this.#rows = rows;
    this.#columns = columns;
  }

  /** Sets `found[row]` to 1 for the rows in which some column holds a word of `wordsOf`. */
  find(word: string, found = new Uint8Array(this.#rows)): Uint8Array {
    for (const column of this.#columns) {
      if (column.kind === 'number') findNumber(column.values, word, found);
      else if (column.kind === 'category') findCategory(column.names, column.codes, word, found);
      else this.#findText(column, word, found);
    }
    return found;
  }

  #findText(column: TextColumn, word: string, found: Uint8Array): void {
    const needle = encoder.encode(word);
    if (needle.every((byte) => byte < 0x80)) {
      findBytes(column.bytes, column.ends, needle, (row) => (found[row] = 1));
    }
    let folded = this.#folded.get(column);
    if (!folded) this.#folded.set(column, (folded = foldRows(column)));
    const { rows, bytes, ends } = folded;
    findBytes(bytes, ends, needle, (i) => (found[rows[i]] = 1));
  }
}

function findNumber(values: Float64Array, word: string, found: Uint8Array): void {
  const wanted = Number(word);
  if (Number.isNaN(wanted)) return;
  for (let row = 0; row < found.length; row++) if (values[row] === wanted) found[row] = 1;
}

function findCategory(
  names: readonly string[],
  codes: Uint32Array,
  word: string,
  found: Uint8Array
): void {
  const holds = Uint8Array.from(names, (name) => (foldLetters(name).includes(word) ? 1 : 0));
  if (!holds.includes(1)) return;
  for (let row = 0; row < found.length; row++) found[row] |= holds[codes[row]];
}

/** Texts that are not plain ASCII, folded: `rows[i]` ends at `ends[i]`. */
interface FoldedRows {
  rows: Uint32Array;
  bytes: Uint8Array;
  ends: Uint32Array;
}

function foldRows(column: TextColumn): FoldedRows {
  const rows = rowsBeyondAscii(column);
  const parts = rows.map((row) => encoder.encode(foldLetters(cellText(column, row))));
  const ends = new Uint32Array(rows.length);
  let used = 0;
  parts.forEach((part, i) => (ends[i] = used += part.length));
  const bytes = new Uint8Array(used);
  parts.forEach((part, i) => bytes.set(part, ends[i] - part.length));
  return { rows: Uint32Array.from(rows), bytes, ends };
}

function rowsBeyondAscii({ bytes, ends }: TextColumn): number[] {
  const rows: number[] = [];
  let at = 0;
  for (let row = 0; row < ends.length; row++) {
    const end = ends[row];
    while (at < end && bytes[at] < 0x80) at++;
    if (at < end) rows.push(row);
    at = end;
  }
  return rows;
}

/** Each byte as it is compared: capitals of ASCII as small letters. */
const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 65 && byte <= 90 ? byte + 32 : byte
);

/**
 * Finds the texts that hold the needle, which is folded already, by the search of Horspool (Software:
 * Practice and Experience 10, 1980) over all of them at once.
 */
function findBytes(
  bytes: Uint8Array,
  ends: Uint32Array,
  needle: Uint8Array,
  found: (text: number) => void
): void {
  const last = needle.length - 1;
  const skips = new Int32Array(256).fill(needle.length);
  for (let i = 0; i < last; i++) {
    skips[needle[i]] = last - i;
    if (needle[i] >= 97 && needle[i] <= 122) skips[needle[i] - 32] = last - i;
  }
  let text = 0;
  for (let at = last; at < bytes.length;) {
    let back = 0;
    while (back <= last && FOLDED[bytes[at - back]] === needle[last - back]) back++;
    if (back <= last) {
      at += skips[bytes[at]];
      continue;
    }
    const start = at - last;
    while (ends[text] <= start) text++;
    if (at < ends[text]) found(text);
    // One find in a text is enough; a needle across two texts is none.
    at = Math.max(at + 1, ends[text] + last);
  }
}

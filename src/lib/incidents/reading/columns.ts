import type { CategoryColumn, Column, NumberColumn, TextColumn } from '../table';
import { grown } from './growing';
import type { Cell, Tally } from './sheet';
import { isGrouped, isNothing, readNumber, type NumberStyle } from './values/numbers';

/** Distinct texts up to which a column may be one of categories, and how long they may be in all. */
const MOST_CATEGORIES = 20_000;
const MOST_CATEGORY_CHARACTERS = 2_000_000;
/** Cells whose writing is remembered while a column may still turn out to be no numbers. */
const MOST_WRITINGS = 100_000;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The text without the piece of the file that it was cut from, which it would keep in memory. */
export const owned = (text: string) =>
  text.length < 13 ? text : decoder.decode(encoder.encode(text));

/**
 * Gathers the cells of one column as what they are: numbers while every one that is not blank is a
 * number, else categories while they are few, else texts. Memory: 8 bytes a number, 4 a category,
 * 4 and its UTF-8 a text, and as much again at times while an array grows.
 */
export class ColumnBuilder {
  #rows = 0;
  #numbers: Float64Array | null = new Float64Array(1024);
  /** Cells that a number alone does not give back as they were. */
  #writings = new Map<number, string>();
  #codes: Uint32Array | null = null;
  #categories = new Map<string, number>();
  #categoryCharacters = 0;
  #bytes: Uint8Array | null = null;
  #ends: Uint32Array | null = null;
  #used = 0;
  #last: { text: string; code: number } | null = null;
  #grouped = { rows: 0, firstFileRow: 0 };
  #filled = 0;

  constructor(
    private readonly name: string,
    private readonly style: NumberStyle,
    private readonly mended: Tally
  ) {}

  add(cell: Cell, fileRow: number): void {
    if (this.#numbers) this.#addNumber(cell, fileRow);
    else if (this.#codes) this.#addCategory(String(cell));
    else this.#addText(String(cell));
    this.#rows++;
  }

  /** The column; what its numbers had that numbers have not is told in the tally. */
  finish(): Column {
    if (this.#numbers && this.#filled === 0) this.#toCategories();
    if (this.#numbers) {
      const { rows, firstFileRow } = this.#grouped;
      const how = `Separators between thousands were left out in “${this.name}”`;
      if (rows > 0) this.mended.add(how, firstFileRow, rows);
      const values = this.#numbers.slice(0, this.#rows);
      return { kind: 'number', name: this.name, values } satisfies NumberColumn;
    }
    if (this.#codes && this.#isMostlyDistinct()) this.#toTexts();
    if (this.#codes) {
      return {
        kind: 'category',
        name: this.name,
        codes: this.#codes.slice(0, this.#rows),
        names: [...this.#categories.keys()]
      } satisfies CategoryColumn;
    }
    return {
      kind: 'text',
      name: this.name,
      bytes: this.#bytes?.slice(0, this.#used) ?? new Uint8Array(0),
      ends: this.#ends?.slice(0, this.#rows) ?? new Uint32Array(0)
    } satisfies TextColumn;
  }

  #isMostlyDistinct(): boolean {
    const distinct = this.#categories.size;
    return distinct > 20 && distinct * 2 > this.#rows;
  }

  #addNumber(cell: Cell, fileRow: number): void {
    const numbers = (this.#numbers = grown(this.#numbers ?? new Float64Array(0), this.#rows + 1));
    if (cell === '') {
      numbers[this.#rows] = NaN;
      return;
    }
    const number = this.#number(cell);
    if (Number.isNaN(number) && !isNothing(cell)) {
      this.#toCategories();
      this.#addCategory(String(cell));
      return;
    }
    numbers[this.#rows] = number;
    if (Number.isNaN(number)) {
      this.#writings.set(this.#rows, String(cell));
      return;
    }
    this.#filled++;
    if (typeof cell === 'number' || cell === String(number)) return;
    if (isGrouped(cell) && this.#grouped.rows++ === 0) this.#grouped.firstFileRow = fileRow;
    if (this.#writings.size < MOST_WRITINGS) this.#writings.set(this.#rows, owned(cell));
  }

  #number(cell: Cell): number {
    if (typeof cell === 'number') return readNumber(cell, this.style);
    if (this.style.decimal === '.' && isPlain(cell)) return Number(cell);
    return isFaithful(cell) ? readNumber(cell, this.style) : NaN;
  }

  #addCategory(text: string): void {
    const codes = (this.#codes = grown(this.#codes ?? new Uint32Array(0), this.#rows + 1));
    if (this.#last?.text === text) {
      codes[this.#rows] = this.#last.code;
      return;
    }
    let code = this.#categories.get(text);
    if (code === undefined) {
      if (
        this.#categories.size >= MOST_CATEGORIES ||
        this.#categoryCharacters + text.length > MOST_CATEGORY_CHARACTERS
      ) {
        this.#toTexts();
        this.#addText(text);
        return;
      }
      code = this.#categories.size;
      this.#categories.set(owned(text), code);
      this.#categoryCharacters += text.length;
    }
    codes[this.#rows] = code;
    this.#last = { text, code };
  }

  #addText(text: string): void {
    const bytes = grown(this.#bytes ?? new Uint8Array(0), this.#used + text.length * 3);
    this.#bytes = bytes;
    const ends = (this.#ends = grown(this.#ends ?? new Uint32Array(0), this.#rows + 1));
    this.#used += encoder.encodeInto(text, bytes.subarray(this.#used)).written;
    ends[this.#rows] = this.#used;
  }

  #toCategories(): void {
    const numbers = this.#numbers ?? new Float64Array(0);
    const rows = this.#rows;
    this.#numbers = null;
    this.#codes = new Uint32Array(Math.max(1024, rows));
    for (this.#rows = 0; this.#rows < rows; this.#rows++) {
      const number = numbers[this.#rows];
      const text = this.#writings.get(this.#rows) ?? (Number.isNaN(number) ? '' : String(number));
      if (this.#codes) this.#addCategory(text);
      else this.#addText(text);
    }
    this.#writings.clear();
  }

  #toTexts(): void {
    const codes = this.#codes ?? new Uint32Array(0);
    const names = [...this.#categories.keys()];
    const rows = this.#rows;
    this.#codes = null;
    this.#categories.clear();
    for (this.#rows = 0; this.#rows < rows; this.#rows++) this.#addText(names[codes[this.#rows]]);
  }
}

/** Whether a text is a number as JavaScript itself would write it, or nearly; quick to tell. */
function isPlain(text: string): boolean {
  const { length } = text;
  if (length === 0 || length > 14) return false;
  let at = text.charCodeAt(0) === 45 ? 1 : 0;
  if (text.charCodeAt(at) === 48 && at + 1 < length && text.charCodeAt(at + 1) !== 46) return false;
  let digits = 0;
  let points = 0;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits++;
    else if (code === 46) points++;
    else return false;
  }
  return digits > 0 && points <= 1;
}

/** Whether a number can stand for a text: no leading zeros, no exponent, no more than 15 digits. */
function isFaithful(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return digits <= 15 && !/^\s*[-+]?0\d/.test(text) && !/[eE]/.test(text) && !/^\s*\+/.test(text);
}

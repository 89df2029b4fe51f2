import { Unreadable } from '../../formats/unreadable';
import { LONGEST_ROW, MOST_COLUMNS } from './limits';
import type { Tally } from './sheet';

/** A quoted cell beyond these is none: its quote was never closed. A spreadsheet's cell ends at 32,767. */
const LONGEST_QUOTED = 200_000;
const MOST_QUOTED_LINES = 500;

export const LONE_QUOTE = 'A quotation mark that is never closed was taken as part of its cell';
const STRAY_QUOTE = 'A quotation mark within a quoted cell was kept as it is';

interface Parsed {
  cells: string[];
  next: number;
  /** How many line ends it has. */
  lines: number;
}

/**
 * Splits CSV (RFC 4180, with any delimiter) into rows, piece by piece. A quoted cell may hold line
 * breaks; one whose quotation mark is never closed, or is closed only by a mark of another row, is
 * read as if the mark were a letter, so that it takes no other row with it.
 */
export class CsvRows {
  /** The row that comes next, counted from 1, whatever it holds. */
  fileRow = 1;
  /** How many cells a row should have: 0 until the header is known. */
  width = 0;
  readonly #delimiter: string;
  readonly #mended: Tally;
  #text = '';
  #isEnd = false;
  #nextQuote = -2;
  /** Where a quotation mark is a letter. */
  #letters = new Set<number>();
  /** The line on which the row begins. */
  #line = 0;
  /** How far no quotation mark closes a cell, so that it is not looked for again in each row. */
  #closeless = { to: 0, countedTo: 0, line: 0 };

  constructor(delimiter: string, mended: Tally) {
    this.#delimiter = delimiter;
    this.#mended = mended;
  }

  /** Gives each row that is complete to `take`. Throws an Unreadable for a row without an end. */
  push(text: string, take: (cells: string[], fileRow: number) => void): void {
    this.#text += text;
    this.#nextQuote = -2;
    let at = 0;
    while (at < this.#text.length) {
      const row = this.#row(at);
      if (!row) break;
      take(row.cells, this.fileRow++);
      this.#letters.clear();
      this.#line += row.lines;
      at = row.next;
    }
    this.#text = this.#text.slice(at);
    this.#closeless.to -= at;
    this.#closeless.countedTo -= at;
    this.#letters.clear();
    if (this.#text.length > LONGEST_ROW) throw this.#endless();
  }

  end(take: (cells: string[], fileRow: number) => void): void {
    this.#isEnd = true;
    this.push('', take);
  }

  #row(from: number): Parsed | null {
    const text = this.#text;
    const newline = text.indexOf('\n', from);
    if (newline < 0 && !this.#isEnd) return null;
    const end = newline < 0 ? text.length : newline;
    if (end - from > LONGEST_ROW) throw this.#endless();
    if (this.#quoteFrom(from) > end) {
      return { cells: this.#split(from, end), next: end + 1, lines: 1 };
    }
    return this.#quotedRow(from);
  }

  /** Where the next quotation mark is; the text's length if there is none. */
  #quoteFrom(from: number): number {
    if (this.#nextQuote < from) {
      const found = this.#text.indexOf('"', from);
      this.#nextQuote = found < 0 ? Infinity : found;
    }
    return this.#nextQuote;
  }

  #split(from: number, end: number): string[] {
    const to = end > from && this.#text[end - 1] === '\r' ? end - 1 : end;
    return this.#text.slice(from, to).split(this.#delimiter, MOST_COLUMNS + 1);
  }

  #quotedRow(from: number): Parsed | null {
    const cells: string[] = [];
    let at = from;
    for (;;) {
      const isQuoted = this.#text[at] === '"' && !this.#letters.has(at);
      const cell = isQuoted ? this.#quotedCell(at, cells.length) : this.#plainCell(at);
      if (cell === null) return null;
      if (cell === 'letter') {
        this.#letters.add(at);
        this.#mended.add(LONE_QUOTE, this.fileRow);
        continue;
      }
      cells.push(cell.text);
      at = cell.next;
      if (cell.isLast) return { cells, next: at, lines: this.#linesIn(from, at) };
      if (at - from > LONGEST_ROW) throw this.#endless();
    }
  }

  #linesIn(from: number, to: number): number {
    let lines = 0;
    let at = this.#text.indexOf('\n', from);
    for (; at >= 0 && at < to; at = this.#text.indexOf('\n', at + 1)) lines++;
    return lines;
  }

  #plainCell(at: number): { text: string; next: number; isLast: boolean } | null {
    const newline = this.#text.indexOf('\n', at);
    if (newline < 0 && !this.#isEnd) return null;
    const end = newline < 0 ? this.#text.length : newline;
    const delimiter = this.#text.indexOf(this.#delimiter, at);
    if (delimiter >= 0 && delimiter < end) {
      return { text: this.#text.slice(at, delimiter), next: delimiter + 1, isLast: false };
    }
    const to = end > at && this.#text[end - 1] === '\r' ? end - 1 : end;
    return { text: this.#text.slice(at, to), next: end + 1, isLast: true };
  }

  #quotedCell(
    open: number,
    before: number
  ): { text: string; next: number; isLast: boolean } | 'letter' | null {
    const text = this.#text;
    const firstBreak = text.indexOf('\n', open);
    let isLone: boolean | null = null;
    let breaks = 0;
    let countedTo = open;
    let strays = 0;
    let from = open + 1;
    if (this.#closeless.to > from) {
      ({ to: from, countedTo } = this.#closeless);
      breaks = this.#closeless.line - this.#line;
    }
    const without = () => {
      this.#closeless = { to: from, countedTo, line: this.#line + breaks };
      return 'letter' as const;
    };
    for (;;) {
      const quote = text.indexOf('"', from);
      const reached = quote < 0 ? text.length : quote;
      for (let line; (line = text.indexOf('\n', countedTo)) >= 0 && line < reached; breaks++) {
        countedTo = line + 1;
        if (breaks > MOST_QUOTED_LINES) return without();
      }
      if (reached - open > LONGEST_QUOTED) return without();
      if (quote < 0) return this.#isEnd ? 'letter' : null;
      if (quote + 2 >= text.length && !this.#isEnd) return null;
      if (text[quote + 1] === '"') {
        from = quote + 2;
        continue;
      }
      const close = this.#closes(quote);
      if (breaks > 0) isLone ??= this.#isOneLine(open, firstBreak, before);
      if (!close) {
        if (isLone) return 'letter';
        strays++;
        from = quote + 1;
        continue;
      }
      const raw = text.slice(open + 1, quote);
      if (isLone && this.#looksLikeRows(raw)) return 'letter';
      if (strays > 0) this.#mended.add(STRAY_QUOTE, this.fileRow);
      return { text: raw.includes('""') ? raw.replaceAll('""', '"') : raw, ...close };
    }
  }

  /** What follows a quotation mark that closes its cell; null if it closes none. */
  #closes(quote: number): { next: number; isLast: boolean } | null {
    let at = quote + 1;
    while (this.#text[at] === ' ' && this.#delimiter !== ' ') at++;
    if (this.#text[at] === '\r' && (this.#text[at + 1] ?? '\n') === '\n') at++;
    if (at >= this.#text.length) return this.#isEnd ? { next: at, isLast: true } : null;
    if (this.#text[at] === '\n') return { next: at + 1, isLast: true };
    return this.#text[at] === this.#delimiter ? { next: at + 1, isLast: false } : null;
  }

  /** Whether the row is as wide as it should be if it ends at its first line break. */
  #isOneLine(open: number, firstBreak: number, before: number): boolean {
    const rest = this.#text.slice(open + 1, firstBreak);
    return before + cellsIn(rest, this.#delimiter) === this.width;
  }

  /** Whether the lines within a quoted cell are rows of this very table. */
  #looksLikeRows(raw: string): boolean {
    const lines = raw.split('\n');
    const inner = lines.slice(1, -1);
    if (this.width < 3) return false;
    if (inner.length === 0) return cellsIn(lines[1], this.#delimiter) > 1;
    return inner.every((line) => cellsIn(line, this.#delimiter) === this.width);
  }

  #endless(): Unreadable {
    return new Unreadable(
      `has a row ${this.fileRow} of more than ${LONGEST_ROW.toLocaleString('en')} characters: it ` +
        'is no table in lines.'
    );
  }
}

/** How many cells a line has; delimiters between quotation marks part none. */
function cellsIn(line: string, delimiter: string): number {
  let cells = 1;
  let isQuoted = false;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === delimiter && !isQuoted) cells++;
  }
  return cells;
}

import { Unreadable } from '../../formats/unreadable';
import { MOST_COLUMNS } from './limits';
import type { Cell, Row } from './sheet';
import { civilDay, serialDay } from './values/days';
import { XmlReader } from './xml';
import { xmlTexts } from './xlsx-parts';
import { inflated, type ZipEntry } from './zip-entries';

/** What the cells of all sheets refer to. */
export interface Workbook {
  is1904: boolean;
  /** By a cell's style. */
  isDate: boolean[];
  strings: string[];
}

/** The rows of a sheet that hold anything, each at its number. */
export async function* sheetRows(
  entry: ZipEntry | null,
  workbook: Workbook,
  notes: string[],
  meter: { share: number }
): AsyncGenerator<Row[]> {
  if (!entry) return;
  let batch: Row[] = [];
  const cells = new CellReader(workbook, notes, (row) => batch.push(row));
  const reader = new XmlReader({
    open: (name, attributes) => cells.open(name, attributes),
    close: (name, text, path) => cells.close(name, text, path)
  });
  for await (const text of xmlTexts(inflated(entry, meter))) {
    reader.push(text);
    if (batch.length > 0) yield batch;
    batch = [];
  }
  reader.end();
  cells.end();
  if (batch.length > 0) yield batch;
}

class CellReader {
  #row: Row = { fileRow: 0, cells: [] };
  #column = -1;
  #type = 'n';
  #style = 0;
  #value = '';
  #isEmptyFormula = false;
  #emptyFormulas = 0;

  constructor(
    private readonly workbook: Workbook,
    private readonly notes: string[],
    private readonly take: (row: Row) => void
  ) {}

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'row') {
      const fileRow = Number(attributes.get('r') ?? this.#row.fileRow + 1);
      this.#row = { fileRow, cells: [] };
      this.#column = -1;
    } else if (name === 'c') {
      this.#column = columnOf(attributes.get('r')) ?? this.#column + 1;
      if (this.#column >= MOST_COLUMNS) {
        throw new Unreadable(`has more than ${MOST_COLUMNS.toLocaleString('en')} columns.`);
      }
      this.#type = attributes.get('t') ?? 'n';
      this.#style = Number(attributes.get('s') ?? 0);
      this.#value = '';
      this.#isEmptyFormula = false;
    } else if (name === 'f') this.#isEmptyFormula = true;
  }

  close(name: string, text: string, path: readonly string[]): void {
    if (name === 'v') this.#value = text;
    else if (name === 't' && path.includes('is') && !path.includes('rPh')) this.#value += text;
    else if (name === 'c') this.#cell();
    else if (name === 'row' && this.#row.cells.some((cell) => cell !== '')) this.take(this.#row);
  }

  end(): void {
    if (this.#emptyFormulas === 0) return;
    this.notes.push(`Formulas without a reckoned value are blank: ${this.#emptyFormulas}.`);
  }

  #cell(): void {
    const { cells } = this.#row;
    if (this.#value === '') {
      if (this.#isEmptyFormula) this.#emptyFormulas++;
      return;
    }
    while (cells.length < this.#column) cells.push('');
    cells[this.#column] = this.#content();
  }

  #content(): Cell {
    const value = this.#value;
    if (this.#type === 's') return this.workbook.strings[Number(value)] ?? '';
    if (this.#type === 'b') return value === '1' ? 'true' : 'false';
    if (this.#type !== 'n') return value;
    const number = Number(value);
    if (!Number.isFinite(number)) return value;
    return this.workbook.isDate[this.#style] ? dateText(number, this.workbook.is1904) : number;
  }
}

/** The column of a cell's address: 27 of AB12; null without one. */
function columnOf(address: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(address ?? '')?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const two = (number: number) => String(number).padStart(2, '0');

/** A day number as 2025-05-16, with its time if it has one; below 1 a time alone. */
function dateText(serial: number, is1904: boolean): string {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  if (serial >= 0 && serial < 1) return time;
  if (serial < 0 || serial > 2_958_465) return String(serial);
  const [year, month, day] = civilDay(serialDay(serial, is1904));
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return seconds === 0 || seconds === 86_400 ? date : `${date} ${time}`;
}

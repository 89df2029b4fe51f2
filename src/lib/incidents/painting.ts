import { cellText } from './cells-text';
import type { Column, LocatedTable } from './table';

/** So many colours can be told apart; what is rarer is “other”. */
const MOST_CLASSES = 8;

/** How incidents are told apart: the class of each row, and what the classes are. */
export interface Classes {
  /** Index into `labels`. */
  codes: Uint8Array;
  labels: string[];
}

export type ClassesBy = 'side' | 'type' | 'none' | { column: number };

/** The classes of all rows of a table: the most frequent values of a column, or its ranges. */
export function classesOf(table: LocatedTable, by: ClassesBy): Classes {
  if (by === 'side') return sides(table);
  const index = by === 'type' ? table.roles.type : by === 'none' ? undefined : by.column;
  if (index === undefined) return { codes: new Uint8Array(table.rows), labels: ['incidents'] };
  const column = table.columns[index];
  return column.kind === 'number' ? ranges(column.values) : commonest(column, table.rows);
}

function sides({ rows, located }: LocatedTable): Classes {
  const codes = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const offsetKm = located.offsetKm[row];
    codes[row] = offsetKm > 0 ? 0 : offsetKm < 0 ? 1 : 2;
  }
  return { codes, labels: ['Afghan side', 'Pakistani side', 'on the line, or not placed'] };
}

function commonest(column: Exclude<Column, { kind: 'number' }>, rows: number): Classes {
  const { keys, names } =
    column.kind === 'category'
      ? { keys: column.codes, names: column.names }
      : textKeys(column, rows);
  const counts = new Uint32Array(names.length);
  for (let row = 0; row < rows; row++) counts[keys[row]]++;
  const ranked = Array.from(names, (_, key) => key)
    .filter((key) => counts[key] > 0)
    .sort((a, b) => counts[b] - counts[a]);
  const own = ranked.length > MOST_CLASSES ? ranked.slice(0, MOST_CLASSES - 1) : ranked;
  const classOf = new Uint8Array(names.length).fill(own.length);
  own.forEach((key, i) => (classOf[key] = i));
  const labels = own.map((key) => names[key] || 'blank');
  if (ranked.length > own.length) labels.push('other');
  return { codes: Uint8Array.from(keys, (key) => classOf[key]), labels };
}

function textKeys(column: Column, rows: number): { keys: Uint32Array; names: string[] } {
  const numbers = new Map<string, number>();
  const keys = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const text = cellText(column, row);
    const key = numbers.get(text) ?? numbers.size;
    if (key === numbers.size) numbers.set(text, key);
    keys[row] = key;
  }
  return { keys, names: [...numbers.keys()] };
}

/** Five classes of about as many rows each, from quantiles; fewer where values repeat. */
function ranges(values: Float64Array): Classes {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const limits = [0.2, 0.4, 0.6, 0.8].map((share) => quantile(sorted, share));
  const starts = [...new Set(limits)].filter((limit) => limit > sorted[0]);
  const codes = new Uint8Array(values.length);
  let blanks = 0;
  values.forEach((value, row) => {
    if (Number.isNaN(value)) blanks++;
    codes[row] = Number.isNaN(value)
      ? starts.length + 1
      : starts.reduce((at, start, i) => (value >= start ? i + 1 : at), 0);
  });
  const labels = [
    starts.length === 0 ? numberLabel(sorted[0]) : `below ${numberLabel(starts[0])}`,
    ...starts.map((start, i) => {
      const next = starts.at(i + 1);
      return next === undefined || i + 1 === starts.length
        ? `${numberLabel(start)} and more`
        : `${numberLabel(start)} to ${numberLabel(next)}`;
    })
  ];
  if (sorted.length === 0) return { codes: new Uint8Array(values.length), labels: ['blank'] };
  return { codes, labels: blanks > 0 ? [...labels, 'blank'] : labels };
}

/** The value of a sorted array that a share of it does not exceed; NaN for none. */
const quantile = (sorted: Float32Array | Float64Array, share: number): number =>
  sorted.length === 0 ? NaN : sorted[Math.ceil(share * (sorted.length - 1))];

const numberLabel = (value: number) => String(Number(value.toPrecision(6)));

/** How many of some rows are in each class. */
export function countClasses({ codes, labels }: Classes): number[] {
  const counts = new Array<number>(labels.length).fill(0);
  for (const code of codes) counts[code]++;
  return counts;
}

export type SizesBy = 'deaths' | 'none' | { column: number };

/** The largest size stands for this quantile: one massacre does not make all others a dot. */
const LARGEST_AT = 0.995;

/** Sizes of all rows from 0 to 255, by area; blank and negative numbers are 0. */
export function sizesOf(table: LocatedTable, by: SizesBy): Uint8Array {
  const values =
    by === 'none'
      ? null
      : by === 'deaths'
        ? table.deaths?.best
        : numbersOf(table.columns[by.column]);
  const sizes = new Uint8Array(table.rows);
  if (!values) return sizes;
  const sorted = values.filter((value) => value > 0).sort();
  const largest = quantile(sorted, LARGEST_AT);
  values.forEach((value, row) => {
    if (value > 0) sizes[row] = Math.max(1, Math.min(255, Math.round((255 * value) / largest)));
  });
  return sizes;
}

const numbersOf = (column: Column) => (column.kind === 'number' ? column.values : null);

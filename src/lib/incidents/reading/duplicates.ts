import type { Column, IncidentTable } from '../table';
import { RowIndex } from './row-index';

/**
 * The rows that repeat one before them: the same id; or the same days and place and the same notes
 * (in a table without notes, the same in every column but the id).
 */
export function duplicatesOf(table: IncidentTable): Uint32Array {
  return repeatsOf(table, () => true);
}

/** The rows from `firstRow` on that repeat one before it. */
export function repeatsFrom(table: IncidentTable, firstRow: number): Uint32Array {
  return repeatsOf(table, (row, first) => row >= firstRow && first < firstRow);
}

function repeatsOf(
  table: IncidentTable,
  counts: (row: number, first: number) => boolean
): Uint32Array {
  const isDuplicate = new Uint8Array(table.rows);
  for (const key of keysOf(table)) {
    const index = new RowIndex(table.rows);
    for (let row = 0; row < table.rows; row++) {
      if (!key.counts(row)) continue;
      const first = index.firstLike(row, key.hash(row), (other) => key.isSame(row, other));
      if (first !== row && counts(row, first)) isDuplicate[row] = 1;
    }
  }
  const rows: number[] = [];
  isDuplicate.forEach((flag, row) => {
    if (flag === 1) rows.push(row);
  });
  return Uint32Array.from(rows);
}

/** By what rows are held for the same. */
interface Key {
  /** Whether a row has what it takes. */
  counts(row: number): boolean;
  hash(row: number): number;
  isSame(a: number, b: number): boolean;
}

function keysOf(table: IncidentTable): Key[] {
  const { columns, roles } = table;
  const id = roles.id === undefined ? undefined : columns[roles.id];
  const notes = roles.notes === undefined ? undefined : columns[roles.notes];
  const others = columns.filter((column) => column !== id);
  const byContent = notes ? [notes] : others;
  return [
    ...(id ? [keyOf([id])] : []),
    ...(byContent.length > 0 ? [withWhenAndWhere(table, keyOf(byContent))] : [])
  ];
}

function keyOf(columns: Column[]): Key {
  return {
    counts: (row) => columns.some((column) => !isBlank(column, row)),
    hash: (row) => columns.reduce((hash, column) => mixed(hash, hashOf(column, row)), 0x811c9dc5),
    isSame: (a, b) => columns.every((column) => isSameCell(column, a, b))
  };
}

/** The key, and the same days and position. */
function withWhenAndWhere({ firstDay, lastDay, lonLat }: IncidentTable, key: Key): Key {
  const same = (a: number, b: number) => Object.is(lonLat[a], lonLat[b]);
  return {
    counts: key.counts,
    hash: (row) => mixed(mixed(key.hash(row), firstDay[row]), hashOfNumber(lonLat[2 * row])),
    isSame: (a, b) =>
      firstDay[a] === firstDay[b] &&
      lastDay[a] === lastDay[b] &&
      same(2 * a, 2 * b) &&
      same(2 * a + 1, 2 * b + 1) &&
      key.isSame(a, b)
  };
}

const startOf = (ends: Uint32Array, row: number) => (row === 0 ? 0 : ends[row - 1]);

function isBlank(column: Column, row: number): boolean {
  if (column.kind === 'number') return Number.isNaN(column.values[row]);
  if (column.kind === 'category') return column.names[column.codes[row]].trim() === '';
  return startOf(column.ends, row) === column.ends[row];
}

function isSameCell(column: Column, a: number, b: number): boolean {
  if (column.kind === 'number') return Object.is(column.values[a], column.values[b]);
  if (column.kind === 'category') return column.codes[a] === column.codes[b];
  const { bytes, ends } = column;
  const [fromA, fromB] = [startOf(ends, a), startOf(ends, b)];
  const length = ends[a] - fromA;
  if (length !== ends[b] - fromB) return false;
  for (let i = 0; i < length; i++) if (bytes[fromA + i] !== bytes[fromB + i]) return false;
  return true;
}

const mixed = (hash: number, value: number) => Math.imul(hash ^ value, 0x01000193) >>> 0;

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

function hashOfNumber(value: number): number {
  double[0] = value;
  return mixed(mixed(0x811c9dc5, words[0]), words[1] ^ (words[1] >>> 15));
}

function hashOf(column: Column, row: number): number {
  if (column.kind === 'number') return hashOfNumber(column.values[row]);
  if (column.kind === 'category') return column.codes[row];
  let hash = 0x811c9dc5;
  for (let i = startOf(column.ends, row); i < column.ends[row]; i++) {
    hash = Math.imul(hash ^ column.bytes[i], 0x01000193);
  }
  return hash >>> 0;
}

import { cellText, startOf } from './cells-text';
import { repeatsFrom } from './reading/duplicates';
import type { Column, Deaths, IncidentTable } from './table';
import { takeRows } from './take-rows';

const ALREADY_THERE = 'In the table already: the same id, or the same date, place and text';

/** Two tables as one. */
export interface Merged {
  table: IncidentTable;
  /** What of the second was left out, since the first has it. */
  dropped: { why: string; rows: number }[];
}

/** Whether two tables are of one kind: their columns have the same names, in any order. */
export function isSameKind(a: Pick<IncidentTable, 'columns'>, b: Pick<IncidentTable, 'columns'>) {
  const names = (columns: Column[]) =>
    columns
      .map(({ name }) => name)
      .sort()
      .join('\n');
  return names(a.columns) === names(b.columns);
}

/**
 * Adds the rows of a second table of the same kind to a first, without those that the first has
 * already; repeated rows within either are left for the reader to decide on. `fileRow` stays each
 * file's own.
 */
export function merge(first: IncidentTable, second: IncidentTable): Merged {
  const both = joined(first, second);
  const again = repeatsFrom(both, first.rows);
  if (again.length === 0) return { table: both, dropped: [] };
  const isAgain = new Uint8Array(both.rows);
  for (const row of again) isAgain[row] = 1;
  const kept = new Uint32Array(both.rows - again.length);
  let count = 0;
  for (let row = 0; row < both.rows; row++) if (isAgain[row] === 0) kept[count++] = row;
  return {
    table: takeRows(both, kept),
    dropped: [{ why: ALREADY_THERE, rows: again.length }]
  };
}

function joined(a: IncidentTable, b: IncidentTable): IncidentTable {
  const left = [...b.columns];
  return {
    rows: a.rows + b.rows,
    ...joinedRows(a, b),
    columns: a.columns.map((column) => {
      const at = left.findIndex(({ name }) => name === column.name);
      return joinedColumn(column, left.splice(at, 1)[0], a.rows, b.rows);
    }),
    roles: a.roles
  };
}

function joinedRows(a: IncidentTable, b: IncidentTable) {
  const concat = <T extends TypedRows>(of: (table: IncidentTable) => T) =>
    concatenated(of(a), of(b));
  return {
    lonLat: concat(({ lonLat }) => lonLat),
    radiusKm: concat(({ radiusKm }) => radiusKm),
    precision: concat(({ precision }) => precision),
    firstDay: concat(({ firstDay }) => firstDay),
    lastDay: concat(({ lastDay }) => lastDay),
    lasted: concat(({ lasted }) => lasted),
    fileRow: concat(({ fileRow }) => fileRow),
    deaths: joinedDeaths(a, b)
  };
}

function joinedDeaths(a: IncidentTable, b: IncidentTable): Deaths | null {
  if (!a.deaths && !b.deaths) return null;
  const none = ({ rows }: IncidentTable): Deaths => {
    const unknown = new Float32Array(rows).fill(NaN);
    return { best: unknown, low: unknown, high: unknown };
  };
  const [first, second] = [a.deaths ?? none(a), b.deaths ?? none(b)];
  return {
    best: concatenated(first.best, second.best),
    low: concatenated(first.low, second.low),
    high: concatenated(first.high, second.high)
  };
}

function joinedColumn(a: Column, b: Column, rowsA: number, rowsB: number): Column {
  const { name } = a;
  if (a.kind === 'number' && b.kind === 'number') {
    return { kind: 'number', name, values: concatenated(a.values, b.values) };
  }
  if (a.kind === 'category' && b.kind === 'category') {
    const numbers = new Map(a.names.map((text, code) => [text, code]));
    const codeIn = b.names.map((text) => {
      const code = numbers.get(text) ?? numbers.size;
      numbers.set(text, code);
      return code;
    });
    const codes = concatenated(
      a.codes,
      b.codes.map((code) => codeIn[code])
    );
    return { kind: 'category', name, codes, names: [...numbers.keys()] };
  }
  const [first, second] = [asTexts(a, rowsA), asTexts(b, rowsB)];
  const used = first.bytes.length;
  return {
    kind: 'text',
    name,
    bytes: concatenated(first.bytes, second.bytes),
    ends: concatenated(
      first.ends,
      second.ends.map((end) => used + end)
    )
  };
}

/** A column of any kind as texts: where two files disagree on what a column holds, both are text. */
function asTexts(column: Column, rows: number): { bytes: Uint8Array; ends: Uint32Array } {
  if (column.kind === 'text') {
    // Slices that begin and end with the rows, whatever lies around them.
    const used = rows === 0 ? 0 : startOf(column, rows);
    return { bytes: column.bytes.subarray(0, used), ends: column.ends };
  }
  const encoder = new TextEncoder();
  const parts = Array.from({ length: rows }, (_, row) => encoder.encode(cellText(column, row)));
  const ends = new Uint32Array(rows);
  let used = 0;
  parts.forEach((part, row) => (ends[row] = used += part.length));
  const bytes = new Uint8Array(used);
  parts.forEach((part, row) => bytes.set(part, ends[row] - part.length));
  return { bytes, ends };
}

type TypedRows = Float64Array | Float32Array | Int32Array | Uint32Array | Uint8Array;

function concatenated<T extends TypedRows>(a: T, b: T): T {
  const make = a.constructor as new (length: number) => T;
  const whole = new make(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}

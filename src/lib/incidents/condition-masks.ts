import { cellText, startOf } from './cells-text';
import type { Condition, Range } from './filter';
import { maskOf, maskWhere, type Mask } from './mask';
import { NO_DAY, PRECISIONS, type Column, type LocatedTable, type TextColumn } from './table';
import type { TextSearch } from './text-search';
import { wordsOf } from './text-search';

/** What conditions are answered from. */
export interface Searched {
  table: LocatedTable;
  search: TextSearch;
  /** 1 for each row that lies in the zone of a proposal. */
  inZone(proposal: string): Uint8Array;
}

/** The rows that one condition lets through; a blank cell fails every range. */
export function maskFor(condition: Condition, { table, search, inZone }: Searched): Mask {
  const { rows, located } = table;
  switch (condition.by) {
    case 'text':
      return maskOf(holdingWords(wordsOf(condition.words), search, rows));
    case 'values':
      return maskOf(holdingValues(table.columns[condition.column], condition.values, rows));
    case 'range':
      return rangeMask(numbersOf(table.columns[condition.column], rows), condition.range, rows);
    case 'side': {
      const wanted = condition.sides.map((side) => (side === 'afghan' ? 1 : -1));
      return maskWhere(rows, (row) => wanted.includes(Math.sign(located.offsetKm[row]) as 1 | -1));
    }
    case 'distance':
      return rangeMask(located.offsetKm.map(Math.abs), condition.range, rows);
    case 'chainage':
      return rangeMask(located.chainageKm, condition.range, rows);
    case 'deaths':
      return rangeMask(table.deaths?.best ?? new Float32Array(0), condition.range, rows);
    case 'territory': {
      const wanted = Uint8Array.from(located.territories, ({ id, country }) =>
        condition.ids.includes(id) || (country !== '' && condition.ids.includes(country)) ? 1 : 0
      );
      return maskOf(Uint8Array.from(located.territory, (code) => wanted[code]));
    }
    case 'zone':
      return maskOf(inZone(condition.proposal));
    case 'precision': {
      const wanted = Uint8Array.from(PRECISIONS, (precision) =>
        condition.precisions.includes(precision) ? 1 : 0
      );
      return maskOf(table.precision.map((code) => wanted[code]));
    }
    case 'rows': {
      const passes = new Uint8Array(rows);
      for (const row of condition.rows) if (row < rows) passes[row] = 1;
      return maskOf(passes);
    }
    case 'time':
      return timeMask(table, condition.fromDay, condition.toDay);
  }
}

function rangeMask(
  values: Float32Array | Float64Array,
  { least, most }: Range,
  rows: number
): Mask {
  if (least === null && most === null) return maskOf(new Uint8Array(rows).fill(1));
  const low = least ?? -Infinity;
  const high = most ?? Infinity;
  return maskWhere(rows, (row) => values[row] >= low && values[row] <= high);
}

/** A column's numbers; a text that is one counts as one. */
function numbersOf(column: Column, rows: number): Float64Array {
  if (column.kind === 'number') return column.values;
  const numberIn = (text: string) => (text.trim() === '' ? NaN : Number(text));
  if (column.kind === 'category') {
    const numbers = column.names.map(numberIn);
    return Float64Array.from(column.codes, (code) => numbers[code]);
  }
  return Float64Array.from({ length: rows }, (_, row) => numberIn(cellText(column, row)));
}

function holdingWords(words: readonly string[], search: TextSearch, rows: number): Uint8Array {
  const passes = new Uint8Array(rows).fill(1);
  for (const word of words) {
    const found = search.find(word);
    for (let row = 0; row < rows; row++) passes[row] &= found[row];
  }
  return passes;
}

function holdingValues(column: Column, values: readonly string[], rows: number): Uint8Array {
  if (column.kind === 'category') {
    const wanted = new Set(values);
    const isWanted = Uint8Array.from(column.names, (name) => (wanted.has(name) ? 1 : 0));
    return Uint8Array.from(column.codes, (code) => isWanted[code]);
  }
  if (column.kind === 'number') {
    const wanted = new Set(values.map((value) => (value === '' ? NaN : Number(value))));
    return Uint8Array.from(column.values, (value) => (wanted.has(value) ? 1 : 0));
  }
  const passes = new Uint8Array(rows);
  for (const value of values) markTexts(column, new TextEncoder().encode(value), passes);
  return passes;
}

/** Marks the rows whose text is the wanted one, byte by byte. */
function markTexts(column: TextColumn, wanted: Uint8Array, passes: Uint8Array): void {
  const { bytes, ends } = column;
  for (let row = 0; row < ends.length; row++) {
    const start = startOf(column, row);
    if (ends[row] - start !== wanted.length) continue;
    let i = 0;
    while (i < wanted.length && bytes[start + i] === wanted[i]) i++;
    if (i === wanted.length) passes[row] = 1;
  }
}

function timeMask({ rows, firstDay, lastDay }: LocatedTable, fromDay: number, toDay: number): Mask {
  const passes = new Uint8Array(rows);
  const share = new Float32Array(rows);
  let isWhole = true;
  for (let row = 0; row < rows; row++) {
    const first = firstDay[row];
    const last = lastDay[row];
    if (first === NO_DAY || last < fromDay || first > toDay) continue;
    passes[row] = 1;
    const days = Math.min(last, toDay) - Math.max(first, fromDay) + 1;
    const part = days / (last - first + 1);
    share[row] = part;
    if (part < 1) isWhole = false;
  }
  return maskOf(passes, isWhole ? null : share);
}

import { NO_DAY, type LocatedTable } from './table';

export const ORDERS = ['date', 'chainage', 'distance', 'deaths'] as const;
export type Order = (typeof ORDERS)[number];

/** 27 bits for a key's rank among all possible ones beside 26 bits for the row. */
const RANKS = 2 ** 27 - 1;
const MOST_ROWS = 2 ** 26;

/**
 * All rows of a table in an order: the latest first, from the line's south-western end, the nearest
 * to the line first, or the deadliest first. Rows that lack the quantity come last, and rows that
 * are alike stay in the file's order.
 */
export function orderOf(table: LocatedTable, by: Order): Uint32Array {
  const { rows, located, deaths, lastDay } = table;
  switch (by) {
    case 'date':
      return ordered(rows, (row) => (lastDay[row] === NO_DAY ? NaN : -lastDay[row]));
    case 'chainage':
      return ordered(rows, (row) => located.chainageKm[row]);
    case 'distance':
      return ordered(rows, (row) => Math.abs(located.offsetKm[row]));
    case 'deaths':
      return ordered(rows, (row) => (deaths ? -deaths.best[row] : NaN));
  }
}

function ordered(rows: number, key: (row: number) => number): Uint32Array {
  let [least, most] = [Infinity, -Infinity];
  for (let row = 0; row < rows; row++) {
    const value = key(row);
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const scale = (RANKS - 1) / (most - least || 1);
  const packed = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const value = key(row);
    const rank = Number.isNaN(value) ? RANKS : Math.floor((value - least) * scale);
    packed[row] = rank * MOST_ROWS + row;
  }
  return Uint32Array.from(packed.sort(), (number) => number % MOST_ROWS);
}

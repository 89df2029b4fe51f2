import type { Precision } from '../../../incidents/table';
import { decimals } from '../../decimals';

/** How a position is known. */
export const PRECISION_NAMES: Record<Precision, string> = {
  exact: 'at the spot',
  near: 'near a named place',
  region: 'somewhere in a district or province',
  unplaced: 'the country only, or less',
  unknown: 'the file does not say'
};

const LOCALE = 'en';

/** A count of incidents; fractions, of those whose span lies only partly in a bar, to a tenth. */
export function count(value: number): string {
  const digits = Number.isInteger(value) || value >= 100 ? 0 : 1;
  return decimals(value, 0, digits);
}

export function incidents(value: number): string {
  return `${count(value)} ${value === 1 ? 'incident' : 'incidents'}`;
}

/** Bytes to two digits: “3.4 MB”. */
export function bytes(value: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let step = 0;
  let size = value;
  while (size >= 1000 && step < units.length - 1) {
    size /= 1000;
    step++;
  }
  return `${Number(size.toPrecision(2)).toLocaleString(LOCALE)} ${units[step]}`;
}

const MS_PER_DAY = 86_400_000;

/** A day as ISO 8601 has it: “2018-03-01”. */
export function isoDay(day: number): string {
  return new Date(Math.floor(day) * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The day of an ISO date; null where it is none. */
export function dayOf(iso: string): number | null {
  const ms = Date.parse(`${iso}T00:00:00Z`);
  return Number.isFinite(ms) ? Math.floor(ms / MS_PER_DAY) : null;
}

/** A day in words: “1 March 2018”. */
export function dayWords(day: number): string {
  return new Date(Math.floor(day) * MS_PER_DAY).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC'
  });
}

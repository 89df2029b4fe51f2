import type { DayOrder } from '../../mapping';

/** The days since 1970-01-01 in which something lies, both included. */
export interface Days {
  first: number;
  last: number;
}

/** Days from 1970-01-01 to a date of the Gregorian calendar (Hinnant, days_from_civil). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The year, month and day of a day since 1970-01-01. */
export function civilDay(day: number): [year: number, month: number, day: number] {
  const date = new Date(day * 86_400_000);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysOfMonth = (year: number, month: number) =>
  month === 2 && isLeap(year) ? 29 : DAYS_OF_MONTH[month - 1];

/** The days of a date whose day, or month and day, may be 0 for not known; null if there is none. */
export function daysOf(year: number, month: number, day: number): Days | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null;
  if (month === 0 && day === 0)
    return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) };
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  const most = daysOfMonth(year, month);
  if (day === 0) return { first: dayNumber(year, month, 1), last: dayNumber(year, month, most) };
  if (!Number.isInteger(day) || day < 0 || day > most) return null;
  const at = dayNumber(year, month, day);
  return { first: at, last: at };
}

/** Month names in several languages, by their first letters without accents. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fev'],
  ['mar', 'maerz', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'dez', 'dic', 'dis']
];

function monthNamed(word: string): number | null {
  const plain = word
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();
  if (plain.length < 3) return null;
  const found = MONTHS.findIndex((starts) => starts.some((start) => plain.startsWith(start)));
  return found < 0 ? null : found + 1;
}

const TIME = String.raw`(?:(?:T|\s|,)\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[-+]\d{2}:?\d{2})?)?`;
const THREE = new RegExp(String.raw`^(\d{1,4})[-/.\s](\d{1,2})[-/.\s](\d{1,4})\.?${TIME}$`, 'i');
const TWO = /^(\d{1,4})[-/.](\d{1,4})$/;
const DAY_FIRST = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th|\.)?[-/\s]*(?:of\s+|de\s+)?(\p{L}{3,12})\.?,?[-/\s]*(?:de\s+)?(\d{4}|['’]?\d{2})${TIME}$`,
  'iu'
);
const MONTH_FIRST = new RegExp(
  String.raw`^(\p{L}{3,12})\.?[-/\s]*(\d{1,2})(?:st|nd|rd|th)?,?[-/\s]+(\d{4})${TIME}$`,
  'iu'
);
const YEAR_NAMED = new RegExp(
  String.raw`^(\d{4})[-/\s]+(\p{L}{3,12})\.?[-/\s]+(\d{1,2})${TIME}$`,
  'iu'
);
const MONTH_YEAR = /^(\p{L}{3,12})\.?,?[-/\s]*(?:de\s+)?(\d{4}|['’]\d{2})$/iu;
const YEAR_MONTH = /^(\d{4})[-/\s]+(\p{L}{3,12})$/iu;
const WEEKDAY = /^\p{L}{2,12}\.?,\s+(?=\d|\p{L})|^(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*\.?,?\s+/iu;

/**
 * The days of a date as people write them: 2023-01-31, 31.01.2023, 1/31/23, 20230131, 16 May 2025,
 * May 16, 2025, May 2025, 2025-05, 2025, each with or without a time of day, which is left out and
 * shifts nothing; a spreadsheet's day number (1900 system) or a Unix time. Null for anything else,
 * also for a 31 February. `order` decides only where all three parts are numbers.
 */
export function readDays(cell: string | number, order: DayOrder): Days | null {
  if (typeof cell === 'string' && isIsoDay(cell)) {
    return daysOf(+cell.slice(0, 4), +cell.slice(5, 7), +cell.slice(8, 10));
  }
  const text = tidy(cell);
  if (text.length < 4 || text.length > 60) return null;
  return /^\d+$/.test(text) ? digitDays(text) : (numericDays(text, order) ?? namedDays(text));
}

/** Year, month and day apart, each a number, with 0 or nothing for what is not known. */
export function readParts(year: string | number, month: string | number, day: string | number) {
  const part = (cell: string | number) => {
    const text = tidy(cell);
    if (text === '' || Number(text) <= 0) return 0;
    return /^\d+(\.0*)?$/.test(text) ? Number(text) : (monthNamed(text) ?? NaN);
  };
  return daysOf(part(year), part(month), part(month) === 0 ? 0 : part(day));
}

/** 2023-01-31, alone or with a midnight time. */
function isIsoDay(text: string): boolean {
  return (
    (text.length === 10 || (text.length > 10 && text.length < 32 && ISO_MIDNIGHT.test(text))) &&
    ISO_DAY.test(text)
  );
}
const ISO_DAY = /^\d{4}-\d\d-\d\d/;
const ISO_MIDNIGHT = /^.{10}[T ]00:00(:00(\.0+)?)?(Z|[-+]00:?00)?$/;

const tidy = (cell: string | number) =>
  String(cell)
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(WEEKDAY, '');

function digitDays(text: string): Days | null {
  const value = Number(text);
  if (text.length === 4) return daysOf(value, 0, 0);
  if (text.length === 6) return daysOf(+text.slice(0, 4), +text.slice(4), 0);
  if (text.length === 8) return daysOf(+text.slice(0, 4), +text.slice(4, 6), +text.slice(6));
  if (text.length === 5) return single(serialDay(value, false));
  if (text.length === 10) return single(Math.floor(value / 86_400));
  return text.length === 12 || text.length === 13 ? single(Math.floor(value / 86_400_000)) : null;
}

const single = (day: number): Days => ({ first: day, last: day });

/** The day since 1970-01-01 of a spreadsheet's day number, in the 1900 or the 1904 system. */
export function serialDay(serial: number, is1904: boolean): number {
  const whole = Math.floor(serial);
  if (is1904) return whole - 24107;
  // Spreadsheets hold 1900 for a leap year: day 60 is no day.
  return whole - 25569 + (whole < 60 ? 1 : 0);
}

function numericDays(text: string, order: DayOrder): Days | null {
  const three = THREE.exec(text);
  if (three) {
    const [, a, b, c] = three;
    if (a.length > 2) return c.length > 2 ? null : daysOf(+a, +b, +c);
    if (order === 'ymd' || c.length === 3 || b.length > 2) return null;
    const year = fullYear(c);
    return order === 'mdy' ? daysOf(year, +a, +b) : daysOf(year, +b, +a);
  }
  const two = TWO.exec(text);
  if (!two) return null;
  const [, a, b] = two;
  if (a.length === 4 && b.length <= 2) return daysOf(+a, +b, 0);
  return b.length === 4 && a.length <= 2 ? daysOf(+b, +a, 0) : null;
}

function namedDays(text: string): Days | null {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return named(dayFirst[3], dayFirst[2], +dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return named(monthFirst[3], monthFirst[1], +monthFirst[2]);
  const yearFirst = YEAR_NAMED.exec(text);
  if (yearFirst) return named(yearFirst[1], yearFirst[2], +yearFirst[3]);
  const monthYear = MONTH_YEAR.exec(text);
  if (monthYear) return named(monthYear[2], monthYear[1], 0);
  const yearMonth = YEAR_MONTH.exec(text);
  return yearMonth ? named(yearMonth[1], yearMonth[2], 0) : null;
}

function named(year: string, word: string, day: number): Days | null {
  const month = monthNamed(word);
  return month === null ? null : daysOf(fullYear(year.replace(/['’]/, '')), month, day);
}

/** Two digits stand for 1950 to 2049. */
const fullYear = (year: string) => (year.length > 2 ? +year : +year + (+year < 50 ? 2000 : 1900));

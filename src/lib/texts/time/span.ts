/** A stretch of time, in milliseconds since 1970, UTC; `to` is its first moment that is no more. */
export interface Span {
  from: number;
  to: number;
}

/** A time as precisely as it is told. */
export interface ToldSpan extends Span {
  /** "before …": it may begin any time earlier than `from`. */
  opensBefore: boolean;
  /** "after …": it may end any time later than `to`. */
  opensAfter: boolean;
  /** Whether it is told to the day. */
  isDay: boolean;
}

/** How far an open end is drawn, in years: it fades out there and says nothing of where it ends. */
export const FADING_YEARS = 1;

export const DAY_MS = 86_400_000;
export const YEAR_MS = 365.2425 * DAY_MS;

/** The span of one date: a decade `199X`, a year, a month or a day. */
function spanOfDate(date: string): Span {
  const [year, month, day] = date.split('-');
  if (year.endsWith('X')) {
    const first = Number(year.replace('X', '0'));
    return { from: Date.UTC(first, 0), to: Date.UTC(first + 10, 0) };
  }
  const y = Number(year);
  if (!month) return { from: Date.UTC(y, 0), to: Date.UTC(y + 1, 0) };
  const m = Number(month) - 1;
  if (!day) return { from: Date.UTC(y, m), to: Date.UTC(y, m + 1) };
  const from = Date.UTC(y, m, Number(day));
  return { from, to: from + DAY_MS };
}

/**
 * The span of a `When` (see fields.ts). "before 2023-08" ends where August 2023 begins and "after
 * 2025-11-07" begins where that day ends; their open end lies `FADING_YEARS` away.
 */
export function spanOf(when: string): ToldSpan {
  const closed = { opensBefore: false, opensAfter: false, isDay: false };
  const open = /^(before|after) (.*)$/.exec(when);
  if (open) {
    const { from, to } = spanOfDate(open[2]);
    return open[1] === 'before'
      ? { ...closed, from: from - FADING_YEARS * YEAR_MS, to: from, opensBefore: true }
      : { ...closed, from: to, to: to + FADING_YEARS * YEAR_MS, opensAfter: true };
  }
  const [first, last = first] = when.split('/');
  const span = { from: spanOfDate(first).from, to: spanOfDate(last).to };
  return { ...closed, ...span, isDay: span.to - span.from === DAY_MS };
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
];

function wordsOfDate(date: string): string {
  const [year, month, day] = date.split('-');
  if (year.endsWith('X')) return `the ${year.replace('X', '0')}s`;
  const named = month ? `${MONTHS[Number(month) - 1]} ${year}` : year;
  return day ? `${Number(day)} ${named}` : named;
}

/** A `When` in words: "10 August 2023", "March 2022", "the 1990s", "before August 2023". */
export function whenWords(when: string): string {
  const open = /^(before|after) (.*)$/.exec(when);
  if (open) return `${open[1]} ${wordsOfDate(open[2])}`;
  const [first, last] = when.split('/');
  if (last === undefined) return wordsOfDate(first);
  const isSameMonth = first.length === 10 && first.slice(0, 7) === last.slice(0, 7);
  const from = isSameMonth ? String(Number(first.slice(8))) : wordsOfDate(first);
  return `${from} to ${wordsOfDate(last)}`;
}

/** Whether two spans have a moment in common. */
export function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

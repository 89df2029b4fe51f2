import type { Condition } from '../../incidents/filter';

/** The first and the last day of a table, since 1970-01-01. */
export interface Days {
  first: number;
  last: number;
}

/** A window of time, both days included. */
export interface Window {
  fromDay: number;
  toDay: number;
}

export const PRESETS = [
  'all',
  'first-year',
  'last-year',
  'last-5-years',
  'before',
  'after'
] as const;
export type Preset = (typeof PRESETS)[number];

const DAYS_PER_YEAR = 365;

export function isWindow(condition: Condition): condition is Extract<Condition, { by: 'time' }> {
  return condition.by === 'time';
}

/** What a preset makes of the window at hand: “before” is all that was before it began. */
export function presetWindow(preset: Preset, days: Days, now: Window | null): Window | null {
  const back = (years: number) => ({
    fromDay: Math.max(days.first, days.last - years * DAYS_PER_YEAR + 1),
    toDay: days.last
  });
  switch (preset) {
    case 'all':
      return null;
    case 'first-year':
      return { fromDay: days.first, toDay: Math.min(days.last, days.first + DAYS_PER_YEAR - 1) };
    case 'last-year':
      return back(1);
    case 'last-5-years':
      return back(5);
    case 'before':
      return now && now.fromDay > days.first
        ? { fromDay: days.first, toDay: now.fromDay - 1 }
        : now;
    case 'after':
      return now && now.toDay < days.last ? { fromDay: now.toDay + 1, toDay: days.last } : now;
  }
}

/** All days before a day, or from it on; null where there are none. */
export function sideOfDay(side: 'before' | 'from', day: number, days: Days): Window | null {
  const window =
    side === 'before'
      ? { fromDay: days.first, toDay: Math.min(days.last, day - 1) }
      : { fromDay: Math.max(days.first, day), toDay: days.last };
  return window.fromDay <= window.toDay ? window : null;
}

/**
 * The window one step on or back; null at the end of the days. Where there is none yet it begins at
 * the first day. A growing window keeps its beginning.
 */
export function stepped(
  now: Window | null,
  days: Days,
  { by, stepDays, grows }: { by: 1 | -1; stepDays: number; grows: boolean }
): Window | null {
  if (!now) {
    const first = { fromDay: days.first, toDay: days.first + stepDays - 1 };
    return by > 0 ? first : { fromDay: days.last - stepDays + 1, toDay: days.last };
  }
  const toDay = now.toDay + by * stepDays;
  if (by > 0 && now.toDay >= days.last) return null;
  if (grows) return toDay < now.fromDay ? null : { fromDay: now.fromDay, toDay };
  const fromDay = now.fromDay + by * stepDays;
  return by < 0 && toDay < days.first ? null : { fromDay, toDay };
}

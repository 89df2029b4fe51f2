import { expect, test } from 'vitest';
import { presetWindow, sideOfDay, stepped, type Window } from './time-window';

const days = { first: 0, last: 999 };

test('a sliding window passes over all days and stops at the last', () => {
  const seen: Window[] = [];
  let now: Window | null = null;
  for (;;) {
    const next: Window | null = stepped(now, days, { by: 1, stepDays: 365, grows: false });
    if (!next) break;
    seen.push(next);
    now = next;
  }
  expect(seen).toEqual([
    { fromDay: 0, toDay: 364 },
    { fromDay: 365, toDay: 729 },
    { fromDay: 730, toDay: 1094 }
  ]);
});

test('a growing window keeps its beginning, and going back shrinks it', () => {
  const first = stepped(null, days, { by: 1, stepDays: 100, grows: true });
  const second = stepped(first, days, { by: 1, stepDays: 100, grows: true });
  expect(second).toEqual({ fromDay: 0, toDay: 199 });
  expect(stepped(second, days, { by: -1, stepDays: 100, grows: true })).toEqual(first);
});

test('presets are of the table’s own days, and “before” and “after” of the window at hand', () => {
  expect(presetWindow('last-year', days, null)).toEqual({ fromDay: 635, toDay: 999 });
  expect(presetWindow('first-year', days, null)).toEqual({ fromDay: 0, toDay: 364 });
  expect(presetWindow('last-5-years', days, null)).toEqual({ fromDay: 0, toDay: 999 });
  const now = { fromDay: 400, toDay: 500 };
  expect(presetWindow('before', days, now)).toEqual({ fromDay: 0, toDay: 399 });
  expect(presetWindow('after', days, now)).toEqual({ fromDay: 501, toDay: 999 });
  expect(presetWindow('all', days, now)).toBeNull();
});

test('a typed date parts the days; on neither side is a window without days', () => {
  expect(sideOfDay('before', 300, days)).toEqual({ fromDay: 0, toDay: 299 });
  expect(sideOfDay('from', 300, days)).toEqual({ fromDay: 300, toDay: 999 });
  expect(sideOfDay('before', 0, days)).toBeNull();
  expect(sideOfDay('from', 1000, days)).toBeNull();
  expect(sideOfDay('before', 5000, days)).toEqual({ fromDay: 0, toDay: 999 });
});

import { expect, test } from 'vitest';
import type { Bin, Summary } from '../../../../incidents/summary';
import { countedWords, markedBars } from './bars';

const bin = (label: string, afghan: number, pakistan = 0): Bin => ({
  label,
  from: 0,
  to: 1,
  afghan,
  pakistan,
  neither: 0,
  deathsBest: 0
});
const summary = (...bins: Bin[]): Summary => ({ axis: { of: 'deaths' }, bins, leftOut: [] });
const whole = summary(bin('a', 4), bin('b', 2, 1), bin('c', 7));

test('the bars that hold what the map points at are marked, whatever other bars it has', () => {
  expect(markedBars(whole, summary(bin('b', 0, 1)))).toEqual([1]);
  expect(markedBars(whole, summary(bin('a', 0.4), bin('b', 0), bin('c', 0.6)))).toEqual([0, 2]);
  expect(markedBars(whole, null)).toEqual([]);
});

test('with a selection a bar tells how many of it are selected, else how many there are', () => {
  const words = (counted: Summary) => countedWords(whole.bins[1], { whole, counted }, false);
  expect(words(whole)).toBe('2 Afghan side, 1 Pakistani side');
  expect(words(summary(bin('b', 1)))).toBe('1 Afghan side of those selected, out of 3');
  expect(words(summary())).toBe('none of those selected, out of 3');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classLabels, classOf, clusterRadiusPx, countClasses, shortCount } from './cell-features';
import { pieName, pieParts, PARTS } from './pie';

test('a pie’s parts add up, and nothing that is there is left out of it', () => {
  const shares = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(shares, (given) => {
      const parts = pieParts(given);
      const total = given.reduce((a, b) => a + b, 0);
      expect(parts.reduce((a, b) => a + b, 0)).toBe(total > 0 ? PARTS : 0);
      given.forEach((share, i) => expect(parts[i] > 0).toBe(share > 0));
    }),
    { numRuns: process.env.NIGHTLY ? 10_000 : 200 }
  );
});

test('a pie is cut as its shares are, to a twelfth', () => {
  expect(pieParts([1, 1])).toEqual([6, 6]);
  expect(pieParts([3, 1, 0])).toEqual([9, 3, 0]);
  expect(pieParts([1000, 1])).toEqual([11, 1]);
});

test('pies that look alike have one picture', () => {
  const colours = ['#111111', '#222222', '#333333'];
  expect(pieName(pieParts([300, 100, 0]), colours)).toBe(pieName(pieParts([3, 1, 0]), colours));
  expect(pieName([9, 3], colours)).not.toBe(pieName([3, 9], colours));
});

test('counts are told in few signs', () => {
  const told = [0, 7, 940, 999, 1000, 1234, 9949, 9960, 34_400, 999_600, 1_150_000];
  expect(told.map(shortCount)).toEqual([
    '0',
    '7',
    '940',
    '999',
    '1k',
    '1.2k',
    '9.9k',
    '10k',
    '34k',
    '1M',
    '1.1M'
  ]);
});

test('classes begin at round numbers, hold every count, and are few', () => {
  expect(countClasses([])).toEqual([]);
  expect(countClasses([1, 1, 1])).toEqual([1]);
  expect(classLabels(countClasses([1, 3, 7]))).toEqual(['1', '2–4', '5 and more']);
  for (const most of [1, 9, 84, 1200, 45_000, 1_000_000]) {
    const classes = countClasses([1, most]);
    expect(classes.length).toBeLessThanOrEqual(5);
    expect(classes[0]).toBe(1);
    expect(classOf(1, classes)).toBe(0);
    expect(classOf(most, classes)).toBe(classes.length - 1);
  }
});

test('a cluster’s disc grows with its count, and has room for it', () => {
  expect(clusterRadiusPx(10)).toBeGreaterThan(clusterRadiusPx(2));
  expect(clusterRadiusPx(1_000_000)).toBeLessThanOrEqual(32);
});

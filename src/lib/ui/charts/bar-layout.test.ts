import { expect, test } from 'vitest';
import { barAt, layoutBars, partsOf, spanOf, type Bar } from './bar-layout';

const bar = (from: number, afghan: number, pakistan: number, neither = 0): Bar => ({
  from,
  to: from + 10,
  afghan,
  pakistan,
  neither
});
const bars = [bar(0, 4, 1), bar(10, 0, 2, 1), bar(20, 7, 0)];
const size = { widthPx: 400, heightPx: 200 };

test('stacked bars fit, and both sides of mirrored ones do', () => {
  const stacked = layoutBars(size, { from: 0, to: 30 }, bars, false);
  expect(stacked.zero).toBe(stacked.plot.bottom);
  expect(stacked.y(7)).toBeGreaterThanOrEqual(stacked.plot.top);
  const mirrored = layoutBars(size, { from: 0, to: 30 }, bars, true);
  expect(mirrored.y(7)).toBeGreaterThanOrEqual(mirrored.plot.top);
  expect(mirrored.y(-2)).toBeLessThanOrEqual(mirrored.plot.bottom);
  expect(mirrored.zero).toBeLessThan(mirrored.plot.bottom);
});

test('counts on the axis are whole numbers', () => {
  const { countTicks } = layoutBars(size, { from: 0, to: 30 }, [bar(0, 1, 0)], false);
  expect(countTicks.map(({ text }) => text)).toEqual(['0', '1']);
});

test('the parts of a stacked bar add up to it, without gaps', () => {
  const parts = partsOf(bars[1], false);
  expect(parts.map(({ from }) => from)).toEqual([0, 0, 2]);
  expect(parts.at(-1)?.to).toBe(3);
});

test('a pixel finds its bar, and a drag over bars the interval that they span', () => {
  const { x, valueAt } = layoutBars(size, { from: 0, to: 30 }, bars, false);
  expect(barAt(bars, valueAt(x(14)))).toBe(1);
  expect(barAt(bars, valueAt(9999))).toBe(2);
  expect(spanOf(bars, 2, 1)).toEqual({ from: 10, to: 30 });
});

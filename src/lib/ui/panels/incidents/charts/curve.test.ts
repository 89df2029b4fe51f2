import { expect, test } from 'vitest';
import { curveRows, halfWithin, sharesCsv, within } from './curve';

const curve = {
  afghanKm: Float32Array.of(1, 2, 8, 30),
  pakistanKm: Float32Array.of(3, 40)
};

test('counts what lies within a distance, its edge included', () => {
  expect(within(curve, 0.5)).toEqual({ afghan: 0, pakistan: 0, both: 0 });
  expect(within(curve, 8)).toEqual({ afghan: 3, pakistan: 1, both: 4 });
  expect(within(curve, 1000)).toEqual({ afghan: 4, pakistan: 2, both: 6 });
});

test('half of all incidents lie within the distance that is told', () => {
  const half = halfWithin(curve) ?? NaN;
  expect(half).toBe(3);
  expect(within(curve, half).both).toBe(3);
  expect(halfWithin({ afghanKm: new Float32Array(), pakistanKm: new Float32Array() })).toBeNull();
});

test('the curve rises to all, in rows and as CSV', () => {
  const rows = curveRows(curve, 50, 10);
  expect(rows.map(({ both }) => both)).toEqual([0, 3, 4, 4, 4, 4, 5, 5, 6, 6, 6]);
  const lines = sharesCsv(curve, 50).trim().split('\r\n');
  expect(lines.at(-1)).toBe('50,4,2,6,1');
});

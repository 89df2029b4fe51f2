import { expect, test } from 'vitest';
import { points } from '../../../../tests/fixtures/incidents/points';
import { LOOKS, markRadiusPx, markScale, packMarks } from './mark';
import { markVertex, markFragment } from './shaders';

const looksOf = (packed: Uint8Array) =>
  Array.from({ length: packed.length / 4 }, (_, row) => LOOKS[packed[4 * row + 2]]);

test('each precision has a look of its own, and what has no position is not drawn', () => {
  const at: [number, number] = [69, 33];
  const packed = packMarks(
    points([
      { at, precision: 'exact', radiusKm: 1, colour: 3, size: 200 },
      { at, precision: 'near', radiusKm: 5 },
      { at, precision: 'region', radiusKm: 25 },
      { at, precision: 'unplaced', radiusKm: 500 },
      { at, precision: 'unknown', radiusKm: NaN },
      { at: null, precision: 'exact', radiusKm: 1 }
    ])
  );
  expect(looksOf(packed)).toEqual(['solid', 'ringed', 'hollow', 'absent', 'pale', 'absent']);
  expect([...packed.subarray(0, 2)]).toEqual([3, 200]);
});

test('the shaders know the looks by these numbers', () => {
  expect(LOOKS).toEqual(['solid', 'ringed', 'hollow', 'absent', 'pale']);
  expect(markVertex).toContain('a_mark.z == 3.0');
  expect(markVertex).toContain('v_look == 1.0');
  for (const look of ['1.0', '2.0', '4.0']) expect(markFragment).toContain(`v_look == ${look}`);
});

test('the area of a mark, and not its radius, grows evenly with what it stands for', () => {
  const area = (size: number) => markRadiusPx(size) ** 2;
  expect(area(255) - area(170)).toBeCloseTo(area(85) - area(0), 9);
});

test('marks shrink as they become many, and grow as the reader comes closer', () => {
  expect(markScale(300, 5)).toBe(1);
  expect(markScale(1e6, 5)).toBeLessThan(markScale(2e5, 5));
  expect(markScale(1e6, 12)).toBeGreaterThan(markScale(1e6, 7));
  expect(markScale(1e9, 0)).toBeGreaterThan(0.3);
});

import { expect, test } from 'vitest';
import type { Curve } from './outline';
import { thicknessOf, untangle } from './untangle';

const curve = (...points: [x: number, y: number][]): Curve => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y)
});
const THICKNESS_KM = 1e-3;

/** With the zone on the left of a curve, so above one that runs to the right. */
test('a bay whose shores cross each other at its mouth becomes a hole', () => {
  const bay = curve(
    [0, 0],
    [4, 0],
    [7, 1],
    [3, 2],
    [3, 5],
    [9, 5],
    [9, 2],
    [5, 1],
    [8, 0],
    [12, 0]
  );
  const [rest, ...holes] = untangle(bay, THICKNESS_KM);
  expect(Array.from(rest.x)).toEqual([0, 4, 6, 8, 12]);
  expect(holes).toHaveLength(1);
  expect(Math.min(...holes[0].y)).toBe(1.25);
  expect(thicknessOf(holes[0])).toBeLessThan(0);
});

test.each([
  ['to the right, outside the zone', -3],
  ['to the left, over what the zone covers anyway', 3]
])('a loop %s, is no hole', (_, y) => {
  const loop = curve([0, 0], [6, 0], [6, y], [3, y], [3, -y], [12, -y]);
  expect(untangle(loop, THICKNESS_KM).map((piece) => Array.from(piece.x))).toEqual([[0, 3, 3, 12]]);
});

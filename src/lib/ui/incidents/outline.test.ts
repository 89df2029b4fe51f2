import { expect, test } from 'vitest';
import { distanceKm } from '../../geodesy/geodesic';
import { boxCorners, closed, isNear, pixelDeg } from './outline';
import { boundsAround } from './reach';

test('a box has its four corners whichever two are given', () => {
  const corners = boxCorners([70, 33], [69, 34]);
  expect(new Set(corners.map(String))).toEqual(new Set(['70,33', '69,33', '69,34', '70,34']));
  expect(closed(corners)).toHaveLength(5);
});

test('corners are near each other by pixels, as wide north as south', () => {
  const reach = 10 * pixelDeg(8);
  expect(isNear([69, 33], [69 + 9 * pixelDeg(8), 33], reach)).toBe(true);
  expect(isNear([69, 33], [69 + 11 * pixelDeg(8), 33], reach)).toBe(false);
  const north = pixelDeg(8) * Math.cos((33 * Math.PI) / 180);
  expect(isNear([69, 33], [69, 33 + 9 * north], reach)).toBe(true);
  expect(isNear([69, 33], [69, 33 + 11 * north], reach)).toBe(false);
});

test('going to an incident shows its whole circle', () => {
  const [[west, south], [east, north]] = boundsAround([69, 33], 25);
  expect(distanceKm([69, 33], [69, north])).toBeCloseTo(25, 6);
  expect(distanceKm([69, 33], [69, south])).toBeCloseTo(25, 6);
  expect(east - west).toBeGreaterThan(north - south);
});

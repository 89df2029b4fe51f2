import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bearingDeg,
  densify,
  destination,
  destinations,
  distanceKm,
  lengthKm,
  waypoints
} from './geodesic';
import type { LonLat } from './position';

const lonLat = fc.tuple(
  fc.double({ min: 55, max: 80, noNaN: true }),
  fc.double({ min: 20, max: 45, noNaN: true })
);

test('a quarter of the meridian and a degree of the equator have their published lengths', () => {
  expect(distanceKm([0, 0], [0, 90])).toBeCloseTo(10001.965729, 6);
  expect(distanceKm([0, 0], [1, 0])).toBeCloseTo(111.319490793, 8);
});

test('bearings are clockwise from north, from 0 up to 360', () => {
  expect(bearingDeg([70, 30], [70, 31])).toBe(0);
  expect(bearingDeg([0, 0], [1, 0])).toBeCloseTo(90, 9);
  expect(bearingDeg([0, 0], [-1, 0])).toBeCloseTo(270, 9);
});

test('a destination lies at the asked distance in the asked direction', () => {
  fc.assert(
    fc.property(
      lonLat,
      fc.double({ min: 0, max: 359.9, noNaN: true }),
      fc.double({ min: 0.01, max: 5000, noNaN: true }),
      (from, bearing, km) => {
        const to = destination(from, bearing, km);
        expect(distanceKm(from, to)).toBeCloseTo(km, 9);
        const turn = Math.abs(((bearingDeg(from, to) - bearing + 540) % 360) - 180);
        expect(turn).toBeLessThan(1e-6);
      }
    )
  );
});

test('positions along one geodesic are its destinations, forwards and backwards', () => {
  const from: LonLat = [179, 40];
  const distancesKm = [-300, -1, 0, 0.5, 150, 4000];
  destinations(from, 70, distancesKm).forEach((position, i) => {
    const [lon, lat] = destination(from, 70, distancesKm[i], { unroll: true });
    expect(position[0]).toBeCloseTo(lon, 12);
    expect(position[1]).toBeCloseTo(lat, 12);
  });
});

test('the way points of a geodesic lie at their distances on the way to its end', () => {
  const [a, b]: LonLat[] = [
    [60.9, 29.9],
    [74.6, 37]
  ];
  const [point] = waypoints(a, b, [500]);
  expect(distanceKm(a, point.position)).toBeCloseTo(500, 9);
  expect(point.bearingDeg).toBeCloseTo(bearingDeg(point.position, b), 9);
});

test('densifying keeps the given vertices and the length, and no step is too long', () => {
  fc.assert(
    fc.property(
      fc.array(lonLat, { minLength: 2, maxLength: 5 }),
      fc.double({ min: 10, max: 900, noNaN: true }),
      (line, maxStepKm) => {
        const dense = densify(line, maxStepKm);
        expect(dense).toEqual(expect.arrayContaining(line));
        expect(lengthKm(dense)).toBeCloseTo(lengthKm(line), 7);
        const steps = dense.slice(1).map((b, i) => distanceKm(dense[i], b));
        expect(Math.max(...steps)).toBeLessThanOrEqual(maxStepKm * (1 + 1e-9));
      }
    ),
    { numRuns: 30 }
  );
});

test('a step that is no length is refused', () => {
  expect(() => densify([[60, 30]], 0)).toThrow(RangeError);
  expect(() => densify([[60, 30]], NaN)).toThrow(/longest step is NaN km/);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { geodesicCircle } from './circle';
import { distanceKm } from './geodesic';
import type { LonLat } from './position';

test('every vertex lies at the radius, and the ring is closed', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -80, max: 80, noNaN: true }),
      fc.double({ min: 0.01, max: 500, noNaN: true }),
      (lon, lat, radiusKm) => {
        const [ring] = geodesicCircle([lon, lat], radiusKm, 16).coordinates as LonLat[][];
        expect(ring[16]).toEqual(ring[0]);
        for (const vertex of ring) {
          expect(distanceKm([lon, lat], vertex)).toBeCloseTo(radiusKm, 8);
        }
      }
    )
  );
});

test('the ring runs counter-clockwise, as GeoJSON wants it', () => {
  const [ring] = geodesicCircle([70, 33], 20).coordinates;
  const twiceArea = ring
    .slice(1)
    .reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0);
  expect(twiceArea).toBeGreaterThan(0);
});

test('a circle over the antimeridian stays in one piece', () => {
  const [ring] = geodesicCircle([179.9, 10], 100).coordinates;
  const lons = ring.map(([lon]) => lon);
  expect(Math.max(...lons) - Math.min(...lons)).toBeLessThan(2);
});

test.each([0, -1, NaN, Infinity])('a radius of %d km is refused', (radiusKm) => {
  expect(() => geodesicCircle([70, 33], radiusKm)).toThrow(/radius is .* km/);
});

test.each([2, 4.5])('a circle of %d steps is refused', (steps) => {
  expect(() => geodesicCircle([70, 33], 1, steps)).toThrow(/steps/);
});

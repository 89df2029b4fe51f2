import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chordToArcM, curvatureRadiusM, ecefLat, ecefLon, toEcef } from './ellipsoid';
import { destination, distanceKm } from './geodesic';
import type { LonLat } from './position';

const anyLonLat = fc.tuple(
  fc.double({ min: -179.9, max: 179.9, noNaN: true }),
  fc.double({ min: -89, max: 89, noNaN: true })
);

function ecef([lon, lat]: LonLat): [number, number, number] {
  const point = new Float64Array(3);
  toEcef(lon, lat, point, 0);
  return [point[0], point[1], point[2]];
}

test('the equator and the pole lie at the ellipsoid’s semi-axes', () => {
  expect(ecef([0, 0])[0]).toBe(6378137);
  expect(ecef([0, 90])[2]).toBeCloseTo(6356752.314245, 6);
});

test('a position survives the way to earth-centred coordinates and back', () => {
  fc.assert(
    fc.property(anyLonLat, ([lon, lat]) => {
      const [x, y, z] = ecef([lon, lat]);
      expect(ecefLon(x, y)).toBeCloseTo(lon, 11);
      expect(ecefLat(x, y, z)).toBeCloseTo(lat, 11);
    })
  );
});

test.each([
  [1, 1e-11],
  [100, 1e-9],
  [300, 1e-7]
])('a chord gives the geodesic of %d km to within %d km', (km, errorKm) => {
  fc.assert(
    fc.property(anyLonLat, fc.double({ min: 0, max: 360, noNaN: true }), (from, bearing) => {
      const to = destination(from, bearing, km);
      const [ax, ay, az] = ecef(from);
      const [bx, by, bz] = ecef(to);
      const chord: [number, number, number] = [bx - ax, by - ay, bz - az];
      const middle: [number, number, number] = [(ax + bx) / 2, (ay + by) / 2, (az + bz) / 2];
      const arcKm = chordToArcM(Math.hypot(...chord), curvatureRadiusM(...middle, ...chord)) / 1000;
      expect(Math.abs(arcKm - distanceKm(from, to))).toBeLessThan(errorKm);
    })
  );
});

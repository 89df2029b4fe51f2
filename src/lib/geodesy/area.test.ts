import geographiclib from 'geographiclib-geodesic';
import { expect, test } from 'vitest';
import { areaKm2, areaSumsKm2 } from './area';
import { geodesicCircle } from './circle';
import { flatPath } from './flat-path';
import { densify } from './geodesic';
import type { LonLat } from './position';

function geographicLibKm2(ring: readonly number[][]): number {
  const polygon = geographiclib.Geodesic.WGS84.Polygon(false);
  for (const [lon, lat] of ring.slice(1)) polygon.AddPoint(lat, lon);
  return (polygon.Compute(false, true).area ?? NaN) / 1e6;
}

test.each([1, 10, 100])('gives the area of a circle of %d km as GeographicLib does', (radiusKm) => {
  const circle = geodesicCircle([70, 34], radiusKm, 360);
  expect(areaKm2(circle) / geographicLibKm2(circle.coordinates[0])).toBeCloseTo(1, 5);
});

test('takes holes off, and adds up separate polygons', () => {
  const outer = geodesicCircle([70, 34], 20).coordinates[0];
  const hole = geodesicCircle([70, 34], 5).coordinates[0];
  const whole = areaKm2({ type: 'Polygon', coordinates: [outer] });
  const holed = areaKm2({ type: 'Polygon', coordinates: [outer, [...hole].reverse()] });
  const holeAlone = areaKm2({ type: 'Polygon', coordinates: [hole] });
  expect(holed).toBeCloseTo(whole - holeAlone, 9);
  expect(areaKm2({ type: 'MultiPolygon', coordinates: [[outer], [hole]] })).toBeCloseTo(
    whole + holeAlone,
    9
  );
});

test('adds up along a path, so that parts of a ring can be measured apart', () => {
  const corners: LonLat[] = [
    [65, 30],
    [70, 31],
    [68, 35],
    [65, 30]
  ];
  const ring = densify(corners, 5);
  const sums = areaSumsKm2(flatPath(ring));
  const middle = Math.floor(ring.length / 2);
  const second = areaSumsKm2(flatPath(ring.slice(middle)));
  expect(sums[middle] + second[second.length - 1]).toBeCloseTo(sums[ring.length - 1], 6);
  expect(sums[ring.length - 1] / geographicLibKm2(ring)).toBeCloseTo(1, 5);
});

import geographiclib from 'geographiclib-geodesic';
import type { Point, Polygon, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { parsePosition } from '../formats/coordinates';
import type { LonLat } from '../geodesy/position';
import { createBorder } from './border';
import { rulerGeoJson } from './ruler-geojson';
import { rulerText } from './ruler-text';
import { stationPath } from './stationed-path';

/** A line straight north along 70° east, so that stations can be told by hand. */
const border = createBorder([
  [70, 33],
  [70, 35]
]);
const triangle: LonLat[] = [
  [70.5, 33.5],
  [69.5, 34],
  [70, 34.5]
];
const bow: LonLat[] = [
  [70, 33],
  [71, 34],
  [71, 33],
  [70, 34]
];
const measured = (positions: LonLat[]) => stationPath(border, positions);

describe('a measured path as text', () => {
  // The legs' figures were checked by Vincenty's inverse formula.
  test('gives each vertex its station and each leg its bearings', () => {
    expect(rulerText(measured(triangle))).toBe(
      [
        '1. 33.50000, 70.50000',
        '   chainage 55.566 km, 46.461 km from the line, Pakistani side',
        '   to 2: 107.983 km, bearing 301.2°, at its end 300.6°',
        '2. 34.00000, 69.50000',
        '   chainage 111.026 km, 46.192 km from the line, Afghan side',
        '   to 3: 72.093 km, bearing 39.6°, at its end 39.8°',
        '3. 34.50000, 70.00000',
        '   chainage 166.377 km, on the line',
        'Length 180.076 km',
        'Geodesics on WGS 84; bearings clockwise from north',
        ''
      ].join('\n')
    );
  });

  test('can be closed, and in another unit', () => {
    const unit = { label: 'mi', perKm: 1 / 1.609344 };
    const path = measured(triangle);
    const { perimeterKm, areaKm2 } = path.measure;
    const text = rulerText(path, { unit, closed: true });
    expect(text).toMatch(/\n {3}to 1: [\d.]+ mi, bearing/);
    const perimeter = Number(/Perimeter ([\d.]+) mi\n/.exec(text)?.[1]);
    expect(perimeter * 1.609344).toBeCloseTo(perimeterKm ?? NaN, 2);
    const area = Number(/Area ([\d.]+) mi²\n/.exec(text)?.[1]);
    expect(area * 1.609344 ** 2).toBeCloseTo(areaKm2 ?? NaN, 0);
  });

  test('has coordinates that can be typed in again', () => {
    const lines = rulerText(measured(triangle)).split('\n');
    const typed = lines.flatMap((line) => /^\d\. (.*)/.exec(line)?.[1] ?? []);
    expect(typed.map(parsePosition)).toMatchObject(triangle.map((position) => ({ position })));
  });

  test('gives no area to a polygon that crosses itself', () => {
    const text = rulerText(measured(bow), { closed: true });
    expect(text).toContain('Area none: the polygon crosses or touches itself');
  });

  test('of one position is its station alone', () => {
    expect(
      rulerText(measured([[70, 34]]), { closed: true })
        .split('\n')
        .slice(0, 3)
    ).toEqual(['1. 34.00000, 70.00000', '   chainage 110.913 km, on the line', 'Length 0.000 km']);
  });
});

describe('a measured path as GeoJSON', () => {
  test('is a line along the geodesics, then its vertices with their stations', () => {
    const path = measured(triangle);
    const [line, ...vertices] = rulerGeoJson(path).features;
    expect(line.geometry.type).toBe('LineString');
    expect(line.properties).toEqual({ lengthKm: path.measure.lengthKm });
    expect(vertices.map(({ geometry }) => (geometry as Point).coordinates)).toEqual(triangle);
    expect(vertices[1].properties).toEqual({
      vertex: 2,
      chainageKm: path.stations[1].chainageKm,
      offsetKm: path.stations[1].offsetKm,
      side: 'afghan',
      foot: path.stations[1].foot.map((degrees) => expect.closeTo(degrees, 7)),
      ...path.measure.legs[1]
    });
    expect(vertices[2].properties).not.toHaveProperty('distanceKm');
  });

  test.each([
    ['clockwise', triangle],
    ['counter-clockwise', triangle.toReversed()]
  ])('drawn %s, is a polygon by the right-hand rule with the area measured', (_, positions) => {
    const path = measured(positions);
    const [polygon] = rulerGeoJson(path, true).features;
    const [ring] = (polygon.geometry as Polygon).coordinates;
    expect(ring[0]).toEqual(ring[ring.length - 1]);
    expect(areaOf(ring)).toBeGreaterThan(0);
    expect(areaOf(ring) / Number(polygon.properties?.areaKm2)).toBeCloseTo(1, 6);
  });

  test('leaves the geodesics by less than 1 m along its edges', () => {
    const far: LonLat[] = [
      [55, 59],
      [85, 59]
    ];
    const [line] = rulerGeoJson(measured(far)).features;
    if (line.geometry.type !== 'LineString') throw new Error('It is no line.');
    const { coordinates } = line.geometry;
    const distances = coordinates.slice(1).map((to, i) => {
      const middle = coordinates[i].map((degrees, axis) => (degrees + to[axis]) / 2);
      const whole = geographiclib.Geodesic.WGS84.InverseLine(59, 55, 59, 85);
      const there = geographiclib.Geodesic.WGS84.Inverse(59, 55, middle[1], middle[0]);
      const on = whole.Position(there.s12 ?? NaN);
      return geographiclib.Geodesic.WGS84.Inverse(
        on.lat2 ?? NaN,
        on.lon2 ?? NaN,
        middle[1],
        middle[0]
      ).s12;
    });
    expect(Math.max(...distances.map((m) => m ?? NaN))).toBeLessThan(1);
  });

  test('runs on past the antimeridian instead of around the earth', () => {
    const [line] = rulerGeoJson(
      measured([
        [179.9, 10],
        [-179.9, 10]
      ])
    ).features;
    if (line.geometry.type !== 'LineString') throw new Error('It is no line.');
    const lons = line.geometry.coordinates.map(([lon]) => lon);
    expect(lons[lons.length - 1]).toBeCloseTo(180.1, 7);
    expect(lons).toEqual(lons.toSorted((a, b) => a - b));
  });

  test('that crosses itself stays a line, and a single position is a point alone', () => {
    const [first] = rulerGeoJson(measured(bow), true).features;
    expect(first.geometry.type).toBe('LineString');
    expect(first.properties?.crossesItself).toBe(true);
    expect(rulerGeoJson(measured([[70, 34]]), true).features).toMatchObject([
      { geometry: { type: 'Point', coordinates: [70, 34] }, properties: { vertex: 1 } }
    ]);
    expect(rulerGeoJson(measured([])).features).toEqual([]);
  });
});

function areaOf(ring: readonly Position[]): number {
  const polygon = geographiclib.Geodesic.WGS84.Polygon(false);
  for (const [lon, lat] of ring.slice(1)) polygon.AddPoint(lat, lon);
  return (polygon.Compute(false, true).area ?? NaN) / 1e6;
}

import { expect, test } from 'vitest';
import { readPolygons } from './read-polygons';

const ring = [
  [60, 30],
  [61, 30],
  [61, 31],
  [60, 30]
];
const polygon = { type: 'Polygon', coordinates: [ring] };
const feature = (geometry: unknown) => ({ type: 'Feature', properties: {}, geometry });
const read = (value: unknown) => readPolygons(JSON.stringify(value), 'zone.geojson');

test('all polygons come out, from whatever they are wrapped in', () => {
  const multi = { type: 'MultiPolygon', coordinates: [[ring], [ring]] };
  const point = { type: 'Point', coordinates: [60, 30] };
  const whole = {
    type: 'FeatureCollection',
    features: [
      feature(polygon),
      feature(null),
      feature(point),
      feature({ type: 'GeometryCollection', geometries: [point, multi] })
    ]
  };
  expect(read(polygon).coordinates).toEqual([[ring]]);
  expect(read(whole).coordinates).toEqual([[ring], [ring], [ring]]);
});

test('positions may have heights', () => {
  const coordinates = [ring.map((position) => [...position, 1200])];
  expect(read({ type: 'Polygon', coordinates }).coordinates).toEqual([coordinates]);
});

test.each([
  [{ type: 'Point', coordinates: [60, 30] }, 'zone.geojson holds no Polygon'],
  [{}, 'not sound at type'],
  [[], 'not sound at'],
  [{ type: 'FeatureCollection' }, 'not sound at features'],
  [{ type: 'Polygon', coordinates: [ring.slice(1)] }, 'coordinates.0: is a ring of fewer than 4'],
  [{ type: 'Polygon', coordinates: [[...ring, [62, 30]]] }, 'does not end where it begins'],
  [feature({ type: 'Polygon', coordinates: [[[200, 30], ...ring, [200, 30]]] }), 'geometry.coord'],
  [feature({ type: 'Polygon', coordinates: [[[30], ...ring, [30]]] }), 'is no position in degrees']
])('%j is refused', (value, message) => {
  expect(() => read(value)).toThrow(message);
});

test('what is no JSON is told by its name', () => {
  expect(() => readPolygons('lon,lat', 'standard input')).toThrow('standard input is no JSON');
});

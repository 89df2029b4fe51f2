import { expect, test } from 'vitest';
import { kindOf } from './dropped';

const kind = (text: string) => kindOf(new Blob([text]));

test('polygons become shapes, points and tables become incidents', async () => {
  const feature = (type: string) =>
    `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"${type}","coordinates":[]}}]}`;
  expect(await kind(feature('MultiPolygon'))).toBe('shapes');
  expect(await kind(`\uFEFF ${feature('Polygon')}`)).toBe('shapes');
  expect(await kind(feature('Point'))).toBe('incidents');
  expect(await kind('<?xml version="1.0"?><kml><Placemark><Polygon/></Placemark></kml>')).toBe(
    'shapes'
  );
  expect(await kind('<kml><Placemark><Point/></Placemark></kml>')).toBe('incidents');
  expect(await kind('<gpx><wpt lat="1" lon="2"/></gpx>')).toBe('incidents');
});

test('an object with an outline becomes a text, also where it is not sound', async () => {
  expect(await kind('{"id":"herald-7","outline":[{"par":1,"gist":"One"}]}')).toBe('texts');
  expect(await kind('{"id":"herald-7",\n"outline": [{"par":1 "gist":"One"}],}')).toBe('texts');
  expect(
    await kind('{"outline":[ {"par":1}],"areas":[{"shape":{"geometry":{"type":"Polygon"}}}]}')
  ).toBe('texts');
  expect(await kind('{"type":"Feature","outline":[1],"geometry":{"type":"Polygon"}}')).toBe(
    'shapes'
  );
  expect(await kind('[{"id":1,"outline":"none"}]')).toBe('incidents');
});

test('a table that only speaks of polygons is a table', async () => {
  expect(await kind('id,notes\n1,"<Polygon> as text"\n')).toBe('incidents');
});

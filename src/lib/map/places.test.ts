import { readFileSync } from 'node:fs';
import { booleanPointInPolygon } from '@turf/turf';
import { expect, test } from 'vitest';
import { readAreas } from '../../../tests/fixtures/areas';
import { readLine } from '../../../tests/fixtures/line';
import { distanceKm } from '../geodesy/geodesic';
import { readAddedText } from '../texts/added-text';
import { makeLibrary } from '../texts/library';
import { ownTexts } from '../texts/texts';
import { areaFeatures, areaLabels, boundsOf } from './places';

const file = new URL('../texts/examples/example-text.json', import.meta.url);
const example = readAddedText(readFileSync(file, 'utf8'), 'example-text.json');
const library = makeLibrary([...ownTexts, example]);
const borders = readAreas(readLine());

test('areas that a text brings are drawn as it gives them: a circle of its radius, a polygon', () => {
  const drawn = areaFeatures(library, borders);
  const outlineOf = (id: string) => drawn.find(({ properties }) => properties?.id === id);
  const circle = outlineOf('example:bazaar-quarter')?.geometry;
  if (circle?.type !== 'Polygon') throw new Error('A circle is a polygon.');
  for (const [lon, lat] of circle.coordinates[0]) {
    expect(distanceKm([lon, lat], [71.0937, 34.1253])).toBeCloseTo(15, 1);
  }
  expect(outlineOf('example:trade-road')?.geometry).toMatchObject({
    type: 'Polygon',
    coordinates: [[[70.45, 34.37], [71.05, 34.06], [71.15, 34.14], [70.75, 34.4], [70.5, 34.48], [70.45, 34.37]]] // prettier-ignore
  });
  const bounds = boundsOf(['example:trade-road'], { library, borders });
  expect(bounds).toEqual([70.45, 34.06, 71.15, 34.48]);
});

test('every area that has an outline has its name within it', () => {
  const drawn = areaFeatures(library, borders);
  for (const { id, position } of areaLabels(library, borders)) {
    const own = drawn.filter(({ properties }) => properties?.id === id);
    if (own.length === 0) continue;
    expect(
      own.some((part) => booleanPointInPolygon(position, part)),
      id
    ).toBe(true);
  }
});

import { booleanPointInPolygon } from '@turf/turf';
import { describe, expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { randomFrom } from '../../../tests/fixtures/random';
import { readCountries } from '../../../tests/fixtures/zones/countries';
import { validityChecker } from '../../../tests/fixtures/zones/geos';
import { createBorder } from '../border/border';
import { destination } from '../geodesy/geodesic';
import { createZoneEngine } from './engine';

const line = readLine();
const border = createBorder(line);
const countries = readCountries(line);
const uncut = createZoneEngine(border);
const engine = createZoneEngine(border, countries);
const whyInvalid = await validityChecker();

describe.each([1, 10, 30, 50, 100])('a zone of %d km a side', (widthKm) => {
  const zone = { afghanKm: widthKm, pakistanKm: widthKm };
  const footprint = engine.footprint(zone);

  test('tells what it leaves out in which third country', () => {
    const cutOffKm2 = footprint.cutOff.reduce((sum, { areaKm2 }) => sum + areaKm2, 0);
    const wholeKm2 = uncut.footprint(zone).areaKm2;
    expect(cutOffKm2).toBeGreaterThan(0);
    expect((footprint.areaKm2 + cutOffKm2) / wholeKm2).toBeCloseTo(1, 4);
  });

  test('is valid where it follows a frontier', () => {
    expect(whyInvalid(footprint.afghan)).toBe('Valid Geometry');
    expect(whyInvalid(footprint.pakistan)).toBe('Valid Geometry');
  });

  test('holds a position near either end exactly if its station and its country say so', () => {
    const random = randomFrom(widthKm);
    const wrong: unknown[] = [];
    let inside = 0;
    for (let k = 0; k < 600; k++) {
      const end = border.positionAt(
        random() < 0.5 ? 60 * random() : border.lengthKm * (1 - 0.1 * random())
      );
      const position = destination(end, 360 * random(), 1.5 * widthKm * random());
      const { offsetKm, side, atEnd } = border.station(position);
      if (Math.abs(Math.abs(offsetKm) / widthKm - 1) < 0.001 || Math.abs(offsetKm) < 0.005)
        continue;
      const home = side === 'afghan' ? countries.afghanistan : countries.pakistan;
      const expected =
        atEnd === null && Math.abs(offsetKm) < widthKm && booleanPointInPolygon(position, home);
      const polygons = side === 'afghan' ? footprint.afghan : footprint.pakistan;
      const other = side === 'afghan' ? footprint.pakistan : footprint.afghan;
      if (expected) inside++;
      if (booleanPointInPolygon(position, polygons) !== expected)
        wrong.push({ position, expected });
      if (booleanPointInPolygon(position, other)) wrong.push({ position, other: side });
    }
    expect(inside).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });
});

test('refuses a country that does not share the vertices of the line', () => {
  const shifted = [
    [
      [60, 29],
      [75, 29],
      [75, 38],
      [60, 38],
      [60, 29]
    ]
  ];
  const wrong = { ...countries, afghanistan: { type: 'Polygon' as const, coordinates: shifted } };
  expect(() => createZoneEngine(border, wrong)).toThrow('share');
});

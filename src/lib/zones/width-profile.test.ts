import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { createBorder } from '../border/border';
import { distanceKm } from '../geodesy/geodesic';
import { crossSection, indexPolygons } from './cross-section';
import { createZoneEngine, outlineErrorKm } from './engine';
import { chainagesEvery, widthProfile, widthProfileInSteps } from './width-profile';

const border = createBorder(readLine());
const engine = createZoneEngine(border);

const equator = createBorder([
  [60, 0],
  [62, 0]
]);
/** North of the line by 0.1 to 0.3 degrees, rising evenly from west to east; over half its length. */
const wedge: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [60, -0.1],
      [61, -0.1],
      [61, 0.3],
      [60, 0.1],
      [60, -0.1]
    ]
  ]
};
const northKm = (lat: number) => distanceKm([61, 0], [61, lat]);

test('a wedge’s least, mean and greatest width are found, and where they are', () => {
  const { afghan, pakistan, total, rows } = widthProfile(equator, wedge, equator.lengthKm / 20);
  expect(rows).toHaveLength(21);
  expect(afghan?.rows).toBe(11);
  expect(afghan?.least.km).toBeCloseTo(northKm(0.1), 1);
  expect(afghan?.least.chainageKm).toBeCloseTo(0, 1);
  expect(afghan?.meanKm).toBeCloseTo(northKm(0.2), 1);
  expect(afghan?.greatest.km).toBeCloseTo(northKm(0.3), 1);
  expect(afghan?.greatest.chainageKm).toBeCloseTo(equator.lengthKm / 2, 1);
  expect(pakistan?.least.km).toBeCloseTo(pakistan?.greatest.km ?? NaN, 6);
  expect(total?.greatest.km).toBeCloseTo(northKm(0.4), 1);
});

test('a profile made in steps tells how far it is, and is the same in the end', () => {
  const whole = widthProfile(equator, wedge, 10);
  const chainages = chainagesEvery(10, { fromKm: 0, toKm: equator.lengthKm }, equator.lengthKm);
  const steps = widthProfileInSteps(equator, indexPolygons(wedge), chainages, { step: 10 });
  expect(steps.next()).toEqual({ done: false, value: 10 });
  expect(steps.next()).toEqual({ done: false, value: 20 });
  expect(steps.next()).toEqual({ done: true, value: whole });
});

test('rows are the cross-sections at their chainages', () => {
  const { rows } = widthProfile(equator, wedge, 20, { fromKm: 10, toKm: 90 });
  expect(rows.map(({ chainageKm }) => chainageKm)).toEqual([10, 30, 50, 70, 90]);
  const { afghan, pakistan, totalKm } = crossSection(equator, indexPolygons(wedge), 50);
  expect(rows[2]).toEqual({
    chainageKm: 50,
    afghanKm: afghan.widthKm,
    pakistanKm: pakistan.widthKm,
    totalKm,
    afghanOwnKm: afghan.ownKm,
    pakistanOwnKm: pakistan.ownKm,
    afghanStation: afghan.stationWidth,
    pakistanStation: pakistan.stationWidth
  });
});

test('where the polygon is on neither side nothing is summed up', () => {
  const beyond = widthProfile(equator, wedge, 10, { fromKm: 120, toKm: 200 });
  expect(beyond).toMatchObject({ afghan: null, pakistan: null, total: null });
  expect(beyond.rows.every(({ totalKm }) => totalKm === 0)).toBe(true);
});

test('steps that come out even reach the end of the stretch, but for rounding', () => {
  const { rows } = widthProfile(equator, wedge, 0.1, { fromKm: 0.2, toKm: 0.8 });
  expect(rows).toHaveLength(7);
  expect(rows[6].chainageKm).toBeCloseTo(0.8, 12);
});

test('a zone’s least and greatest width are the ones it was made with, also where the line winds', () => {
  const share = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);
  fc.assert(
    fc.property(share, share, share, (a, p, at) => {
      const zone = { afghanKm: 0.5 * 60 ** a, pakistanKm: 0.5 * 60 ** p };
      const fromKm = Math.round(at * (border.lengthKm - 400));
      const stretches = [{ fromKm, toKm: fromKm + 400 }];
      const { afghan, pakistan } = engine.footprint({ ...zone, stretches });
      const coordinates = [...afghan.coordinates, ...pakistan.coordinates];
      const profile = widthProfile(border, { type: 'MultiPolygon', coordinates }, 2, {
        fromKm: fromKm + 100,
        toKm: fromKm + 300
      });
      for (const side of ['afghan', 'pakistan'] as const) {
        const widthKm = zone[`${side}Km`];
        const summary = profile[side];
        const errorKm = outlineErrorKm(widthKm) + 0.001;
        expect(summary?.rows).toBeGreaterThan(0);
        expect(Math.abs((summary?.least.km ?? NaN) - widthKm)).toBeLessThan(errorKm);
        expect(Math.abs((summary?.greatest.km ?? NaN) - widthKm)).toBeLessThan(errorKm);
      }
    }),
    { numRuns: 8, seed: 3 }
  );
});

test.each([
  [0, {}, /step is 0 km/],
  [NaN, {}, /step is NaN km/],
  [1, { fromKm: 20, toKm: 10 }, /from 20 to 10 km/],
  [1, { toKm: 5000 }, /to 5000 km/]
])('every %d km over %j is refused', (everyKm, stretch, message) => {
  expect(() => widthProfile(equator, wedge, everyKm, stretch)).toThrow(message);
});

import { expect, test } from 'vitest';
import { readLine } from '../../../../tests/fixtures/line';
import { readTruth } from '../../../../tests/fixtures/loci/truth';
import { readCountries } from '../../../../tests/fixtures/zones/countries';
import { readProvinces } from '../../../../tests/fixtures/zones/provinces';
import { createBorder } from '../../border/border';
import type { LonLat } from '../../geodesy/position';
import { createZoneEngine } from '../engine';
import { createEdgeDistance } from './away';
import { about } from './condition';
import { createLocusEngine, type Locus } from './locus';
import { partsOf } from './spread';

/** What is compared with is reckoned by tests/fixtures/loci/make.ts, which tells how. */
const { twoCircles, circleAndLine } = readTruth();
const line = readLine();
const border = createBorder(line);
const provinces = readProvinces(line);
const zones = createZoneEngine(border, readCountries(line), provinces);
const loci = createLocusEngine(border, zones, provinces);

const MILE_KM = 1.609344;
const claims = (tolerance: number) =>
  loci.locus([
    { kind: 'distance', from: circleAndLine.center, ...about(17 * MILE_KM, tolerance) },
    { kind: 'offset', side: 'pakistan', ...about(22 * MILE_KM, tolerance) }
  ]);

/** Those of the positions that lie farther from a locus's edge than its outline may stray. */
function offEdge({ polygons, toleranceKm }: Locus, positions: readonly LonLat[]): LonLat[] {
  const toEdgeKm = createEdgeDistance(polygons);
  return positions.filter((position) => toEdgeKm(position) > toleranceKm);
}

test('what lies in two circles has its corners where they meet, and the area that GeographicLib finds', () => {
  const { centers, radiiKm, meetings, lensKm2 } = twoCircles;
  const lens = loci.locus(
    centers.map((from, i) => ({ kind: 'distance', from, leastKm: 0, mostKm: radiiKm[i] }))
  );
  expect(lens.polygons.coordinates).toHaveLength(1);
  expect(offEdge(lens, meetings)).toEqual([]);
  expect(Math.abs(lens.areaKm2 - lensKm2)).toBeLessThan(lens.areaErrorKm2);
  expect(lens.areaKm2 / lensKm2).toBeCloseTo(1, 5);
});

test('a ring and a band along the line bound each other where the distances to both say so', () => {
  const locus = claims(0.1);
  expect(circleAndLine.corners).toHaveLength(8);
  expect(offEdge(locus, circleAndLine.corners)).toEqual([]);
  expect(Math.abs(locus.areaKm2 - circleAndLine.areaKm2)).toBeLessThan(locus.areaErrorKm2);
  expect(locus.areaKm2 / circleAndLine.areaKm2).toBeCloseTo(1, 2);
});

test('17 miles from Miranshah and 22 from the line are met at two places only', () => {
  const parts = partsOf(border, claims(0.005).polygons);
  expect(circleAndLine.exact).toHaveLength(2);
  expect(parts).toHaveLength(2);
  const closest = (to: LonLat) =>
    Math.min(...parts.map(({ at }) => Math.hypot(at[0] - to[0], at[1] - to[1])));
  for (const exact of circleAndLine.exact) expect(closest(exact)).toBeLessThan(0.005);
  // An earlier calculation put them here.
  for (const told of [
    [69.94, 32.78],
    [70.35, 32.94]
  ] as LonLat[]) {
    expect(closest(told)).toBeLessThan(0.01);
  }
});

test('both claims are met far from the village that the text names, whatever the tolerance of 10 %', () => {
  const village: LonLat = [69.88505, 32.95706];
  const [narrow, wide] = [claims(0.005), claims(0.1)].map((locus) => locus.distanceKm(village));
  expect(narrow).toBeGreaterThan(20);
  expect(narrow).toBeLessThan(21);
  expect(wide).toBeGreaterThan(15);
  expect(wide).toBeLessThan(17);
});

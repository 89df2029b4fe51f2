import { bbox, booleanPointInPolygon } from '@turf/turf';
import { describe, expect, test } from 'vitest';
import { readLine } from '../../../../tests/fixtures/line';
import { randomFrom } from '../../../../tests/fixtures/random';
import { readCountries } from '../../../../tests/fixtures/zones/countries';
import { validityChecker } from '../../../../tests/fixtures/zones/geos';
import { readProvinces } from '../../../../tests/fixtures/zones/provinces';
import { createBorder } from '../../border/border';
import { distanceKm } from '../../geodesy/geodesic';
import type { LonLat } from '../../geodesy/position';
import { createZoneEngine } from '../engine';
import { about, type Condition } from './condition';
import { createLocusEngine, type Locus } from './locus';

const line = readLine();
const border = createBorder(line);
const provinces = readProvinces(line);
const zones = createZoneEngine(border, readCountries(line), provinces);
const loci = createLocusEngine(border, zones, provinces);
const whyInvalid = await validityChecker();

const MILE_KM = 1.609344;
const miranshah: LonLat = [70.0712, 33.0006];
const kabul: LonLat = [69.1723, 34.5281];
const southWesternEnd = border.positionAt(0);
const northEasternEnd = border.positionAt(border.lengthKm);

const distance = (from: LonLat, leastKm: number, mostKm: number): Condition => {
  return { kind: 'distance', from, leastKm, mostKm };
};
const offset = (
  side: 'afghan' | 'pakistan' | 'either',
  leastKm: number,
  mostKm: number
): Condition => ({ kind: 'offset', side, leastKm, mostKm });
const stretch = (fromKm: number, toKm: number): Condition => ({ kind: 'stretch', fromKm, toKm });
const province = (id: string): Condition => ({ kind: 'province', id });

/** What text B, ¶ 22, claims of the site, each with a tolerance. */
const claims = (tolerance: number): Condition[] => [
  { kind: 'distance', from: miranshah, ...about(17 * MILE_KM, tolerance) },
  { kind: 'offset', side: 'pakistan', ...about(22 * MILE_KM, tolerance) }
];

const POINTS = 1200;
/** Positions are taken so far around a locus, as a share of its size. */
const AROUND = 0.3;

/** Random positions over the boxes of the parts of a locus, and around them. */
function positionsAround({ polygons }: Locus): LonLat[] {
  const random = randomFrom(11);
  const boxes = polygons.coordinates.map((rings) => bbox({ type: 'Polygon', coordinates: rings }));
  return Array.from({ length: POINTS }, (_, i) => {
    const [west, south, east, north] = boxes[i % boxes.length];
    const within = (low: number, high: number) =>
      low + (random() * (1 + 2 * AROUND) - AROUND) * (high - low);
    return [within(west, east), within(south, north)];
  });
}

/** Whether a position's own numbers satisfy conditions, by GeographicLib and turf alone. */
function satisfiesAll(conditions: readonly Condition[], position: LonLat): boolean {
  return conditions.every((condition) => {
    if (condition.kind === 'distance') {
      const km = distanceKm(position, condition.from);
      return km >= condition.leastKm && km <= condition.mostKm;
    }
    const holding = provinces.find(({ geometry }) => booleanPointInPolygon(position, geometry));
    if (condition.kind === 'province') return holding?.id === condition.id;
    const { foot, chainageKm, side } = border.station(position);
    const km = distanceKm(position, foot);
    if (condition.kind === 'stretch') {
      return chainageKm >= condition.fromKm && chainageKm <= condition.toKm && km <= 100;
    }
    if (km < condition.leastKm || km > condition.mostKm) return false;
    if (condition.side === 'either') return true;
    return side === condition.side && holding?.country === (side === 'afghan' ? 'AF' : 'PK');
  });
}

function expectSound({ polygons }: Locus): void {
  expect(whyInvalid(polygons)).toBe('Valid Geometry');
  for (const [outer, ...holes] of polygons.coordinates) {
    expect(turning(outer)).toBeGreaterThan(0);
    for (const hole of holes) expect(turning(hole)).toBeLessThan(0);
  }
}

function turning(ring: number[][]): number {
  const [x0, y0] = ring[0];
  return ring.slice(1).reduce((sum, [x, y], i) => {
    return sum + (ring[i][0] - x0) * (y - y0) - (x - x0) * (ring[i][1] - y0);
  }, 0);
}

/** A ring as a line of its own, to measure how far it is to it. */
function edgeOf(ring: number[][]) {
  const corners = ring.map(([lon, lat]): LonLat => [lon, lat]);
  return createBorder(
    corners.filter((corner, i) => i === 0 || `${corner}` !== `${corners[i - 1]}`)
  );
}

const cases: Record<string, Condition[]> = {
  '17 miles from Miranshah and 22 from the line, each to 10 %': claims(0.1),
  'the same to 1 %': claims(0.01),
  'two rings': [distance(miranshah, 30, 60), distance(kabul, 170, 210)],
  'a disc and both sides of the line': [distance(miranshah, 0, 40), offset('either', 0, 12)],
  'a disc and a band on both sides': [distance(miranshah, 0, 60), offset('either', 3, 9)],
  'a ring in a province, beyond reach of the line': [distance(kabul, 90, 140), province('AF-GHA')],
  'a ring around a place on the line': [
    distance(border.positionAt(1400), 15, 45),
    offset('afghan', 2, 20)
  ],
  'around the south-western end, in three countries': [
    distance(southWesternEnd, 5, 90),
    offset('either', 10, 60)
  ],
  'around the north-eastern end, on the Afghan side': [
    distance(northEasternEnd, 5, 90),
    offset('afghan', 4, 60)
  ],
  'around the north-eastern end, on the Pakistani side': [
    distance(northEasternEnd, 0, 90),
    offset('pakistan', 4, 60)
  ],
  'a band along a stretch': [stretch(1200, 1350), offset('pakistan', 5, 18)],
  'a stretch alone': [stretch(700, 900)],
  'a stretch at the very beginning': [stretch(0, 60), offset('either', 0, 40)],
  'a stretch of many bends, within a ring': [
    stretch(1350, 1500),
    offset('either', 1, 25),
    distance(border.positionAt(1420), 20, 70)
  ],
  'a province': [province('AF-KHO')],
  'a band in a province': [province('PK-BA'), offset('either', 20, 50)],
  'a province at the beginning of the line': [
    province('AF-NIM'),
    offset('either', 0, 40),
    distance(southWesternEnd, 0, 60)
  ],
  'a province at the end of the line': [
    province('AF-BDS'),
    offset('either', 0, 40),
    distance(northEasternEnd, 0, 60)
  ],
  'everything at once': [
    province('PK-TA'),
    offset('pakistan', 5, 40),
    stretch(1300, 1600),
    distance(miranshah, 10, 80),
    distance(kabul, 0, 220)
  ]
};

describe.each(Object.entries(cases))('%s', (_, conditions) => {
  const locus = loci.locus(conditions);
  const positions = positionsAround(locus);
  const edges = locus.polygons.coordinates.flat().map(edgeOf);
  const edgeKm = (position: LonLat) =>
    Math.min(...edges.map((edge) => Math.abs(edge.station(position).offsetKm)));

  test('has a sound outline, in which a position is exactly if its own distances say so', () => {
    expectSound(locus);
    const counted = { inside: 0, outside: 0, tooNear: 0 };
    for (const position of positions) {
      const expected = satisfiesAll(conditions, position);
      expect(locus.contains(position)).toBe(expected);
      const isDrawn = booleanPointInPolygon(position, locus.polygons);
      if (edgeKm(position) <= locus.toleranceKm) counted.tooNear++;
      else {
        expect(isDrawn).toBe(expected);
        counted[expected ? 'inside' : 'outside']++;
      }
    }
    expect(counted.inside + counted.outside).toBeGreaterThan(1000);
    expect(counted.inside).toBeGreaterThan(20);
    expect(counted.tooNear).toBeLessThan(0.06 * POINTS);
  });
});

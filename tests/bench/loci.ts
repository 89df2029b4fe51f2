import {
  area,
  buffer,
  circle,
  difference,
  featureCollection,
  intersect,
  lineString,
  polygon
} from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { createBorder } from '../../src/lib/border/border';
import { areaKm2 } from '../../src/lib/geodesy/area';
import { distanceKm } from '../../src/lib/geodesy/geodesic';
import type { LonLat } from '../../src/lib/geodesy/position';
import { createZoneEngine } from '../../src/lib/zones/engine';
import { createEdgeDistance } from '../../src/lib/zones/locus/away';
import { about, type Condition } from '../../src/lib/zones/locus/condition';
import { createLocusEngine } from '../../src/lib/zones/locus/locus';
import { readLine } from '../fixtures/line';
import { readTruth } from '../fixtures/loci/truth';
import { readCountries } from '../fixtures/zones/countries';
import { readProvinces } from '../fixtures/zones/provinces';

export const title = 'Where claims hold: ours beside turf on the same conditions, on one core';

const RUNS = 9;
const MILE_KM = 1.609344;
/** turf.buffer gets the part of the line that matters, or it would take minutes. */
const NEAR_KM = 80;

type Area = Feature<Polygon | MultiPolygon>;

/** What is right, by tests/fixtures/loci/make.ts: the area, and positions on the edge. */
interface Task {
  name: string;
  conditions: Condition[];
  turf: () => Area | null;
  truthKm2: number;
  corners: LonLat[];
}

/** Prints time and accuracy of our loci and turf's side by side. */
export function run(): Promise<void> {
  const line = readLine();
  const border = createBorder(line);
  const countries = readCountries(line);
  const provinces = readProvinces(line);
  const loci = createLocusEngine(border, createZoneEngine(border, countries, provinces), provinces);
  const { twoCircles, circleAndLine } = readTruth();
  const near = line.filter((at) => distanceKm(at, circleAndLine.center) < NEAR_KM);
  const pakistan = polygonFeature(countries.pakistan);

  const tasks: Task[] = [
    {
      name: 'two circles',
      conditions: twoCircles.centers.map((from, i) => {
        return { kind: 'distance', from, leastKm: 0, mostKm: twoCircles.radiiKm[i] };
      }),
      turf: () => {
        const [a, b] = twoCircles.centers.map((at, i) => circle(at, twoCircles.radiiKm[i]));
        return intersect(featureCollection([a, b]));
      },
      truthKm2: twoCircles.lensKm2,
      corners: twoCircles.meetings
    },
    {
      name: '17 miles from Miranshah, 22 from the line, 10 %',
      conditions: [
        { kind: 'distance', from: circleAndLine.center, ...about(17 * MILE_KM, 0.1) },
        { kind: 'offset', side: 'pakistan', ...about(22 * MILE_KM, 0.1) }
      ],
      turf: () => {
        const [inner, outer] = [0.9, 1.1].map((share) => ({
          ring: circle(circleAndLine.center, share * 17 * MILE_KM),
          band: buffer(lineString(near), share * 22 * MILE_KM)
        }));
        if (!inner.band || !outer.band) return null;
        const ring = difference(
          featureCollection<Polygon | MultiPolygon>([outer.ring, inner.ring])
        );
        const band = difference(
          featureCollection<Polygon | MultiPolygon>([outer.band, inner.band])
        );
        const both = ring && band && intersect(featureCollection([ring, band]));
        return both && intersect(featureCollection([both, pakistan]));
      },
      truthKm2: circleAndLine.areaKm2,
      corners: circleAndLine.corners
    }
  ];

  for (const { name, conditions, turf, truthKm2, corners } of tasks) {
    const ours = timed(() => createLocusEngine(border, zonesOf(), provinces).locus(conditions));
    const again = timed(() => loci.locus(conditions));
    const theirs = timed(turf, 1);
    console.log(`\n${name}`);
    const row = (ms: number, polygons: MultiPolygon, km2: number) => ({
      ms: Number(ms.toPrecision(3)),
      'times ours': Number((ms / ours.ms).toPrecision(3)),
      'area error %': Number((100 * Math.abs(km2 / truthKm2 - 1)).toPrecision(2)),
      'worst corner, m': Math.round(1000 * worst(polygons, corners))
    });
    const other = theirs.result && multi(theirs.result.geometry);
    console.table({
      'this app': row(ours.ms, ours.result.polygons, ours.result.areaKm2),
      'this app, asked again': row(again.ms, again.result.polygons, areaKm2(again.result.polygons)),
      ...(other && theirs.result && { turf: row(theirs.ms, other, area(theirs.result) / 1e6) })
    });
  }
  const band: Condition[] = [{ kind: 'offset', side: 'either', leastKm: 20, mostKm: 35 }];
  const whole = timed(() => loci.locus(band));
  console.log(`\nA band on both sides of the whole line, asked again: ${Math.round(whole.ms)} ms.`);
  console.log(
    'Area errors of the second are as fine as its count in cells of 0.1 km, some 0.1 %. turf.buffer ' +
      `was given the ${near.length} vertices of the line within ${NEAR_KM} km only; ours all.`
  );
  return Promise.resolve();

  function zonesOf() {
    return (zones ??= createZoneEngine(border, countries, provinces));
  }
}

let zones: ReturnType<typeof createZoneEngine> | undefined;

/** The median of some runs. */
function timed<T>(work: () => T, runs = RUNS): { result: T; ms: number } {
  let result = work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    result = work();
    return performance.now() - start;
  });
  return { result, ms: times.sort((a, b) => a - b)[runs >> 1] };
}

/** How far the positions that ought to be on the edge of polygons are from it, at most. */
function worst(polygons: MultiPolygon, corners: readonly LonLat[]): number {
  const toEdgeKm = createEdgeDistance(polygons);
  return Math.max(...corners.map(toEdgeKm));
}

const multi = (geometry: Polygon | MultiPolygon): MultiPolygon =>
  geometry.type === 'MultiPolygon'
    ? geometry
    : { type: 'MultiPolygon', coordinates: [geometry.coordinates] };

const polygonFeature = (geometry: Polygon | MultiPolygon): Area =>
  geometry.type === 'Polygon'
    ? polygon(geometry.coordinates)
    : { type: 'Feature', properties: {}, geometry };

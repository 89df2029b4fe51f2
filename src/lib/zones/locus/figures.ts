import { bbox } from '@turf/turf';
import type { BBox } from 'geojson';
import type { Border } from '../../border/border';
import type { LonLat } from '../../geodesy/position';
import type { PointOfInterest } from '../inside';
import type { ZoneProvince } from '../provinces';
import type { Between, Condition } from './condition';
import { findConflict, type Conflict } from './conflict';
import type { Locus, LocusEngine } from './locus';
import { partsOf, type LocusPart } from './spread';

/** A place where what is looked for may be. */
export interface CandidatePoint {
  id: string;
  position: LonLat;
  uncertaintyKm: number;
}

/** How far a candidate is: by its position as given, and at least and at most, as that is known. */
export interface CandidateDistance extends Between {
  id: string;
  awayKm: number;
}

/** The area of a locus in a province; the id is null for what lies in none, in third countries. */
export interface LocusProvince {
  id: string | null;
  areaKm2: number;
}

/** All that is told of a locus in numbers. */
export interface LocusFigures<Point extends PointOfInterest> {
  parts: LocusPart[];
  /** The largest share first. */
  provinces: LocusProvince[];
  /** What of the points satisfies every condition, in their order. */
  inside: Point[];
  /** How far each candidate is from the locus, the nearest first; none if the locus is empty. */
  candidates: CandidateDistance[];
  /** Which conditions exclude each other, if the locus is empty. */
  conflict: Conflict;
}

/** What the figures of a locus are taken from. */
export interface LocusGround<Point extends PointOfInterest> {
  border: Border;
  loci: LocusEngine;
  provinces: readonly ZoneProvince[];
  points: readonly Point[];
}

/** Less than this share of a locus that lies in no province is rounding. */
const AREA_ROUNDING = 1e-4;

/**
 * Gathers the figures of a locus. Pauses between its parts and yields how much is done, from 0 to 1,
 * so that a worker can answer other calls or stop in between.
 */
export function* locusFigures<Point extends PointOfInterest>(
  { border, loci, provinces, points }: LocusGround<Point>,
  locus: Locus,
  candidates: readonly CandidatePoint[]
): Generator<number, LocusFigures<Point>> {
  if (locus.polygons.coordinates.length === 0) {
    const conflict = yield* findConflict(border, loci, provinces, locus.conditions);
    return { parts: [], provinces: [], inside: [], candidates: [], conflict };
  }
  const parts = partsOf(border, locus.polygons);
  yield 0.1;
  const inside = points.filter(({ position }) => locus.contains(position));
  yield 0.3;
  const away = candidates.map(({ id, position, uncertaintyKm }) => {
    const awayKm = locus.distanceKm(position);
    return { id, awayKm, ...locus.distanceBetweenKm(position, uncertaintyKm) };
  });
  away.sort((a, b) => a.awayKm - b.awayKm || a.mostKm - b.mostKm);
  yield 0.4;
  const shares = yield* areasByProvince(loci, provinces, locus);
  return { parts, provinces: shares, inside, candidates: away, conflict: [] };
}

function* areasByProvince(
  loci: LocusEngine,
  provinces: readonly ZoneProvince[],
  { conditions, polygons, areaKm2 }: Locus
): Generator<number, LocusProvince[]> {
  const rows: LocusProvince[] = [];
  const box = bbox(polygons);
  for (const [i, { id, geometry }] of provinces.entries()) {
    if (!boxesMeet(box, bbox(geometry))) continue;
    const here: Condition = { kind: 'province', id };
    const part = loci.locus([...conditions, here]);
    if (part.polygons.coordinates.length > 0) rows.push({ id, areaKm2: part.areaKm2 });
    yield 0.4 + (0.6 * (i + 1)) / provinces.length;
  }
  rows.sort((a, b) => b.areaKm2 - a.areaKm2);
  const restKm2 = rows.reduce((rest, row) => rest - row.areaKm2, areaKm2);
  return restKm2 > AREA_ROUNDING * areaKm2 ? [...rows, { id: null, areaKm2: restKm2 }] : rows;
}

const boxesMeet = (a: BBox, b: BBox) =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

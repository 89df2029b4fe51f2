import { areaUnderKm2 } from '../geodesy/area';
import type { FlatPath } from '../geodesy/flat-path';
import type { Projection } from '../geodesy/projection';
import { isCurve, type Curve, type LineRun, type OutlineRing } from './outline';
import { PositionBuffer } from './position-buffer';
import { thin } from './thin';
import type { Track } from './track';
import { thicknessOf, untangle } from './untangle';

/** What brings outlines from the plane back to the ellipsoid. */
export interface Ground {
  track: Track;
  projection: Projection;
}

/** A closed ring, and its area in km²: positive if it turns counter-clockwise. */
export interface Ring {
  path: FlatPath;
  areaKm2: number;
}

const EARTH_RADIUS_KM = 6371;

/**
 * How long an edge may be, in km, so that whether it is straight in longitude and latitude, on the
 * map or on the ellipsoid makes less than `strayKm`: the sagitta of a chord on a sphere, a²/8r.
 */
export function longestEdgeKm(strayKm: number): number {
  return Math.sqrt(8 * EARTH_RADIUS_KM * strayKm);
}

/** The ring that is being drawn. One for all, since one is drawn at a time and room takes time. */
const drawn = new PositionBuffer();

/**
 * Brings a ring from the plane back to the ellipsoid, with no edge of its curves longer than
 * `longestKm`. The line's runs stay at full detail.
 */
export function exactRing(outline: OutlineRing, ground: Ground, longestKm: number): Ring {
  const areaKm2 = exactAreaKm2(outline, ground, longestKm);
  return { path: drawn.path(), areaKm2 };
}

/** The area of the ring that `exactRing` gives. */
export function exactAreaKm2(
  outline: OutlineRing,
  { track, projection }: Ground,
  longestKm: number
): number {
  let areaKm2 = 0;
  const curves = drawRing(outline, projection, longestKm, (run) => {
    const exact = track.exact(run);
    areaKm2 += exact.areaKm2;
    return exact.path;
  });
  for (const { from, to } of curves) areaKm2 += areaUnderKm2(drawn.lonLat, from, to);
  return areaKm2;
}

/**
 * Draws a ring, and tells from where to where its curves run, ends included. A curve meets the
 * line's runs at points that both hold, the line's more exactly, so the curve's own are left out.
 */
function drawRing(
  outline: OutlineRing,
  projection: Projection,
  longestKm: number,
  pathOf: (run: LineRun) => FlatPath
): { from: number; to: number }[] {
  drawn.length = 0;
  const isAlone = outline.length === 1;
  const curves: { from: number; to: number }[] = [];
  for (const run of outline) {
    if (!isCurve(run)) {
      drawn.append(pathOf(run));
      continue;
    }
    const from = isAlone ? 0 : drawn.length - 1;
    drawCurve(run, projection, longestKm, isAlone);
    curves.push({ from, to: isAlone ? drawn.length - 1 : drawn.length });
  }
  if (!isAlone) drawn.close();
  return curves;
}

/** Draws a curve, with its ends or without, and with no edge longer than asked. */
function drawCurve(
  { x, y }: Curve,
  projection: Projection,
  longestKm: number,
  hasEnds: boolean
): void {
  const last = x.length - 1;
  const longest2 = longestKm * longestKm;
  if (hasEnds) drawn.push(x[0], y[0], projection);
  for (let i = 1; i <= last; i++) {
    const dx = x[i] - x[i - 1];
    const dy = y[i] - y[i - 1];
    const length2 = dx * dx + dy * dy;
    if (length2 > longest2) {
      const steps = Math.ceil(Math.sqrt(length2) / longestKm);
      for (let k = 1; k < steps; k++) {
        drawn.push(x[i - 1] + (dx * k) / steps, y[i - 1] + (dy * k) / steps, projection);
      }
    }
    if (i < last || hasEnds) drawn.push(x[i], y[i], projection);
  }
}

/** How much of a tolerance is for points that are left out; the rest is for edges that are long. */
const FOR_THINNING = 0.9;

/** A ring needs three corners and the first again. */
const LEAST_POSITIONS = 4;

/**
 * The rings that a ring becomes when it is drawn coarser by a tolerance, also along the line: none
 * if it is thinner than that, and holes of their own where its curves would cross themselves.
 */
export function coarseRings(
  outline: OutlineRing,
  { track, projection }: Ground,
  toleranceKm: number
): Ring[] {
  const thinningKm = FOR_THINNING * toleranceKm;
  const longestKm = longestEdgeKm(toleranceKm - thinningKm);
  const [first] = outline;
  const isHole = isCurve(first) && thicknessOf(first) < 0;
  const loops: Curve[] = [];
  const runs = outline.flatMap((run): OutlineRing => {
    if (!isCurve(run)) return [run];
    const pieces = untangle(thin(run, thinningKm), thinningKm);
    loops.push(...pieces.slice(1));
    return pieces.slice(0, 1);
  });
  return [runs, ...loops.map((loop) => [loop])]
    .filter((ring) => ring.length > 0)
    .map((ring) => {
      drawRing(ring, projection, longestKm, (run) => {
        return track.simplified(run, thinningKm, longestKm);
      });
      const path = drawn.path();
      return { path, areaKm2: areaUnderKm2(path) };
    })
    .filter(({ path, areaKm2 }, i) => {
      return path.length >= 2 * LEAST_POSITIONS && areaKm2 < 0 === (isHole || i > 0);
    });
}

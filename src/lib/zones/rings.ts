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

/** The curves that are being drawn. One for all, since one ring is drawn at a time and room takes time. */
const drawn = new PositionBuffer();

/** Where on `drawn` a curve runs, its ends included. */
interface Span {
  from: number;
  to: number;
}

/** A ring as it is drawn, in its parts: what runs along the line, and curves. */
type DrawnRing = (FlatPath | Span)[];

const NO_PATH: FlatPath = new Float64Array(0);

const isSpan = (part: FlatPath | Span): part is Span => 'from' in part;

/**
 * Brings a ring from the plane back to the ellipsoid, with no edge of its curves longer than
 * `longestKm`. The line's runs stay at full detail.
 */
export function exactRing(outline: OutlineRing, ground: Ground, longestKm: number): Ring {
  const { parts, areaKm2 } = drawExactly(outline, ground, longestKm);
  return { path: joined(parts), areaKm2 };
}

/** The area of the ring that `exactRing` gives. */
export function exactAreaKm2(outline: OutlineRing, ground: Ground, longestKm: number): number {
  return drawExactly(outline, ground, longestKm).areaKm2;
}

function drawExactly(outline: OutlineRing, { track, projection }: Ground, longestKm: number) {
  let areaKm2 = 0;
  const parts = drawRing(outline, projection, longestKm, (run) => {
    const exact = track.exact(run);
    areaKm2 += exact.areaKm2;
    return exact.path;
  });
  for (const part of parts) {
    if (isSpan(part)) areaKm2 += areaUnderKm2(drawn.lonLat, part.from, part.to);
  }
  return { parts, areaKm2 };
}

/**
 * Draws a ring's curves. A curve meets the line's runs at points that both hold: those of the runs
 * are more exact, so it takes these for its ends.
 */
function drawRing(
  outline: OutlineRing,
  projection: Projection,
  longestKm: number,
  pathOf: (run: LineRun) => FlatPath
): DrawnRing {
  drawn.length = 0;
  const paths = outline.map((run) => (isCurve(run) ? NO_PATH : pathOf(run)));
  return outline.map((run, i) => {
    if (!isCurve(run)) return paths[i];
    const before = paths[(i + paths.length - 1) % paths.length];
    const after = paths[(i + 1) % paths.length];
    const isAlone = before === NO_PATH;
    const from = drawn.length;
    if (!isAlone) drawn.add(before[before.length - 2], before[before.length - 1]);
    drawCurve(run, projection, longestKm, isAlone);
    if (!isAlone) drawn.add(after[0], after[1]);
    return { from, to: drawn.length - 1 };
  });
}

/** A copy of a drawn ring as one closed path. */
function joined(parts: DrawnRing): FlatPath {
  const isAlone = parts.length === 1;
  const pieces = parts.map((part) => {
    if (!isSpan(part)) return part;
    const { from, to } = part;
    return isAlone ? drawn.part(from, to + 1) : drawn.part(from + 1, to);
  });
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const path = new Float64Array(isAlone ? length : length + 2);
  let at = 0;
  for (const piece of pieces) {
    path.set(piece, at);
    at += piece.length;
  }
  if (!isAlone) path.copyWithin(at, 0, 2);
  return path;
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
      const parts = drawRing(ring, projection, longestKm, (run) => {
        return track.simplified(run, thinningKm, longestKm);
      });
      const path = joined(parts);
      return { path, areaKm2: areaUnderKm2(path) };
    })
    .filter(({ path, areaKm2 }, i) => {
      return path.length >= 2 * LEAST_POSITIONS && areaKm2 < 0 === (isHole || i > 0);
    });
}

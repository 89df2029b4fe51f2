import { areaUnderKm2 } from '../geodesy/area';
import type { LonLat } from '../geodesy/position';
import type { Projection } from '../geodesy/projection';
import { isCurve, type Curve, type LineRun, type OutlineRing } from './outline';
import { thin } from './thin';
import type { Track } from './track';
import { thicknessOf, untangle } from './untangle';

/** What brings outlines from the plane back to the ellipsoid. */
export interface Ground {
  track: Track;
  projection: Projection;
}

/** A closed ring of positions, and its area in km²: positive if it turns counter-clockwise. */
export interface Ring {
  positions: LonLat[];
  areaKm2: number;
}

/**
 * Brings a ring from the plane back to the ellipsoid, with no edge of its curves longer than
 * `longestKm`. The line's runs stay at full detail.
 */
export function exactRing(outline: OutlineRing, ground: Ground, longestKm: number): Ring {
  const { track, projection } = ground;
  let areaKm2 = 0;
  const { positions, curves } = drawRing(outline, projection, longestKm, (run) => {
    const path = track.exact(run);
    areaKm2 += path.areaKm2;
    return path.positions;
  });
  for (const { from, to } of curves) areaKm2 += areaUnderKm2(positions, from, to);
  return { positions, areaKm2 };
}

/** The area of the ring that `exactRing` gives, for less work. */
export function exactAreaKm2(outline: OutlineRing, ground: Ground, longestKm: number): number {
  const { track, projection } = ground;
  if (outline.length === 1) return exactRing(outline, ground, longestKm).areaKm2;
  const endsOf = (run: Curve | LineRun | undefined): [LonLat, LonLat] => {
    if (!run || isCurve(run)) throw new Error('Two curves of a ring follow each other.');
    const { positions } = track.exact(run);
    return [positions[0], positions[positions.length - 1]];
  };
  return outline.reduce((sum, run, i) => {
    if (!isCurve(run)) return sum + track.exact(run).areaKm2;
    const path = curvePath(run, projection, longestKm, false);
    const [, before] = endsOf(outline[i - 1]);
    const [after] = endsOf(outline[(i + 1) % outline.length]);
    return sum + areaUnderKm2([before, ...path, after]);
  }, 0);
}

/** A closed ring of positions, and from where to where its curves run, ends included. */
interface DrawnRing {
  positions: LonLat[];
  curves: { from: number; to: number }[];
}

/**
 * Puts the paths of a ring's runs together. A curve meets the line's runs at points that both hold,
 * the line's more exactly, so the curve's own are left out.
 */
function drawRing(
  outline: OutlineRing,
  projection: Projection,
  longestKm: number,
  pathOf: (run: LineRun) => readonly LonLat[]
): DrawnRing {
  const isAlone = outline.length === 1;
  const curves: DrawnRing['curves'] = [];
  const paths: (readonly LonLat[])[] = [];
  let count = 0;
  for (const run of outline) {
    const path = isCurve(run) ? curvePath(run, projection, longestKm, isAlone) : pathOf(run);
    if (isCurve(run)) {
      curves.push(
        isAlone ? { from: 0, to: path.length - 1 } : { from: count - 1, to: count + path.length }
      );
    }
    paths.push(path);
    count += path.length;
  }
  // All at once: the line's run is most of a ring, and to copy it again and again takes the longest.
  const closing = isAlone ? [] : [paths[0][0]];
  return { positions: paths[0].concat(...paths.slice(1), closing), curves };
}

/** The positions of a curve, with its ends or without, and with no edge longer than asked. */
function curvePath(
  { x, y }: Curve,
  projection: Projection,
  longestKm: number,
  hasEnds: boolean
): LonLat[] {
  const last = x.length - 1;
  const positions = hasEnds ? [projection.inverse(x[0], y[0])] : [];
  for (let i = 1; i <= last; i++) {
    const dx = x[i] - x[i - 1];
    const dy = y[i] - y[i - 1];
    const steps = Math.ceil(Math.sqrt(dx * dx + dy * dy) / longestKm);
    for (let k = 1; k < steps; k++) {
      positions.push(projection.inverse(x[i - 1] + (dx * k) / steps, y[i - 1] + (dy * k) / steps));
    }
    if (i < last || hasEnds) positions.push(projection.inverse(x[i], y[i]));
  }
  return positions;
}

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
  const [first] = outline;
  const isHole = isCurve(first) && thicknessOf(first) < 0;
  const loops: Curve[] = [];
  const runs = outline.flatMap((run): OutlineRing => {
    if (!isCurve(run)) return [run];
    const pieces = untangle(thin(run, toleranceKm), toleranceKm);
    loops.push(...pieces.slice(1));
    return pieces.slice(0, 1);
  });
  return [runs, ...loops.map((loop) => [loop])]
    .filter((ring) => ring.length > 0)
    .map((ring) => {
      const { positions } = drawRing(ring, projection, Infinity, (run) =>
        track.simplified(run, toleranceKm)
      );
      return { positions, areaKm2: areaUnderKm2(positions) };
    })
    .filter(({ positions, areaKm2 }, i) => {
      return positions.length >= LEAST_POSITIONS && areaKm2 < 0 === (isHole || i > 0);
    });
}

import { areaUnderKm2 } from '../geodesy/area';
import type { LonLat } from '../geodesy/position';
import type { Projection } from '../geodesy/projection';
import { isCurve, type Curve, type OutlineRing } from './outline';
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
  const { paths, areaKm2 } = exactPaths(outline, ground, longestKm);
  return { positions: joinPaths(outline, paths), areaKm2 };
}

/** The area of the ring that `exactRing` gives. */
export function exactAreaKm2(outline: OutlineRing, ground: Ground, longestKm: number): number {
  return exactPaths(outline, ground, longestKm).areaKm2;
}

function exactPaths(outline: OutlineRing, { track, projection }: Ground, longestKm: number) {
  let areaKm2 = 0;
  const paths = outline.map((run) => {
    if (isCurve(run)) {
      const path = curvePositions(run, projection, longestKm);
      areaKm2 += areaUnderKm2(path);
      return path;
    }
    const path = track.exact(run);
    areaKm2 += path.areaKm2;
    return path.positions;
  });
  paths.forEach((path, i) => {
    const following = paths[(i + 1) % paths.length];
    areaKm2 += areaUnderKm2([path[path.length - 1], following[0]]);
  });
  return { paths, areaKm2 };
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
    const pieces = untangle(thin({ ...run, fixed: [] }, toleranceKm), toleranceKm);
    loops.push(...pieces.slice(1));
    return pieces.slice(0, 1);
  });
  return [runs, ...loops.map((loop) => [loop])]
    .map((ring) => {
      const paths = ring.map((run) =>
        isCurve(run)
          ? curvePositions(run, projection, Infinity)
          : track.simplified(run, toleranceKm)
      );
      const positions = paths.length > 0 ? joinPaths(ring, paths) : [];
      return { positions, areaKm2: areaUnderKm2(positions) };
    })
    .filter(({ positions, areaKm2 }, i) => {
      return positions.length >= LEAST_POSITIONS && areaKm2 < 0 === (isHole || i > 0);
    });
}

/**
 * Joins the paths of a ring's runs. A curve meets the line's runs at points that both hold, the
 * line's more exactly, so the curve's own are left out.
 */
function joinPaths(outline: OutlineRing, paths: readonly LonLat[][]): LonLat[] {
  if (paths.length === 1) return paths[0];
  const inner = paths.map((path, i) => (isCurve(outline[i]) ? path.slice(1, -1) : path));
  const [first, ...others] = inner;
  return first.concat(...others, [first[0]]);
}

function curvePositions({ x, y }: Curve, projection: Projection, longestKm: number): LonLat[] {
  const path = [projection.inverse(x[0], y[0])];
  for (let i = 1; i < x.length; i++) {
    const dx = x[i] - x[i - 1];
    const dy = y[i] - y[i - 1];
    const steps = Math.ceil(Math.sqrt(dx * dx + dy * dy) / longestKm);
    for (let k = 1; k < steps; k++) {
      path.push(projection.inverse(x[i - 1] + (dx * k) / steps, y[i - 1] + (dy * k) / steps));
    }
    path.push(projection.inverse(x[i], y[i]));
  }
  return path;
}

import { areaUnderKm2 } from '../geodesy/area';
import type { LonLat } from '../geodesy/position';
import type { Projection } from '../geodesy/projection';
import { isCurve, type Curve, type OutlineRing } from './outline';
import { thin } from './thin';
import type { Track } from './track';

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
 * Brings a ring from the plane back to the ellipsoid, with no edge of its curves
 * longer than `longestKm`. The line's runs stay at full detail.
 */
export function exactRing(
  outline: OutlineRing,
  { track, projection }: Ground,
  longestKm: number
): Ring {
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
  return { positions: joinPaths(outline, paths), areaKm2 };
}

/** A ring as `exactRing` gives it, but coarser by a tolerance along the line as well. */
export function coarseRing(
  outline: OutlineRing,
  { track, projection }: Ground,
  toleranceKm: number
): LonLat[] {
  const paths = outline.map((run) =>
    isCurve(run)
      ? curvePositions(thin(run, toleranceKm), projection, Infinity)
      : track.simplified(run, toleranceKm)
  );
  return joinPaths(outline, paths);
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
    const [dx, dy] = [x[i] - x[i - 1], y[i] - y[i - 1]];
    const steps = Math.ceil(Math.sqrt(dx * dx + dy * dy) / longestKm) || 1;
    for (let k = 1; k <= steps; k++) {
      path.push(projection.inverse(x[i - 1] + (dx * k) / steps, y[i - 1] + (dy * k) / steps));
    }
  }
  return path;
}

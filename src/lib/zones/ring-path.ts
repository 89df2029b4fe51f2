import { SAME_CHAINAGE_KM } from '../border/chained-line';
import { boxPath, type BoxedPath } from './crossings';
import { isCurve, type Curve, type LineRun, type OutlineRing } from './outline';
import type { PlaneLine } from './plane-line';

/** A run of a ring as a path in the plane, from where the run before it ends to the next one. */
export interface RunPath extends BoxedPath {
  /** The chainage of each point, for a run along the line. */
  chainageKm?: number[];
}

/** The runs of a ring as paths in the plane, which close each other. */
export function runPaths(ring: OutlineRing, line: PlaneLine): RunPath[] {
  return ring.map((run, i) => {
    if (isCurve(run)) return boxPath(run);
    const before = ring[(i + ring.length - 1) % ring.length];
    const after = ring[(i + 1) % ring.length];
    if (!isCurve(before) || !isCurve(after)) throw new Error('Two runs of a ring follow the line.');
    return alongLine(run, before, after, line);
  });
}

function alongLine({ fromKm, toKm }: LineRun, before: Curve, after: Curve, line: PlaneLine) {
  const x = [before.x[before.x.length - 1]];
  const y = [before.y[before.y.length - 1]];
  const chainageKm = [fromKm];
  const first = firstAbove(line.chainageKm, Math.min(fromKm, toKm) + SAME_CHAINAGE_KM);
  const end = firstAbove(line.chainageKm, Math.max(fromKm, toKm) - SAME_CHAINAGE_KM);
  for (let k = first; k < end; k++) {
    const vertex = fromKm < toKm ? k : end - 1 - (k - first);
    x.push(line.x[vertex]);
    y.push(line.y[vertex]);
    chainageKm.push(line.chainageKm[vertex]);
  }
  x.push(after.x[0]);
  y.push(after.y[0]);
  chainageKm.push(toKm);
  return { ...boxPath({ x, y }), chainageKm };
}

/** The first index whose value is above a limit; the values rise. */
function firstAbove(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

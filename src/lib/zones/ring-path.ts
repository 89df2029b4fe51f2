import { SAME_CHAINAGE_KM } from '../border/chained-line';
import { boxPath, findCrossings, type BoxedPath, type Crossing } from './crossings';
import type { LinePath } from './line-path';
import { isCurve, type Curve, type LineRun, type OutlineRing } from './outline';

/** A run of a ring as a path in the plane, from where the run before it ends to the next one. */
export interface RunPath {
  /** All crossings with another path, in no order; see `findCrossings`. */
  crossings(other: BoxedPath): Crossing[];
  /** The chainage of a crossing, for a run along the line. */
  chainageAt(crossing: Crossing): number;
  boxed(): BoxedPath;
}

/** The runs of a ring as paths in the plane, which close each other. */
export function runPaths(ring: OutlineRing, line: LinePath): RunPath[] {
  return ring.map((run, i) => {
    if (isCurve(run)) return curvePath(run);
    const before = ring[(i + ring.length - 1) % ring.length];
    const after = ring[(i + 1) % ring.length];
    if (!isCurve(before) || !isCurve(after)) throw new Error('Two runs of a ring follow the line.');
    return alongLine(run, before, after, line);
  });
}

/** A curve as a path, in whatever plane it is given. */
export function curvePath(curve: Curve): RunPath {
  const path = boxPath(curve);
  return {
    crossings: (other) => findCrossings(path, other),
    chainageAt: () => NaN,
    boxed: () => path
  };
}

/**
 * A run along the line: from the curve before it over the line's vertices to the curve after it.
 * What it crosses between its first vertex and its last is known for the whole line.
 */
function alongLine(run: LineRun, before: Curve, after: Curve, line: LinePath): RunPath {
  const { fromKm, toKm } = run;
  const isForward = fromKm < toKm;
  const first = line.vertexAfter(Math.min(fromKm, toKm) + SAME_CHAINAGE_KM);
  const end = line.vertexAfter(Math.max(fromKm, toKm) - SAME_CHAINAGE_KM);
  const vertices = Math.max(0, end - first);
  const last = before.x.length - 1;

  const vertexOf = (k: number) => (isForward ? first + k - 1 : end - k);
  /** The points of the path: its beginning, the vertices, its end. */
  const xAt = (k: number) =>
    k === 0 ? before.x[last] : k > vertices ? after.x[0] : line.x[vertexOf(k)];
  const yAt = (k: number) =>
    k === 0 ? before.y[last] : k > vertices ? after.y[0] : line.y[vertexOf(k)];
  const kmAt = (k: number) =>
    k === 0 ? fromKm : k > vertices ? toKm : line.chainageKm[vertexOf(k)];

  function onEdge(edge: number, other: BoxedPath): Crossing[] {
    const path = boxPath({ x: [xAt(edge), xAt(edge + 1)], y: [yAt(edge), yAt(edge + 1)] });
    return findCrossings(path, other).map((crossing) => ({ ...crossing, edge }));
  }

  return {
    crossings(other) {
      const between = line
        .crossings(other)
        .filter(({ edge }) => edge >= first && edge < end - 1)
        .map((crossing) =>
          isForward
            ? { ...crossing, edge: crossing.edge - first + 1 }
            : {
                ...crossing,
                edge: end - 1 - crossing.edge,
                share: 1 - crossing.share,
                isEntering: !crossing.isEntering
              }
        );
      const ends = vertices > 0 ? [0, vertices] : [0];
      return [...between, ...ends.flatMap((edge) => onEdge(edge, other))];
    },
    chainageAt: ({ edge, share }) => kmAt(edge) + share * (kmAt(edge + 1) - kmAt(edge)),
    boxed() {
      const points = Array.from({ length: vertices + 2 }, (_, k) => k);
      return boxPath({ x: points.map(xAt), y: points.map(yAt) });
    }
  };
}

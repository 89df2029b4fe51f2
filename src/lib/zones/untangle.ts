import type { Curve } from './outline';
import { selfCrossings, type SelfCrossing } from './self-crossings';

/** Cutting at rounded points may leave a crossing, which is cut in turn, as often as this. */
const MOST_ROUNDS = 8;

/**
 * Cuts a curve wherever it crosses itself. Gives what is left of it, if it is open, and those loops
 * that turn clockwise and are thicker than `thicknessKm`, each closed: holes that are pinched off.
 * Others cover ground that the rest covers too, or come of parts that were drawn past each other
 * within their error. Of a closed curve the loops that turn as it does are given.
 */
export function untangle(curve: Curve, thicknessKm: number): Curve[] {
  const turn = isClosed(curve) ? Math.sign(thicknessOf(curve)) : -1;
  let pieces = [curve];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const crossings = pieces.map(selfCrossings);
    if (crossings.every(({ length }) => length === 0)) break;
    pieces = pieces
      .flatMap((piece, i) => (crossings[i].length > 0 ? cutAt(piece, crossings[i]) : [piece]))
      .filter((piece) => !isClosed(piece) || turn * thicknessOf(piece) > thicknessKm);
  }
  return pieces;
}

/** The curve without its loops, and the loops. */
function cutAt({ x, y, fixed }: Curve, crossings: readonly SelfCrossing[]): Curve[] {
  const left: Curve = { x: [], y: [], fixed: [] };
  /** The edge of the curve that follows each point that is left; -1 if its beginning is cut off. */
  const edges: number[] = [];
  const loops: Curve[] = [];
  let next = 0;
  const keepUpTo = (last: number) => {
    for (; next <= last; next++) {
      left.x.push(x[next]);
      left.y.push(y[next]);
      left.fixed.push(fixed[next]);
      edges.push(next);
    }
  };
  for (const crossing of crossings) {
    keepUpTo(crossing.otherEdge);
    const from = edges.lastIndexOf(crossing.edge) + 1;
    if (from === 0) continue;
    edges.length = from;
    loops.push({
      x: [crossing.x, ...left.x.splice(from), crossing.x],
      y: [crossing.y, ...left.y.splice(from), crossing.y],
      fixed: [true, ...left.fixed.splice(from), true]
    });
    left.x.push(crossing.x);
    left.y.push(crossing.y);
    left.fixed.push(true);
    edges.push(-1);
  }
  keepUpTo(x.length - 1);
  return [left, ...loops];
}

function isClosed({ x, y }: Curve): boolean {
  return x[0] === x[x.length - 1] && y[0] === y[y.length - 1];
}

/** How wide a closed curve is, were it a strip, in km; negative if it turns clockwise. */
function thicknessOf({ x, y }: Curve): number {
  let area2 = 0;
  let lengthKm = 0;
  for (let i = 1; i < x.length; i++) {
    const dx = x[i] - x[i - 1];
    const dy = y[i] - y[i - 1];
    area2 += (x[i - 1] - x[0]) * dy - (y[i - 1] - y[0]) * dx;
    lengthKm += Math.sqrt(dx * dx + dy * dy);
  }
  return area2 / lengthKm;
}

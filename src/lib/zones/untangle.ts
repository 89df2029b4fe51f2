import type { Curve } from './outline';
import { PathBuffer } from './path-buffer';
import { selfCrossings, type SelfCrossing } from './self-crossings';

/** Loops within loops are cut one after the other, as often as this. */
const MOST_ROUNDS = 40;

/**
 * Cuts a curve, which is changed, wherever it crosses itself. Gives what is left of it and those
 * loops, each closed, that turn clockwise and are thicker than `thicknessKm`: holes that are pinched
 * off. Others cover ground that the rest covers too, or come of parts that were drawn past each other
 * within their error. Of a closed curve the loops that turn as it does are given, if there are any.
 */
export function untangle(curve: Curve, thicknessKm: number): Curve[] {
  let crossings = selfCrossings(curve);
  if (crossings.length === 0) return [curve];
  const turn = isClosed(curve) ? Math.sign(thicknessOf(curve)) : -1;
  const isKept = (piece: Curve) => !isClosed(piece) || turn * thicknessOf(piece) > thicknessKm;
  const loops: Curve[] = [];
  for (let round = 0; round < MOST_ROUNDS && crossings.length > 0; round++) {
    loops.push(...cutOff(curve, crossings).filter(isKept));
    crossings = selfCrossings(curve);
  }
  // Where two parts of a curve run into each other they cross twice, and what lies between is cut
  // off with the point at which the hole was. A loop from a single crossing is none: it lies on the
  // other side of the rest, which passes that point still.
  const pinchedOff = loops.filter(({ x, y }) => !passes(curve, x[0], y[0]));
  return [curve, ...pinchedOff.flatMap((loop) => untangle(loop, thicknessKm))].filter(isKept);
}

/** Whether a curve passes through a point. */
function passes({ x, y }: Curve, pointX: number, pointY: number): boolean {
  for (let i = x.indexOf(pointX); i >= 0; i = x.indexOf(pointX, i + 1)) {
    if (y[i] === pointY) return true;
  }
  return false;
}

/** What is left of a curve and the loop that is cut off it. One for all, since room takes time. */
const rest = new PathBuffer();
const loop = new PathBuffer();

/** Cuts loops off that have nothing in common, the innermost ones, and gives them. */
function cutOff(curve: Curve, crossings: readonly SelfCrossing[]): Curve[] {
  rest.length = 0;
  const loops: Curve[] = [];
  let from = 0;
  for (const crossing of crossings) {
    if (loops.length > 0 && crossing.edge < from) continue;
    const end = crossing.otherEdge + 1;
    rest.append(curve, from, crossing.edge + 1);
    rest.push(crossing.x, crossing.y, true);
    loop.length = 0;
    loop.push(crossing.x, crossing.y, true);
    loop.append(curve, crossing.edge + 1, end);
    loop.push(crossing.x, crossing.y, true);
    loops.push(loop.curve());
    from = end;
  }
  rest.append(curve, from, curve.x.length);
  Object.assign(curve, rest.curve());
  return loops;
}

function isClosed({ x, y }: Curve): boolean {
  return x[0] === x[x.length - 1] && y[0] === y[y.length - 1];
}

/** How wide a closed curve is, were it a strip, in km; negative if it turns clockwise. */
export function thicknessOf({ x, y }: Curve): number {
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

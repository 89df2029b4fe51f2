import { boxPath, findCrossings } from './crossings';
import type { Curve } from './outline';

/** How many edges before and after a turn may take part in a loop. */
const REACH = 6;

interface Cut {
  /** The points from this index up to and including `to` are replaced by one. */
  from: number;
  to: number;
  x: number;
  y: number;
}

/**
 * Cuts off the tiny loops that a curve may make where points of two arcs were taken down in the
 * wrong order, less than a site's spacing past their cusp: there the curve turns back on itself.
 */
export function cutLoops(curve: Curve): Curve {
  const cuts: Cut[] = [];
  let free = 0;
  for (let i = 1; i < curve.x.length - 1; i++) {
    const cut = turnsBack(curve, i) ? loopAt(curve, i, free) : null;
    if (!cut) continue;
    cuts.push(cut);
    free = cut.to + 1;
  }
  return cuts.length > 0 ? without(curve, cuts) : curve;
}

/** Whether a curve turns by more than a right angle at a point. */
function turnsBack({ x, y }: Curve, i: number): boolean {
  return (x[i] - x[i - 1]) * (x[i + 1] - x[i]) + (y[i] - y[i - 1]) * (y[i + 1] - y[i]) < 0;
}

/** The longest loop, in edges, that counts as one. */
const LONGEST_LOOP = 400;

/**
 * Cuts off all small loops of a curve, wherever they are. Where widths vary steeply, offset edges
 * may also cross without turning back.
 */
export function cutAllLoops(curve: Curve): Curve {
  const path = boxPath(curve);
  const loops = findCrossings(path, path).filter(({ edge, otherEdge }) => {
    return otherEdge > edge + 1 && otherEdge - edge < LONGEST_LOOP;
  });
  loops.sort((a, b) => a.edge - b.edge || b.otherEdge - a.otherEdge);
  const cuts: Cut[] = [];
  let free = 0;
  for (const { edge, otherEdge, x, y } of loops) {
    if (edge < free) continue;
    cuts.push({ from: edge + 1, to: otherEdge, x, y });
    free = otherEdge + 1;
  }
  return cuts.length > 0 ? without(curve, cuts) : curve;
}

/** The widest loop around a turn that leaves the points before `free` as they are. */
function loopAt({ x, y }: Curve, turn: number, free: number): Cut | null {
  const first = Math.max(free, turn - REACH);
  const last = Math.min(x.length - 1, turn + REACH);
  for (let a = first; a < turn; a++) {
    for (let b = last - 1; b >= Math.max(turn, a + 2); b--) {
      const share = crossing(x[a], y[a], x[a + 1], y[a + 1], x[b], y[b], x[b + 1], y[b + 1]);
      if (share === null) continue;
      const at = (v: number[]) => v[a] + share * (v[a + 1] - v[a]);
      return { from: a + 1, to: b, x: at(x), y: at(y) };
    }
  }
  return null;
}

/** How far along segment ab, as a share of it, it crosses segment cd; null if it does not. */
export function crossing(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number
): number | null {
  const [ux, uy, wx, wy] = [bx - ax, by - ay, cx - ax, cy - ay];
  const c = ux * wy - uy * wx;
  const d = ux * (dy - ay) - uy * (dx - ax);
  if (c > 0 === d > 0) return null; // most often both are on one side: the rest is spared
  const [vx, vy] = [dx - cx, dy - cy];
  const t = (wx * vy - wy * vx) / (ux * vy - uy * vx);
  return t >= 0 && t <= 1 ? t : null;
}

function without({ x, y, fixed }: Curve, cuts: readonly Cut[]): Curve {
  const kept: Curve = { x: [], y: [], fixed: [] };
  let from = 0;
  const copy = (to: number) => {
    for (; from < to; from++) {
      kept.x.push(x[from]);
      kept.y.push(y[from]);
      kept.fixed.push(fixed[from]);
    }
  };
  for (const cut of cuts) {
    copy(cut.from);
    kept.x.push(cut.x);
    kept.y.push(cut.y);
    kept.fixed.push(true);
    from = cut.to + 1;
  }
  copy(x.length);
  return kept;
}

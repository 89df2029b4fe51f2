import { boxPath, findCrossings } from './crossings';
import type { Curve } from './outline';

/** How many edges before and after a cusp may take part in a loop. */
const REACH = 6;

interface Cut {
  /** The points from this index up to and including `to` are replaced by one. */
  from: number;
  to: number;
  x: number;
  y: number;
}

/**
 * Cuts off the tiny loops that a curve may make at its cusps, where points of the two arcs that meet
 * there were taken down in the wrong order: they are less than a site's spacing past the cusp.
 */
export function cutLoops(curve: Curve): Curve {
  const cuts: Cut[] = [];
  let free = 0;
  for (const cusp of curve.cusps) {
    const cut = loopAt(curve, cusp, free);
    if (!cut) continue;
    cuts.push(cut);
    free = cut.to + 1;
  }
  return cuts.length > 0 ? without(curve, cuts) : curve;
}

/** The longest loop, in edges, that counts as one. */
const LONGEST_LOOP = 400;

/**
 * Cuts off all small loops of a curve, wherever they are. Where widths vary steeply, offset edges
 * may also cross away from cusps.
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

/** The widest loop around a cusp that leaves the points before `free` as they are. */
function loopAt({ x, y }: Curve, cusp: number, free: number): Cut | null {
  const first = Math.max(free, cusp - REACH);
  const last = Math.min(x.length - 1, cusp + REACH);
  for (let a = first; a < cusp; a++) {
    for (let b = last - 1; b >= Math.max(cusp, a + 2); b--) {
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
  const [ux, uy, vx, vy] = [bx - ax, by - ay, dx - cx, dy - cy];
  const [wx, wy] = [cx - ax, cy - ay];
  const turn = ux * vy - uy * vx;
  const t = (wx * vy - wy * vx) / turn;
  const s = (wx * uy - wy * ux) / turn;
  return t >= 0 && t <= 1 && s >= 0 && s <= 1 ? t : null;
}

function without({ x, y, fixed }: Curve, cuts: readonly Cut[]): Curve {
  const kept: Curve = { x: [], y: [], fixed: [], cusps: [] };
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
    kept.cusps.push(kept.x.length);
    kept.x.push(cut.x);
    kept.y.push(cut.y);
    kept.fixed.push(true);
    from = cut.to + 1;
  }
  copy(x.length);
  return kept;
}

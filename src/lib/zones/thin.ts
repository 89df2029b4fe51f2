import type { Curve } from './outline';
import { PathBuffer, type MarkedPath } from './path-buffer';

/** One for all, since to make room anew each time takes a good part of the work. */
const kept = new PathBuffer();

/**
 * Leaves out points of a curve so that each left-out point lies within `toleranceKm` of the chord
 * that replaces it. Keeps the ends and the fixed points. Goes over the curve once: from the last
 * kept point it narrows the cone of directions that pass within the tolerance of all points since
 * (A. Sklansky and V. Gonzalez, Fast polygonal approximation of digitized curves, 1980).
 */
export function thin({ x, y, fixed }: MarkedPath, toleranceKm: number): Curve {
  kept.length = 0;
  if (x.length === 0) return kept.curve();
  kept.push(x[0], y[0], true);
  let from = 0;
  /** The cone's right and left edge as vectors; none while all points are within the tolerance. */
  let rightX = 0;
  let rightY = 0;
  let leftX = 0;
  let leftY = 0;
  let isOpen = true;
  let farthest2 = 0;
  for (let i = 1; i < x.length; i++) {
    let dx = x[i] - x[from];
    let dy = y[i] - y[from];
    let distance2 = dx * dx + dy * dy;
    const leavesCone = !isOpen && (rightX * dy - rightY * dx < 0 || leftX * dy - leftY * dx > 0);
    if (from < i - 1 && (fixed?.[i - 1] || leavesCone || distance2 < farthest2)) {
      kept.push(x[i - 1], y[i - 1], true);
      from = i - 1;
      isOpen = true;
      farthest2 = 0;
      dx = x[i] - x[from];
      dy = y[i] - y[from];
      distance2 = dx * dx + dy * dy;
    }
    if (distance2 > toleranceKm * toleranceKm) {
      // The sine taken as the tangent: quicker, and the cone a trifle narrower than it might be.
      const turn = toleranceKm / Math.sqrt(distance2);
      const rx = dx + dy * turn;
      const ry = dy - dx * turn;
      const lx = dx - dy * turn;
      const ly = dy + dx * turn;
      if (isOpen || rightX * ry - rightY * rx > 0) {
        rightX = rx;
        rightY = ry;
      }
      if (isOpen || leftX * ly - leftY * lx < 0) {
        leftX = lx;
        leftY = ly;
      }
      isOpen = false;
    }
    if (distance2 > farthest2) farthest2 = distance2;
  }
  if (x.length > 1) kept.push(x[x.length - 1], y[x.length - 1], true);
  return kept.curve();
}

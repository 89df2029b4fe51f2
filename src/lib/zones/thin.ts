import type { Curve } from './outline';
import type { MarkedPath } from './path-buffer';

/**
 * Leaves out points of a curve so that each left-out point lies within `toleranceKm` of the chord
 * that replaces it. Keeps the ends and the fixed points. Goes over the curve once: from the last
 * kept point it narrows the cone of directions that pass within the tolerance of all points since
 * (A. Sklansky and V. Gonzalez, Fast polygonal approximation of digitized curves, 1980).
 */
export function thin({ x, y, fixed }: MarkedPath, toleranceKm: number): Curve {
  const keptX = new Float64Array(x.length);
  const keptY = new Float64Array(x.length);
  let count = 0;
  if (x.length === 0) return { x: keptX, y: keptY };
  keptX[count] = x[0];
  keptY[count++] = y[0];
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
      keptX[count] = x[i - 1];
      keptY[count++] = y[i - 1];
      from = i - 1;
      isOpen = true;
      farthest2 = 0;
      dx = x[i] - x[from];
      dy = y[i] - y[from];
      distance2 = dx * dx + dy * dy;
    }
    if (distance2 > toleranceKm * toleranceKm) {
      const sin = toleranceKm / Math.sqrt(distance2);
      const cos = Math.sqrt(1 - sin * sin);
      const rx = dx * cos + dy * sin;
      const ry = dy * cos - dx * sin;
      const lx = dx * cos - dy * sin;
      const ly = dy * cos + dx * sin;
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
  if (x.length > 1) {
    keptX[count] = x[x.length - 1];
    keptY[count++] = y[x.length - 1];
  }
  return { x: keptX.slice(0, count), y: keptY.slice(0, count) };
}

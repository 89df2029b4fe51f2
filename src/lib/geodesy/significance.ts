/**
 * For each vertex of a path in the plane, the tolerance up to which it must be kept when the path is
 * simplified (D. H. Douglas and T. K. Peucker, 1973): the vertices whose significance is above a
 * tolerance make a path within that tolerance of this one. Infinite at both ends.
 */
export function significance(x: Float64Array, y: Float64Array): Float64Array {
  const last = x.length - 1;
  const significanceKm = new Float64Array(x.length);
  significanceKm[0] = significanceKm[last] = Infinity;
  const open: [from: number, to: number, boundKm: number][] = [[0, last, Infinity]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to, boundKm] = span;
    if (to - from < 2) continue;
    const { index, distanceKm } = farthest(x, y, from, to);
    // A vertex outlives those it splits from, so the kept set only grows as the tolerance falls.
    const km = Math.min(boundKm, distanceKm);
    significanceKm[index] = km;
    open.push([from, index, km], [index, to, km]);
  }
  return significanceKm;
}

/** The vertex between two others that is farthest from their chord. */
function farthest(x: Float64Array, y: Float64Array, from: number, to: number) {
  const [ux, uy] = [x[to] - x[from], y[to] - y[from]];
  const length2 = ux * ux + uy * uy;
  let index = from + 1;
  let greatest2 = -1;
  for (let i = from + 1; i < to; i++) {
    const [px, py] = [x[i] - x[from], y[i] - y[from]];
    const share = length2 > 0 ? Math.min(1, Math.max(0, (px * ux + py * uy) / length2)) : 0;
    const distance2 = (px - share * ux) ** 2 + (py - share * uy) ** 2;
    if (distance2 > greatest2) [index, greatest2] = [i, distance2];
  }
  return { index, distanceKm: Math.sqrt(greatest2) };
}

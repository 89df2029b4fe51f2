import { toEcef } from '../../geodesy/ellipsoid';
import { distanceKm } from '../../geodesy/geodesic';
import type { LonLat } from '../../geodesy/position';
import { fitProjection } from '../../geodesy/projection';
import { significance } from '../../geodesy/significance';
import { arcBetweenM } from '../line-index';

/** A line's length at every tolerance of simplification, reckoned once. */
export interface SimplifiedLengths {
  /**
   * The WGS84 length in km of the line whose vertices are left out where they lie within
   * `toleranceKm` of the chord that replaces them (Douglas-Peucker).
   */
  lengthKm(toleranceKm: number): number;
  /** The vertices that stay at a tolerance. */
  line(toleranceKm: number): LonLat[];
  /**
   * The least tolerance in km at which the line is no longer than `lengthKm`: lengths only fall as
   * the tolerance grows. Null for a length that no tolerance gives: longer than the line itself, or
   * shorter than the geodesic between its ends.
   */
  toleranceFor(lengthKm: number): number | null;
}

/** The projection is fitted so near to the line: it is the line's own shape that is simplified. */
const REACH_KM = 30;
/** Up to here the closed form for a geodesic's length is good to 0.1 mm. */
const CLOSED_FORM_KM = 300;

/**
 * Simplifies a line at every tolerance at once: each vertex's significance is found in a conformal
 * plane (scale within 0.03 % near the line, so that tolerances of up to some km are as exact; those
 * of 50 km to some 1 %), then the vertices are taken out by rising significance and the geodesics
 * that change are reckoned anew. The lengths are WGS84 geodesics, right to 1 m in all.
 */
export function simplifiedLengths(line: readonly LonLat[]): SimplifiedLengths {
  const projection = fitProjection(line, REACH_KM);
  const plane = line.map(([lon, lat]) => projection.forward(lon, lat));
  const keptUntilKm = significance(
    Float64Array.from(plane, ([x]) => x),
    Float64Array.from(plane, ([, y]) => y)
  );
  const { tolerancesKm, lengthsKm } = lengthsByRemoval(line, keptUntilKm);

  /** How many vertices are out at a tolerance. */
  const outAt = (toleranceKm: number) =>
    firstIndex(tolerancesKm.length, (i) => tolerancesKm[i] > toleranceKm);
  return {
    lengthKm: (toleranceKm) => lengthsKm[outAt(toleranceKm)],
    line: (toleranceKm) => line.filter((_, i) => keptUntilKm[i] > toleranceKm),
    toleranceFor(lengthKm) {
      if (lengthKm > lengthsKm[0] || lengthKm < lengthsKm[lengthsKm.length - 1]) return null;
      const out = firstIndex(lengthsKm.length, (i) => lengthsKm[i] <= lengthKm);
      return out === 0 ? 0 : tolerancesKm[out - 1];
    }
  };
}

/** The first of `count` indices for which a condition holds that, once it does, goes on holding. */
function firstIndex(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The tolerances at which vertices go, rising, and the line's length with none, one, two … of them
 * gone.
 */
function lengthsByRemoval(line: readonly LonLat[], keptUntilKm: Float64Array) {
  const arcKm = arcs(line);
  const last = line.length - 1;
  const before = Int32Array.from(line, (_, i) => i - 1);
  const after = Int32Array.from(line, (_, i) => i + 1);
  const order = Uint32Array.from({ length: Math.max(0, last - 1) }, (_, i) => i + 1).sort(
    (a, b) => keptUntilKm[a] - keptUntilKm[b]
  );
  const lengthsKm = new Float64Array(order.length + 1);
  for (let i = 1; i <= last; i++) lengthsKm[0] += arcKm(i - 1, i);
  order.forEach((vertex, out) => {
    const [a, b] = [before[vertex], after[vertex]];
    lengthsKm[out + 1] = lengthsKm[out] + arcKm(a, b) - arcKm(a, vertex) - arcKm(vertex, b);
    after[a] = b;
    before[b] = a;
  });
  return { lengthsKm, tolerancesKm: Float64Array.from(order, (vertex) => keptUntilKm[vertex]) };
}

function arcs(line: readonly LonLat[]): (from: number, to: number) => number {
  const ecef = new Float64Array(3 * line.length);
  line.forEach(([lon, lat], i) => toEcef(lon, lat, ecef, 3 * i));
  return (from, to) => {
    const [a, b] = [3 * from, 3 * to];
    const km =
      arcBetweenM(ecef[a], ecef[a + 1], ecef[a + 2], ecef[b], ecef[b + 1], ecef[b + 2]) / 1000;
    return km < CLOSED_FORM_KM ? km : distanceKm(line[from], line[to]);
  };
}

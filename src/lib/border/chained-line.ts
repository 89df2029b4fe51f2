import { chordToArcM, curvatureRadiusM, toEcef } from '../geodesy/ellipsoid';
import { densify } from '../geodesy/geodesic';
import { requireLonLat, type LonLat } from '../geodesy/position';

/**
 * A line whose segments are geodesics of at most 1 km, with the chainage of each vertex in km from
 * its first and the vertices' earth-centred coordinates in metres (three numbers a vertex).
 */
export interface ChainedLine {
  readonly positions: readonly LonLat[];
  readonly chainageKm: Float64Array;
  readonly ecef: Float64Array;
}

/**
 * On 1 km the chord stays within 2 cm of the ellipsoid, and its length gives the geodesic's to 1 nm;
 * so the rest of this room can reckon with straight chords.
 */
const LONGEST_SEGMENT_KM = 1;

/** Chainages that differ by no more than this, 1 µm, are the same place. */
export const SAME_CHAINAGE_KM = 1e-9;

/**
 * Lays chainages along a line, whose segments are taken as geodesics between the given vertices.
 * Throws a RangeError for fewer than two positions, one that is no position, or one given twice in
 * a row.
 */
export function chainLine(line: readonly LonLat[]): ChainedLine {
  if (line.length < 2) {
    throw new RangeError(`A line needs at least 2 positions; this one has ${line.length}.`);
  }
  line.forEach(([lon, lat], i) => requireLonLat(lon, lat, `Position ${i} of the line`));
  const positions = densify(line, LONGEST_SEGMENT_KM);
  const ecef = new Float64Array(3 * positions.length);
  positions.forEach(([lon, lat], i) => toEcef(lon, lat, ecef, 3 * i));
  return { positions, ecef, chainageKm: chainages(positions, ecef) };
}

function chainages(positions: readonly LonLat[], ecef: Float64Array): Float64Array {
  const chainageKm = new Float64Array(positions.length);
  for (let i = 1; i < positions.length; i++) {
    const segmentM = segmentLengthM(ecef, i - 1);
    if (segmentM === 0) {
      throw new RangeError(
        `The line stands still at [${positions[i].join(', ')}]: leave out the repeated position.`
      );
    }
    chainageKm[i] = chainageKm[i - 1] + segmentM / 1000;
  }
  return chainageKm;
}

function segmentLengthM(ecef: Float64Array, segment: number): number {
  const [ax, ay, az, bx, by, bz] = ecef.subarray(3 * segment, 3 * segment + 6);
  const [dx, dy, dz] = [bx - ax, by - ay, bz - az];
  const radiusM = curvatureRadiusM((ax + bx) / 2, (ay + by) / 2, (az + bz) / 2, dx, dy, dz);
  return chordToArcM(Math.hypot(dx, dy, dz), radiusM);
}

/**
 * The segment that holds a chainage: the one that begins there where it is a vertex, the last one
 * at the line's end.
 */
export function segmentAt({ chainageKm }: ChainedLine, km: number): number {
  let low = 0;
  let high = chainageKm.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (chainageKm[middle] <= km) low = middle;
    else high = middle - 1;
  }
  return low;
}

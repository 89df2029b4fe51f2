import { ECCENTRICITY2 } from '../geodesy/ellipsoid';
import type { Foot } from './line-index';

/** The side of the line: seen from its south-western end, the Afghan side is on the left. */
export type Side = 'afghan' | 'pakistan' | 'line';

/**
 * Tells whether an earth-centred point whose nearest point on the line is `foot` lies to the left of
 * the line (1) or to its right (−1).
 *
 * Within a segment the turn from the segment to the point tells. At a vertex neither segment alone
 * is enough, and the turn from the sum of both directions tells: a point nearest to the vertex lies
 * outside the bend, within a right angle of that sum's normal (the angle-weighted normal of Bærentzen
 * and Aanæs, 2005, in the plane). Beyond an end the end's segment, carried on, divides the sides.
 */
export function leftOrRight(
  ecef: Float64Array,
  { segment, fraction }: Foot,
  x: number,
  y: number,
  z: number
): number {
  const a = 3 * segment;
  let ux = ecef[a + 3] - ecef[a];
  let uy = ecef[a + 4] - ecef[a + 1];
  let uz = ecef[a + 5] - ecef[a + 2];
  const footX = ecef[a] + fraction * ux;
  const footY = ecef[a + 1] + fraction * uy;
  const footZ = ecef[a + 2] + fraction * uz;
  const b = 3 * neighbourOf(segment, fraction);
  if (b >= 0 && b < ecef.length - 3) {
    const vx = ecef[b + 3] - ecef[b];
    const vy = ecef[b + 4] - ecef[b + 1];
    const vz = ecef[b + 5] - ecef[b + 2];
    const share = Math.sqrt((ux * ux + uy * uy + uz * uz) / (vx * vx + vy * vy + vz * vz));
    ux += share * vx;
    uy += share * vy;
    uz += share * vz;
  }
  // Up, which the ellipsoid's normal gives, times along is left.
  const upZ = footZ / (1 - ECCENTRICITY2);
  const leftX = footY * uz - upZ * uy;
  const leftY = upZ * ux - footX * uz;
  const leftZ = footX * uy - footY * ux;
  return leftX * (x - footX) + leftY * (y - footY) + leftZ * (z - footZ) >= 0 ? 1 : -1;
}

/** The segment that shares the vertex at which a foot lies; none, -1, within a segment. */
function neighbourOf(segment: number, fraction: number): number {
  return fraction === 0 ? segment - 1 : fraction === 1 ? segment + 1 : -1;
}

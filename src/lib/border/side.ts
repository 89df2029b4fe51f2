import { ECCENTRICITY2 } from '../geodesy/ellipsoid';
import type { Foot } from './line-index';

/** The side of the line: seen from its south-western end, the Afghan side is on the left. */
export type Side = 'afghan' | 'pakistan' | 'line';

type Vector = [x: number, y: number, z: number];

const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0]
];

function vertexAt(ecef: Float64Array, vertex: number): Vector {
  return [ecef[3 * vertex], ecef[3 * vertex + 1], ecef[3 * vertex + 2]];
}

function direction(ecef: Float64Array, segment: number): Vector {
  const along = minus(vertexAt(ecef, segment + 1), vertexAt(ecef, segment));
  const length = Math.sqrt(dot(along, along));
  return [along[0] / length, along[1] / length, along[2] / length];
}

/**
 * Tells whether an earth-centred point whose nearest point on the line is `foot` lies to the left of
 * the line (1) or to its right (−1).
 *
 * Within a segment the turn from the segment to the point tells. At a vertex neither segment alone
 * is enough: the turn from the sum of both directions tells (the angle-weighted normal of Bærentzen
 * and Aanæs, 2005, in the plane). Where the line bends by more than a right angle that sum gets
 * small, but there a point nearest to the vertex can only lie outside the bend.
 */
export function leftOrRight(
  ecef: Float64Array,
  { segment, fraction }: Foot,
  point: Vector
): number {
  const last = ecef.length / 3 - 2;
  const vertex = fraction === 0 ? segment : fraction === 1 ? segment + 1 : -1;
  let along = direction(ecef, segment);
  let foot = vertexAt(ecef, Math.max(0, vertex));
  if (vertex < 0) {
    const a = vertexAt(ecef, segment);
    const b = vertexAt(ecef, segment + 1);
    foot = [0, 1, 2].map((k) => a[k] + fraction * (b[k] - a[k])) as Vector;
  }
  const up: Vector = [foot[0], foot[1], foot[2] / (1 - ECCENTRICITY2)];
  if (vertex > 0 && vertex <= last) {
    const before = direction(ecef, vertex - 1);
    const after = direction(ecef, vertex);
    if (dot(before, after) < 0) return dot(cross(before, after), up) > 0 ? -1 : 1;
    along = [before[0] + after[0], before[1] + after[1], before[2] + after[2]];
  }
  return dot(cross(up, along), minus(point, foot)) >= 0 ? 1 : -1;
}

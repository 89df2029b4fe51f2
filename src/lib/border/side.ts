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
 * is enough, and the turn from the sum of both directions tells: a point nearest to the vertex lies
 * outside the bend, within a right angle of that sum's normal (the angle-weighted normal of Bærentzen
 * and Aanæs, 2005, in the plane). Beyond an end the end's segment, carried on, divides the sides.
 */
export function leftOrRight(
  ecef: Float64Array,
  { segment, fraction }: Foot,
  point: Vector
): number {
  const start = vertexAt(ecef, segment);
  const end = vertexAt(ecef, segment + 1);
  const foot: Vector = [
    start[0] + fraction * (end[0] - start[0]),
    start[1] + fraction * (end[1] - start[1]),
    start[2] + fraction * (end[2] - start[2])
  ];
  const up: Vector = [foot[0], foot[1], foot[2] / (1 - ECCENTRICITY2)];
  const along = directionAt(ecef, segment, fraction);
  return dot(cross(up, along), minus(point, foot)) >= 0 ? 1 : -1;
}

/** The line's direction at a foot; at a vertex within the line the sum of both segments' directions. */
function directionAt(ecef: Float64Array, segment: number, fraction: number): Vector {
  const along = direction(ecef, segment);
  const neighbour = fraction === 0 ? segment - 1 : fraction === 1 ? segment + 1 : -1;
  const segments = ecef.length / 3 - 1;
  if (neighbour < 0 || neighbour >= segments) return along;
  const other = direction(ecef, neighbour);
  return [along[0] + other[0], along[1] + other[1], along[2] + other[2]];
}

import { toEcef } from './ellipsoid';
import { bearingDeg, distanceKm } from './geodesic';
import type { LonLat } from './position';

type Vector = readonly [x: number, y: number, z: number];

/** A geodesic between two vertices that follow one another. */
interface Side {
  from: LonLat;
  to: LonLat;
  km: number;
  /** Its ends in earth-centred metres, and what stands upright on their plane through the centre. */
  fromM: Vector;
  toM: Vector;
  normal: Vector;
}

/**
 * A geodesic leaves the plane of its ends and the earth's centre by up to 6.6e-5 m for each square of
 * its length in km (measured on lengths to 2,000 km; 6.9e-5 at 5,000 km); this is three times as much.
 */
const BULGE_M = 2e-4;
/** What rounding may add. */
const ROUNDING_M = 1e-6;

/**
 * Whether the polygon with these vertices, joined by geodesics of less than 5,000 km, crosses itself
 * or comes back to one of its vertices. Where it touches one of its sides by less than some 10 nm
 * either may be told. Takes time by the square of the vertices: meant for what a person draws.
 */
export function crossesItself(vertices: readonly LonLat[]): boolean {
  const sides = sidesOf(vertices);
  return sides.some((side, i) =>
    sides.slice(i + 1).some((other, k) => {
      const areNeighbours = k === 0 || (i === 0 && k === sides.length - 2);
      return !areNeighbours && meet(side, other);
    })
  );
}

/** The polygon's sides without those of no length. */
function sidesOf(vertices: readonly LonLat[]): Side[] {
  return vertices.flatMap((from, i) => {
    const to = vertices[(i + 1) % vertices.length];
    const km = distanceKm(from, to);
    const [fromM, toM] = [ecefOf(from), ecefOf(to)];
    const normal = unit(cross(fromM, minus(toM, fromM)));
    return km > 0 ? [{ from, to, km, fromM, toM, normal }] : [];
  });
}

function meet(a: Side, b: Side): boolean {
  const nearM = BULGE_M * (a.km + b.km) ** 2 + ROUNDING_M;
  if (isClear(a, b, nearM) || isClear(b, a, nearM) || isOutOfReach(a, b)) return false;
  if (distanceKm(a.from, b.from) === 0) return true;
  return isParted(a, b) && isParted(b, a);
}

/** Two sides with a point in common begin no farther apart than both are long. */
function isOutOfReach(a: Side, b: Side): boolean {
  return Math.hypot(...minus(a.fromM, b.fromM)) / 1000 > a.km + b.km;
}

/** Whether `other` surely keeps on one hand of `side`, which spares the exact question. */
function isClear({ normal }: Side, { fromM, toM }: Side, nearM: number): boolean {
  const [from, to] = [dot(normal, fromM), dot(normal, toM)];
  return (from > nearM && to > nearM) || (from < -nearM && to < -nearM);
}

/** Whether the two ends of `other` lie on different hands of the geodesic along `side`. */
function isParted(side: Side, other: Side): boolean {
  const ahead = bearingDeg(side.from, side.to);
  const isRight = (position: LonLat) => (bearingDeg(side.from, position) - ahead + 720) % 360 < 180;
  return isRight(other.from) !== isRight(other.to);
}

function ecefOf([lon, lat]: LonLat): Vector {
  const out = new Float64Array(3);
  toEcef(lon, lat, out, 0);
  return [out[0], out[1], out[2]];
}

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0]
];

function unit(vector: Vector): Vector {
  const length = Math.hypot(...vector);
  return [vector[0] / length, vector[1] / length, vector[2] / length];
}

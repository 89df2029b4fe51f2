import geographiclib from 'geographiclib-geodesic';
import type { LonLat } from './position';

/**
 * Geodesics on WGS84 in km and degrees, by Karney's GeographicLib (C. F. F. Karney, Algorithms for
 * geodesics, J. Geodesy 87, 2013), whose error is some 15 nm.
 */
const { WGS84, DISTANCE, AZIMUTH, LATITUDE, LONGITUDE, LONG_UNROLL, DISTANCE_IN } =
  geographiclib.Geodesic;

/** The length in km of the geodesic between two positions. */
export function distanceKm(a: LonLat, b: LonLat): number {
  return (WGS84.Inverse(a[1], a[0], b[1], b[0], DISTANCE).s12 ?? NaN) / 1000;
}

/** The direction at `from` of the geodesic to `to`, degrees clockwise from north in [0, 360). */
export function bearingDeg(from: LonLat, to: LonLat): number {
  const azimuth = WGS84.Inverse(from[1], from[0], to[1], to[0], AZIMUTH).azi1 ?? NaN;
  return (azimuth + 360) % 360;
}

/**
 * The position `distanceKm` km along the geodesic that leaves `from` at `bearingDeg`; a negative
 * distance goes backwards. With `unroll` the longitude runs on past ±180° instead of jumping.
 */
export function destination(
  from: LonLat,
  bearingDeg: number,
  distanceKm: number,
  { unroll = false } = {}
): LonLat {
  const mask = LATITUDE | LONGITUDE | (unroll ? LONG_UNROLL : 0);
  const { lon2, lat2 } = WGS84.Direct(from[1], from[0], bearingDeg, distanceKm * 1000, mask);
  return [lon2 ?? NaN, lat2 ?? NaN];
}

/**
 * The positions at each of these distances in km along the geodesic that leaves `from` at
 * `bearingDeg`; see `destination`. The longitudes run on past ±180° instead of jumping.
 */
export function destinations(
  from: LonLat,
  bearingDeg: number,
  distancesKm: readonly number[]
): LonLat[] {
  const mask = LATITUDE | LONGITUDE | LONG_UNROLL;
  const geodesic = WGS84.DirectLine(from[1], from[0], bearingDeg, 0, mask | DISTANCE_IN);
  return distancesKm.map((km) => {
    const { lon2, lat2 } = geodesic.Position(km * 1000, mask);
    return [lon2 ?? NaN, lat2 ?? NaN];
  });
}

/** A point of a geodesic, and the geodesic's direction there in degrees clockwise from north. */
export interface Waypoint {
  position: LonLat;
  bearingDeg: number;
}

/** The points of the geodesic from `a` to `b` at each of these distances in km from `a`. */
export function waypoints(a: LonLat, b: LonLat, distancesKm: readonly number[]): Waypoint[] {
  const geodesic = WGS84.InverseLine(a[1], a[0], b[1], b[0]);
  return distancesKm.map((km) => {
    const { lon2, lat2, azi2 } = geodesic.Position(km * 1000, LATITUDE | LONGITUDE | AZIMUTH);
    return { position: [lon2 ?? NaN, lat2 ?? NaN], bearingDeg: ((azi2 ?? NaN) + 360) % 360 };
  });
}

/**
 * The line with vertices added along its geodesic segments, in equal steps of at most `maxStepKm`
 * within each segment. The given vertices stay as they are.
 */
export function densify(line: readonly LonLat[], maxStepKm: number): LonLat[] {
  if (!(maxStepKm > 0)) {
    throw new RangeError(`The longest step is ${maxStepKm} km: give a number of km above 0.`);
  }
  const dense: LonLat[] = line.slice(0, 1);
  for (let i = 1; i < line.length; i++) {
    dense.push(...stepsBetween(line[i - 1], line[i], maxStepKm), line[i]);
  }
  return dense;
}

function stepsBetween(a: LonLat, b: LonLat, maxStepKm: number): LonLat[] {
  if (surelyWithin(a, b, maxStepKm)) return [];
  const km = distanceKm(a, b);
  const steps = Math.ceil(km / maxStepKm);
  const distancesKm = Array.from(
    { length: Math.max(0, steps - 1) },
    (_, k) => (km * (k + 1)) / steps
  );
  return waypoints(a, b, distancesKm).map(({ position }) => position);
}

/** A degree of latitude or longitude is never longer than this on WGS84. */
const LONGEST_DEGREE_KM = 111.7;

/** Spares the short segments, which are nearly all, the exact distance. */
function surelyWithin(a: LonLat, b: LonLat, km: number): boolean {
  return (Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1])) * LONGEST_DEGREE_KM < km;
}

/** The length in km of a line whose segments are geodesics. */
export function lengthKm(line: readonly LonLat[]): number {
  let km = 0;
  for (let i = 1; i < line.length; i++) km += distanceKm(line[i - 1], line[i]);
  return km;
}

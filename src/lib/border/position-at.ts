import { destination, waypoints, type Waypoint } from '../geodesy/geodesic';
import type { LonLat } from '../geodesy/position';
import { SAME_CHAINAGE_KM, segmentAt, type ChainedLine } from './chained-line';

/** Throws a RangeError unless the chainage lies on the line. */
export function requireChainage({ chainageKm }: ChainedLine, km: number, what: string): void {
  const lengthKm = chainageKm[chainageKm.length - 1];
  if (km >= 0 && km <= lengthKm) return;
  throw new RangeError(`${what} is ${km} km: the line has chainages from 0 to ${lengthKm} km.`);
}

/** The vertex at a chainage, or -1 within a segment. */
function vertexNear({ chainageKm }: ChainedLine, segment: number, km: number): number {
  if (km - chainageKm[segment] <= SAME_CHAINAGE_KM) return segment;
  return chainageKm[segment + 1] - km <= SAME_CHAINAGE_KM ? segment + 1 : -1;
}

function onSegment(line: ChainedLine, segment: number, km: number): Waypoint {
  const [a, b] = [line.positions[segment], line.positions[segment + 1]];
  return waypoints(a, b, [km - line.chainageKm[segment]])[0];
}

/** The direction halfway between two, degrees clockwise from north in [0, 360). */
function meanBearingDeg(before: number, after: number): number {
  const turn = ((after - before + 540) % 360) - 180;
  return (before + turn / 2 + 360) % 360;
}

/** The line's point at a chainage and its direction there, as Border tells. */
function waypointAt(line: ChainedLine, km: number): Waypoint {
  requireChainage(line, km, 'The chainage');
  const segment = segmentAt(line, km);
  const vertex = vertexNear(line, segment, km);
  if (vertex < 0) return onSegment(line, segment, km);
  const last = line.positions.length - 1;
  const at = line.chainageKm[vertex];
  const before = vertex > 0 ? onSegment(line, vertex - 1, at).bearingDeg : undefined;
  const after = vertex < last ? onSegment(line, vertex, at).bearingDeg : undefined;
  const bearing = meanBearingDeg(before ?? after ?? NaN, after ?? before ?? NaN);
  return { position: line.positions[vertex], bearingDeg: bearing };
}

/** See `Border.bearingAt`. */
export function bearingAt(line: ChainedLine, chainageKm: number): number {
  return waypointAt(line, chainageKm).bearingDeg;
}

/** See `Border.positionAt`. */
export function positionAt(line: ChainedLine, chainageKm: number, offsetKm: number): LonLat {
  if (!Number.isFinite(offsetKm)) {
    throw new RangeError(`The offset is ${offsetKm} km: give a finite number of km.`);
  }
  const { position, bearingDeg } = waypointAt(line, chainageKm);
  return offsetKm === 0 ? [...position] : destination(position, bearingDeg - 90, offsetKm);
}

import type { Hand } from './cells';
import { NARROWEST_KM, type Zone } from './zone';

/** The width of one side of a zone along the line. */
export interface Widths {
  /** The width in km at a chainage, 0 where it would be below `NARROWEST_KM`. */
  at(chainageKm: number): number;
  /** The least width that the zone has anywhere, and the greatest; both 0 if there is none. */
  leastKm: number;
  greatestKm: number;
}

/** The widths of a zone on the left (Afghan) or right (Pakistani) hand of the line. */
export function widthsOf(zone: Zone, hand: Hand): Widths {
  const side = hand > 0 ? 'afghanKm' : 'pakistanKm';
  const constantKm = zone[side];
  const points = zone.profile?.map((point) => [point.chainageKm, point[side]] as const);
  const given = points?.map(([, km]) => km) ?? [constantKm];
  const greatestKm = Math.max(...given);
  return {
    at: points ? (chainageKm) => cut(interpolate(points, chainageKm)) : () => constantKm,
    leastKm: greatestKm > 0 ? Math.max(NARROWEST_KM, Math.min(...given)) : 0,
    greatestKm
  };
}

/** A zone that tapers off ends where it would be too narrow. */
const cut = (km: number) => (km < NARROWEST_KM ? 0 : km);

/** Linear between points by rising x, constant beyond them. */
function interpolate(points: readonly (readonly [x: number, y: number])[], x: number): number {
  const after = points.findIndex(([pointX]) => pointX > x);
  if (after === 0) return points[0][1];
  if (after < 0) return points[points.length - 1][1];
  const [[x0, y0], [x1, y1]] = [points[after - 1], points[after]];
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}

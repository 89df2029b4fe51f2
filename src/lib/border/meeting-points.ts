import { destination } from '../geodesy/geodesic';
import type { LonLat } from '../geodesy/position';
import type { Border } from './border';
import type { Side } from './side';

/** The circle is gone round in steps of this much; two meetings nearer together are one or none. */
const STEP_DEG = 0.25;

/**
 * The positions that are exactly `radiusKm` from `center` and `distanceKm` from the line on a side
 * of it, in the order of their bearing from the centre; right to 1 m. The circle is sampled every
 * quarter of a degree, so that a curve that only touches it may go unseen.
 */
export function meetingPoints(
  border: Border,
  center: LonLat,
  radiusKm: number,
  { distanceKm, side }: { distanceKm: number; side: Side }
): LonLat[] {
  /** Above 0 where the circle is farther from the line than asked; null on the other side. */
  const excessAt = (bearingDeg: number): number | null => {
    const station = border.station(destination(center, bearingDeg, radiusKm));
    return station.side === side ? Math.abs(station.offsetKm) - distanceKm : null;
  };
  const points: LonLat[] = [];
  for (let bearingDeg = 0; bearingDeg < 360; bearingDeg += STEP_DEG) {
    let [low, high] = [bearingDeg, bearingDeg + STEP_DEG];
    const [atLow, atHigh] = [excessAt(low), excessAt(high)];
    if (atLow === null || atHigh === null || atLow > 0 === atHigh > 0) continue;
    for (let round = 0; round < 30; round++) {
      const middle = (low + high) / 2;
      if ((excessAt(middle) ?? atHigh) > 0 === atLow > 0) low = middle;
      else high = middle;
    }
    points.push(destination(center, (low + high) / 2, radiusKm));
  }
  return points;
}

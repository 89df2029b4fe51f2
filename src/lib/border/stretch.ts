import type { LonLat } from '../geodesy/position';
import { SAME_CHAINAGE_KM, segmentAt, type ChainedLine } from './chained-line';
import { positionAt, requireChainage } from './position-at';

/** See `Border.stretch`. */
export function stretch(line: ChainedLine, fromKm: number, toKm: number): LonLat[] {
  requireChainage(line, fromKm, "The stretch's beginning");
  requireChainage(line, toKm, "The stretch's end");
  if (fromKm >= toKm) {
    throw new RangeError(
      `The stretch runs from ${fromKm} to ${toKm} km: its beginning must come before its end.`
    );
  }
  const first = segmentAt(line, fromKm + SAME_CHAINAGE_KM) + 1;
  const last = segmentAt(line, toKm - SAME_CHAINAGE_KM);
  const between = line.positions.slice(first, last + 1);
  return [positionAt(line, fromKm, 0), ...between, positionAt(line, toKm, 0)];
}

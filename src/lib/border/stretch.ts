import type { LonLat } from '../geodesy/position';
import type { ChainedLine } from './chained-line';
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
  const between = line.positions.filter(
    (_, i) => line.chainageKm[i] > fromKm && line.chainageKm[i] < toKm
  );
  return [positionAt(line, fromKm, 0), ...between, positionAt(line, toKm, 0)];
}

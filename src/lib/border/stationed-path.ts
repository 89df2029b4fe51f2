import { measurePath, type PathMeasure } from '../geodesy/ruler';
import type { LonLat } from '../geodesy/position';
import type { Border } from './border';
import type { Station } from './station';

/** A path that was measured, each of its vertices referred to the line. */
export interface StationedPath {
  positions: readonly LonLat[];
  /** One for each position. */
  stations: readonly Station[];
  measure: PathMeasure;
}

/**
 * Measures a path and gives each vertex its station; see `measurePath` and `Border.station` for the
 * bounds. Throws a RangeError that names a position that is none.
 */
export function stationPath(border: Border, positions: readonly LonLat[]): StationedPath {
  const measure = measurePath(positions);
  return { positions, stations: positions.map((position) => border.station(position)), measure };
}

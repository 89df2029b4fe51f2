import type { LonLat } from '../geodesy/position';
import type { Side } from './side';

/** A position referred to the line. */
export interface Station {
  /** Chainage of the foot: km along the line from its south-western end. */
  chainageKm: number;
  /** Geodesic distance from the line in km: positive on the Afghan side, negative on the Pakistani. */
  offsetKm: number;
  side: Side;
  /** The nearest point on the line. */
  foot: LonLat;
  /** Which end of the line the foot is, if it is one. */
  atEnd: 'start' | 'end' | null;
}

/** Stations in columns, row by row: what a worker can hand over without copying. */
export interface StationColumns {
  chainageKm: Float64Array;
  offsetKm: Float64Array;
  footLon: Float64Array;
  footLat: Float64Array;
}

/** Columns for `count` stations. */
export function stationColumns(count: number): StationColumns {
  return {
    chainageKm: new Float64Array(count),
    offsetKm: new Float64Array(count),
    footLon: new Float64Array(count),
    footLat: new Float64Array(count)
  };
}

/** The side that an offset tells of; a position on the line has the offset 0. */
export function sideOf(offsetKm: number): Side {
  if (offsetKm === 0) return 'line';
  return offsetKm > 0 ? 'afghan' : 'pakistan';
}

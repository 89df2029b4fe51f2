import type { LonLat } from '../geodesy/position';
import { PRECISIONS, type IncidentTable } from './table';

const UNPLACED = PRECISIONS.indexOf('unplaced');
/** Where web mercator ends. */
const NORTHERNMOST = 85.051129;
const RAD = Math.PI / 180;

/** x from 0 at 180° west to 1 at 180° east. */
export const mercatorX = (lon: number) => lon / 360 + 0.5;

/** y from 0 in the north to 1 in the south. */
export function mercatorY(lat: number): number {
  const held = Math.max(-NORTHERNMOST, Math.min(NORTHERNMOST, lat));
  return 0.5 - Math.asinh(Math.tan(held * RAD)) / (2 * Math.PI);
}

export function fromMercator(x: number, y: number): LonLat {
  return [(x - 0.5) * 360, Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) / RAD];
}

/** Whether an incident is known well enough to stand on the map. */
export function isOnMap({ lonLat, precision }: IncidentTable, row: number): boolean {
  return precision[row] !== UNPLACED && !Number.isNaN(lonLat[2 * row] + lonLat[2 * row + 1]);
}

/** x and y of every row over the world, 0 to 1; NaN for what is not on the map. */
export function mercatorOf(table: IncidentTable): Float64Array {
  const xy = new Float64Array(2 * table.rows).fill(NaN);
  for (let row = 0; row < table.rows; row++) {
    if (!isOnMap(table, row)) continue;
    xy[2 * row] = mercatorX(table.lonLat[2 * row]);
    xy[2 * row + 1] = mercatorY(table.lonLat[2 * row + 1]);
  }
  return xy;
}

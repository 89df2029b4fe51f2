import type { Border } from '../border/border';
import { stationColumns } from '../border/station';
import { isLonLat } from '../geodesy/position';
import { spatialOrder } from './spatial-order';
import { PRECISIONS, type IncidentTable, type Located } from './table';
import type { Territories } from './territories';

const UNPLACED = PRECISIONS.indexOf('unplaced');
const ROWS_A_STEP = 5_000;

/**
 * Finds each incident's station and territory, yielding the share that is done. An incident without
 * a position has no station; of one that is known by its country only, the country is told and no
 * station. Stations are `border`'s, kept as 32-bit numbers: to 0.2 m in chainage, 4 mm in offset.
 * Rows are taken in their order on the map, in which a search begins near its end; a position that
 * many incidents share is located once.
 */
export function* locate(
  { rows, lonLat, precision }: Pick<IncidentTable, 'rows' | 'lonLat' | 'precision'>,
  border: Border,
  territories: Territories
): Generator<number, Located> {
  const located: Located = {
    chainageKm: new Float32Array(rows).fill(NaN),
    offsetKm: new Float32Array(rows).fill(NaN),
    territory: new Uint16Array(rows),
    territories: territories.list
  };
  const order = spatialOrder(lonLat);
  yield 0.1;
  const positions = new Float64Array(2 * ROWS_A_STEP);
  const stations = stationColumns(ROWS_A_STEP);
  /** Which of the step's positions each of its rows has. */
  const slots = new Int32Array(ROWS_A_STEP);
  for (let first = 0; first < order.length; first += ROWS_A_STEP) {
    const step = order.subarray(first, first + ROWS_A_STEP);
    const distinct = gather(step, lonLat, precision, positions, slots);
    border.stations(positions.subarray(0, 2 * distinct), stations);
    let last = -1;
    let territory = 0;
    for (let i = 0; i < step.length; i++) {
      const row = step[i];
      const slot = slots[i];
      if (slot < 0) {
        const [lon, lat] = lonLat.subarray(2 * row, 2 * row + 2);
        located.territory[row] = territories.countryAt(lon, lat);
        continue;
      }
      if (slot !== last) territory = territories.at(positions[2 * slot], positions[2 * slot + 1]);
      last = slot;
      located.chainageKm[row] = stations.chainageKm[slot];
      located.offsetKm[row] = stations.offsetKm[slot];
      located.territory[row] = territory;
    }
    yield 0.1 + (0.9 * (first + step.length)) / order.length;
  }
  return located;
}

/** Writes the distinct positions of some rows, and which each row has: −1 for none; gives how many. */
function gather(
  rows: Uint32Array,
  lonLat: Float64Array,
  precision: Uint8Array,
  positions: Float64Array,
  slots: Int32Array
): number {
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const lon = lonLat[2 * rows[i]];
    const lat = lonLat[2 * rows[i] + 1];
    slots[i] = -1;
    if (!isLonLat(lon, lat) || precision[rows[i]] === UNPLACED) continue;
    if (count === 0 || lon !== positions[2 * count - 2] || lat !== positions[2 * count - 1]) {
      positions[2 * count] = lon;
      positions[2 * count + 1] = lat;
      count++;
    }
    slots[i] = count - 1;
  }
  return count;
}

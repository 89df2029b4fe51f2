import { isLonLat, requireLonLat, type LonLat } from '../geodesy/position';
import { chainLine, type ChainedLine } from './chained-line';
import { Locator } from './locator';
import { bearingAt, positionAt } from './position-at';
import { sideOf, stationColumns, type Station, type StationColumns } from './station';
import { stretch } from './stretch';

/** The line as a coordinate system: positions to stations and back. */
export interface Border {
  readonly lengthKm: number;
  /** The line that everything here refers to, with segments of at most 1 km. */
  readonly line: ChainedLine;

  /**
   * The station of a position anywhere on earth. Within 300 km of the line the offset is right to
   * 1 mm and the chainage to 0.5 m (0.1 m within 100 km); between branches equally near to 1 mm the
   * foot may be on either. Farther away the offset is right to 0.1 m up to 10,000 km, and to 1 % at
   * the other end of the earth. Positions within 1 mm of the line are on it. Throws a RangeError if
   * the position is not finite or out of range.
   */
  station(position: LonLat): Station;

  /**
   * The stations of many positions, given as lon, lat, lon, lat …, in columns of which row i belongs
   * to position i, in `out` if given. Throws a RangeError that names the row of a position that is
   * none, for half a position at the end, or for columns that are too short.
   */
  stations(lonLat: Float64Array, out?: StationColumns): StationColumns;

  /**
   * As `stations`, but pauses after every `step` rows and yields how many are done, so that a worker
   * can answer other calls or stop in between.
   */
  stationsInSteps(
    lonLat: Float64Array,
    step?: number,
    out?: StationColumns
  ): Generator<number, StationColumns>;

  /**
   * The position at a chainage and a signed distance in km along the geodesic perpendicular to the
   * line there. At a vertex the perpendicular halves the angle between the two segments. Its station
   * is (chainageKm, offsetKm) as long as no other part of the line is nearer. Throws a RangeError
   * for a chainage beyond the line or an offset that is not finite.
   */
  positionAt(chainageKm: number, offsetKm?: number): LonLat;

  /**
   * The line's direction at a chainage, degrees clockwise from north in [0, 360); at a vertex the
   * mean of the two segments' directions. Throws a RangeError for a chainage beyond the line.
   */
  bearingAt(chainageKm: number): number;

  /**
   * The part of the line between two chainages, with its exact ends. Throws a RangeError unless
   * 0 ≤ fromKm < toKm ≤ lengthKm.
   */
  stretch(fromKm: number, toKm: number): LonLat[];
}

/**
 * Makes the coordinate system of a line that runs from the south-western end to the north-eastern,
 * so that the Afghan side is on its left. The segments are geodesics between the given vertices. Throws a
 * RangeError for a line of fewer than two positions, or with one that is out of range or repeated.
 */
export function createBorder(positions: readonly LonLat[]): Border {
  const line = chainLine(positions);
  const locator = new Locator(line);
  const lengthKm = line.chainageKm[line.chainageKm.length - 1];
  const single = stationColumns(1);

  function* stationsInSteps(
    lonLat: Float64Array,
    step = 20_000,
    out = stationColumns(lonLat.length >> 1)
  ): Generator<number, StationColumns> {
    const count = rowCount(lonLat, out);
    for (let row = 0; row < count; row++) {
      const [lon, lat] = [lonLat[2 * row], lonLat[2 * row + 1]];
      if (!isLonLat(lon, lat)) requireLonLat(lon, lat, `Position ${row}`);
      locator.locate(lon, lat, out, row);
      if ((row + 1) % step === 0 && row + 1 < count) yield row + 1;
    }
    return out;
  }

  return {
    lengthKm,
    line,
    station([lon, lat]) {
      requireLonLat(lon, lat, 'The position');
      locator.locate(lon, lat, single, 0);
      const [chainageKm, offsetKm] = [single.chainageKm[0], single.offsetKm[0]];
      const atEnd = chainageKm === 0 ? 'start' : chainageKm === lengthKm ? 'end' : null;
      const foot: LonLat = [single.footLon[0], single.footLat[0]];
      return { chainageKm, offsetKm, side: sideOf(offsetKm), foot, atEnd };
    },
    stations: (lonLat, out) => finish(stationsInSteps(lonLat, Infinity, out)),
    stationsInSteps,
    positionAt: (chainageKm, offsetKm = 0) => positionAt(line, chainageKm, offsetKm),
    bearingAt: (chainageKm) => bearingAt(line, chainageKm),
    stretch: (fromKm, toKm) => stretch(line, fromKm, toKm)
  };
}

function rowCount(lonLat: Float64Array, out: StationColumns): number {
  const rows = Object.values<Float64Array>({ ...out }).map(({ length }) => length);
  if (lonLat.length % 2 === 0 && rows.every((length) => length >= lonLat.length / 2)) {
    return lonLat.length / 2;
  }
  throw new RangeError(
    `${lonLat.length} coordinates for columns of ${rows.join(', ')} rows: give lon and lat of each ` +
      'position, and a row for each.'
  );
}

function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

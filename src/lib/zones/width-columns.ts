import type { CsvColumn } from '../formats/csv';
import type { WidthRow } from './width-profile';

/** Widths are written to the millimetre: digits beyond that mean nothing. */
const DIGITS = 6;

const lengths: Record<string, (row: WidthRow) => number | undefined> = {
  chainageKm: (row) => row.chainageKm,
  afghanKm: (row) => row.afghanKm,
  pakistanKm: (row) => row.pakistanKm,
  totalKm: (row) => row.totalKm,
  afghanOwnKm: (row) => row.afghanOwnKm,
  pakistanOwnKm: (row) => row.pakistanOwnKm,
  afghanStationKm: (row) => row.afghanStation?.km,
  pakistanStationKm: (row) => row.pakistanStation?.km
};

/** The columns of a width profile as CSV, the same for the page and the command; all in km. */
export const widthColumns: CsvColumn<WidthRow>[] = Object.entries(lengths).map(
  ([header, lengthOf]) => ({
    header,
    value(row) {
      const km = lengthOf(row);
      return km === undefined ? null : Number(km.toFixed(DIGITS));
    }
  })
);

import { bisector, greatest, least, median, pairs } from 'd3-array';
import { chainageText, widthText, type LengthUnit } from './length-unit';
import { SIDES, type SideKey } from './sides';

/** The measured widths at a chainage, in km; null where a width cannot be told. */
export interface MeasuredWidths {
  chainageKm: number;
  afghanKm: number | null;
  pakistanKm: number | null;
}

/** A row and the width of one of its sides. */
export interface Extreme {
  chainageKm: number;
  km: number;
}

/** Where a side is narrowest and where widest. */
export interface Extremes {
  least: Extreme;
  greatest: Extreme;
}

/** Rows farther apart than this many usual steps do not belong together. */
const GAP_STEPS = 1.5;

const byChainage = bisector((row: MeasuredWidths) => row.chainageKm);

/** The usual distance between rows in km; 0 for fewer than two. */
export function stepOf(rows: readonly MeasuredWidths[]): number {
  return median(pairs(rows, (a, b) => b.chainageKm - a.chainageKm)) ?? 0;
}

/** The index of the row nearest to a chainage; -1 if there are no rows. By rising chainage. */
export function nearestIndex(rows: readonly MeasuredWidths[], chainageKm: number): number {
  return byChainage.center(rows, chainageKm);
}

/** The nearest row, unless the chainage lies in a part of the line that has no rows. */
export function rowAt(
  rows: readonly MeasuredWidths[],
  chainageKm: number,
  stepKm = stepOf(rows)
): MeasuredWidths | null {
  const row = rows[nearestIndex(rows, chainageKm)];
  return row && Math.abs(row.chainageKm - chainageKm) <= stepKm ? row : null;
}

/**
 * The rows with one without widths put wherever a part of the line is left out, as between the
 * stretches of a zone, so that a curve through them breaks there.
 */
export function withGaps(rows: readonly MeasuredWidths[]): MeasuredWidths[] {
  const widestKm = GAP_STEPS * stepOf(rows);
  return rows.flatMap((row, i) => {
    const before = rows[i - 1];
    if (!before || row.chainageKm - before.chainageKm <= widestKm) return [row];
    const chainageKm = (before.chainageKm + row.chainageKm) / 2;
    return [{ chainageKm, afghanKm: null, pakistanKm: null }, row];
  });
}

/** Where a side is narrowest and widest, over the rows that the zone reaches on either side. */
export function extremesOf(rows: readonly MeasuredWidths[], side: SideKey): Extremes | null {
  const extremes = rows.flatMap((row) => {
    const km = row[side];
    const reached = Boolean(row.afghanKm) || Boolean(row.pakistanKm);
    return km !== null && reached ? [{ chainageKm: row.chainageKm, km }] : [];
  });
  const narrowest = least(extremes, ({ km }) => km);
  const widest = greatest(extremes, ({ km }) => km);
  return narrowest && widest ? { least: narrowest, greatest: widest } : null;
}

/** A row in words: “chainage 1,204 km: Afghan side 9.9 km, Pakistani side 10.0 km”. */
export function rowText(row: MeasuredWidths, unit: LengthUnit): string {
  const widths = SIDES.map(({ key, name }) => `${name} ${widthText(row[key], unit)}`);
  return `chainage ${chainageText(row.chainageKm, unit)}: ${widths.join(', ')}`;
}

/** Every nth row, n being the least of 1, 2, 5, 10, 20 … that leaves at most `most`. */
export function everyNth<T>(rows: readonly T[], most: number): { every: number; rows: T[] } {
  const decade = 10 ** Math.floor(Math.log10(Math.max(1, rows.length / most)));
  const every =
    [1, 2, 5, 10].map((step) => step * decade).find((n) => Math.ceil(rows.length / n) <= most) ??
    10 * decade;
  return { every, rows: rows.filter((_, i) => i % every === 0) };
}

import { bisectRight } from 'd3-array';
import { toCsv } from '../../../../formats/csv';
import type { DistanceCurve } from '../../../../incidents/summary';

/** How many incidents lie within a distance of the line, on each side. */
export function within({ afghanKm, pakistanKm }: DistanceCurve, km: number) {
  const afghan = bisectRight(afghanKm, km);
  const pakistan = bisectRight(pakistanKm, km);
  return { afghan, pakistan, both: afghan + pakistan };
}

/** The distance within which half of all located incidents lie; null where there are none. */
export function halfWithin(curve: DistanceCurve): number | null {
  const count = curve.afghanKm.length + curve.pakistanKm.length;
  if (count === 0) return null;
  let [a, p, km] = [0, 0, 0];
  for (let seen = 0; 2 * seen < count; seen++) {
    const [next, other] = [curve.afghanKm[a] ?? Infinity, curve.pakistanKm[p] ?? Infinity];
    if (next <= other) a++;
    else p++;
    km = Math.min(next, other);
  }
  return km;
}

export interface CurveRow {
  km: number;
  afghan: number;
  pakistan: number;
  both: number;
}

/** The curve at even steps from 0 to a distance. */
export function curveRows(curve: DistanceCurve, mostKm: number, steps: number): CurveRow[] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const km = (i / steps) * mostKm;
    return { km, ...within(curve, km) };
  });
}

export const CSV_STEPS = 200;

/** The curve as a CSV file: counts and the share of all located incidents. */
export function sharesCsv(curve: DistanceCurve, mostKm: number): string {
  const all = Math.max(1, curve.afghanKm.length + curve.pakistanKm.length);
  return toCsv(
    [
      { header: 'within_km', value: ({ km }: CurveRow) => Number(km.toFixed(3)) },
      { header: 'afghan_side', value: ({ afghan }) => afghan },
      { header: 'pakistani_side', value: ({ pakistan }) => pakistan },
      { header: 'both_sides', value: ({ both }) => both },
      { header: 'share_of_located', value: ({ both }) => Number((both / all).toFixed(4)) }
    ],
    curveRows(curve, mostKm, CSV_STEPS),
    { bom: true }
  );
}

import type { Bin, Summary } from '../../../../incidents/summary';
import type { CsvColumn } from '../../../../formats/csv';
import { toCsv } from '../../../../formats/csv';
import { count } from '../words';

/** The strong part of each bar of a chart, by where it begins: another summary may have other bars. */
export function alike(whole: Summary, strong: Summary | null): Bin[] | null {
  if (!strong) return null;
  const byLabel = new Map(strong.bins.map((bin) => [bin.label, bin]));
  return whole.bins.map(
    (bin) => byLabel.get(bin.label) ?? { ...bin, afghan: 0, pakistan: 0, neither: 0, deathsBest: 0 }
  );
}

/** A bar's numbers in words: “14 on the Afghan side, 3 on the Pakistani side, 34 deaths”. */
export function barWords(
  { afghan, pakistan, neither, deathsBest }: Bin,
  hasDeaths: boolean
): string {
  const parts = [
    ...(afghan > 0 ? [`${count(afghan)} Afghan side`] : []),
    ...(pakistan > 0 ? [`${count(pakistan)} Pakistani side`] : []),
    ...(neither > 0 ? [`${count(neither)} on neither`] : [])
  ];
  const deaths = hasDeaths && deathsBest > 0 ? [`${count(deathsBest)} deaths`] : [];
  return parts.length > 0 ? [...parts, ...deaths].join(', ') : 'none';
}

/** Which of a chart's bars hold what the map points at. */
export function markedBars(whole: Summary | null, marked: Summary | null): number[] {
  if (!whole || !marked) return [];
  const labels = new Set(marked.bins.filter((bin) => heldBy(bin) > 0).map(({ label }) => label));
  return whole.bins.flatMap((bin, i) => (labels.has(bin.label) ? [i] : []));
}

const heldBy = ({ afghan, pakistan, neither }: Bin) => afghan + pakistan + neither;

/** A bar's numbers under the filter in words; with a selection on the map also of how many. */
export function countedWords(
  bin: Bin,
  { whole, counted }: { whole: Summary | null; counted: Summary | null },
  hasDeaths: boolean
): string {
  const own = whole && counted && alike(whole, counted)?.[whole.bins.indexOf(bin)];
  if (!own || whole === counted) return barWords(bin, hasDeaths);
  return `${barWords(own, hasDeaths)} of those selected, out of ${count(heldBy(bin))}`;
}

/** What is in no bar, in a sentence; null where all is. */
export function leftOutWords({ leftOut }: Summary): string | null {
  const parts = leftOut.filter((part) => part.count > 0);
  if (parts.length === 0) return null;
  return `Not in the bars: ${parts.map(({ why, count: n }) => `${count(n)} ${why}`).join(', ')}.`;
}

/** A chart's bars as a CSV file. */
export function barsCsv(
  header: string,
  bins: readonly Bin[],
  label: (bin: Bin) => string | number
): string {
  const column = (header: string, value: (bin: Bin) => string | number): CsvColumn<Bin> => ({
    header,
    value
  });
  return toCsv(
    [
      column(header, label),
      column('afghan_side', ({ afghan }) => afghan),
      column('pakistani_side', ({ pakistan }) => pakistan),
      column('neither', ({ neither }) => neither),
      column('deaths_best', ({ deathsBest }) => deathsBest)
    ],
    bins,
    { bom: true }
  );
}

import type { LengthByRuler } from '../../border/length/length-curve';
import { toCsv, type CsvColumn } from '../../formats/csv';
import type { KnownLength } from './length.svelte';

interface Row {
  is: 'ruler' | KnownLength['is'];
  by?: string;
  lengthKm?: number;
  dividerKm?: number | null;
  toleranceKm?: number | null;
  walkedKm?: number;
  simplifiedKm?: number;
}

const rounded = (km: number | null | undefined, digits: number) =>
  km === null || km === undefined ? null : Number(km.toFixed(digits));

const columns: CsvColumn<Row>[] = [
  { header: 'row', value: ({ is }) => is },
  { header: 'by', value: ({ by }) => by },
  { header: 'lengthKm', value: ({ lengthKm }) => rounded(lengthKm, 2) },
  { header: 'dividerKm', value: ({ dividerKm }) => rounded(dividerKm, 4) },
  { header: 'toleranceKm', value: ({ toleranceKm }) => rounded(toleranceKm, 4) },
  { header: 'walkedKm', value: ({ walkedKm }) => rounded(walkedKm, 2) },
  { header: 'simplifiedKm', value: ({ simplifiedKm }) => rounded(simplifiedKm, 2) }
];

/** The known lengths with the rulers that give them, then the length by every ruler; all in km. */
export function lengthCsv(curve: readonly LengthByRuler[], known: readonly KnownLength[]): string {
  return toCsv<Row>(columns, [
    ...known.map(({ is, by, lengthKm, rulers }) => ({ is, by, lengthKm, ...rulers })),
    ...curve.map(({ rulerKm, walkedKm, simplifiedKm }) => ({
      is: 'ruler' as const,
      dividerKm: rulerKm,
      toleranceKm: rulerKm,
      walkedKm,
      simplifiedKm
    }))
  ]);
}

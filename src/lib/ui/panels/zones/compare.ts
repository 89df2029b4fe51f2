import type { Figures } from '../../../engine/analysis';
import type { Overlap } from '../../../engine/protocol';
import type { CsvColumn } from '../../../formats/csv';
import type { Proposal } from '../../../project/proposal';
import { peopleIn } from '../../../zones/inside';
import type { FlatFootprint } from '../../../zones/footprint';

/** What a figure is a number of, so that it is shown in the reader's unit. */
export type Measure = 'width' | 'length' | 'area' | 'count';

export interface CompareRow {
  title: string;
  measure: Measure;
  /** For each zone, in km, km² or a count; null while unknown, text where no number says it. */
  values: (number | string | null)[];
}

export interface CompareGroup {
  title: string;
  rows: CompareRow[];
}

/** A proposal with what is known of it by now. */
export interface Compared {
  proposal: Proposal;
  isBase: boolean;
  footprint: FlatFootprint | null;
  figures: Figures | null;
  overlap: Overlap | null;
}

/** The figures of zones side by side, in groups. */
export function compareGroups(
  zones: readonly Compared[],
  provinceNames: ReadonlyMap<string, string>
): CompareGroup[] {
  const row = (
    title: string,
    measure: Measure,
    value: (zone: Compared) => number | string | null | undefined
  ): CompareRow => ({ title, measure, values: zones.map((zone) => value(zone) ?? null) });
  const width = (side: 'afghanKm' | 'pakistanKm') => (zone: Compared) =>
    zone.proposal.profile ? 'varies' : zone.proposal[side];
  return [
    {
      title: 'As stated',
      rows: [
        row('Width, Afghan side', 'width', width('afghanKm')),
        row('Width, Pakistani side', 'width', width('pakistanKm')),
        row('Along the line', 'length', ({ footprint }) => footprint?.lengthKm)
      ]
    },
    {
      title: 'Area',
      rows: [
        row('Afghan side', 'area', ({ footprint }) => footprint?.areaAfghanKm2),
        row('Pakistani side', 'area', ({ footprint }) => footprint?.areaPakistanKm2),
        row('Both sides', 'area', ({ footprint }) => footprint?.areaKm2)
      ]
    },
    {
      title: 'Against the base',
      rows: [
        row('Shared', 'area', ({ overlap }) => overlap?.sharedKm2),
        row('Only in this zone', 'area', ({ overlap }) => overlap?.onlyOtherKm2),
        row('Only in the base', 'area', ({ overlap }) => overlap?.onlyBaseKm2)
      ]
    },
    {
      title: 'Inside',
      rows: [
        row('People, at least', 'count', ({ figures }) =>
          figures ? peopleIn(figures.inside.settlements.inside).atLeast : null
        ),
        row(
          'Settlements listed',
          'count',
          ({ figures }) => figures?.inside.settlements.inside.length
        ),
        row('Crossings', 'count', ({ figures }) => figures?.inside.crossings.inside.length),
        row('Places of the texts', 'count', ({ figures }) => figures?.inside.places.inside.length)
      ]
    },
    {
      title: 'Width across the line, both sides',
      rows: [
        row('Least', 'width', ({ figures }) => figures?.widths.total?.least.km),
        row('Mean', 'width', ({ figures }) => figures?.widths.total?.meanKm),
        row('Greatest', 'width', ({ figures }) => figures?.widths.total?.greatest.km)
      ]
    },
    { title: 'Area by province', rows: provinceRows(zones, provinceNames, row) }
  ].filter(({ rows }) => rows.length > 0);
}

function provinceRows(
  zones: readonly Compared[],
  names: ReadonlyMap<string, string>,
  row: (
    title: string,
    measure: Measure,
    value: (zone: Compared) => number | null | undefined
  ) => CompareRow
): CompareRow[] {
  const found = zones.flatMap(({ figures }) => figures?.provinces ?? []);
  const ids = [...new Set(found.flatMap(({ id }) => id ?? []))];
  return ids
    .map((id) =>
      row(names.get(id) ?? id, 'area', ({ figures }) =>
        figures ? (figures.provinces.find((part) => part.id === id)?.areaKm2 ?? 0) : null
      )
    )
    .sort((a, b) => a.title.localeCompare(b.title));
}

/** The part by which a value differs from the base's; null where that says nothing. */
export function change(value: number | string | null, base: number | string | null): number | null {
  if (typeof value !== 'number' || typeof base !== 'number' || base === 0) return null;
  const share = value / base - 1;
  return Math.abs(share) < 5e-4 ? 0 : share;
}

const UNIT: Record<Measure, string> = { width: 'km', length: 'km', area: 'km²', count: '' };
const DIGITS: Record<Measure, number> = { width: 3, length: 3, area: 2, count: 0 };

/** The columns of the table as a CSV file: figure, unit, and a column for each zone. */
export function csvColumns(
  zones: readonly Compared[]
): CsvColumn<{ group: string; row: CompareRow }>[] {
  return [
    { header: 'group', value: ({ group }) => group },
    { header: 'figure', value: ({ row }) => row.title },
    { header: 'unit', value: ({ row }) => UNIT[row.measure] },
    ...zones.map(({ proposal, isBase }, i): CsvColumn<{ group: string; row: CompareRow }> => ({
      header: isBase ? `${proposal.name} (base)` : proposal.name,
      value: ({ row }) => {
        const value = row.values[i];
        return typeof value === 'number' ? Number(value.toFixed(DIGITS[row.measure])) : value;
      }
    }))
  ];
}

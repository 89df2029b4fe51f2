import type { Figures, NamedPoint, SettlementPoint } from '../../../engine/analysis';
import { peopleIn, type Inside } from '../../../zones/inside';
import type { WidthSummary } from '../../../zones/width-summary';
import { area, length } from '../../format';

export interface FigureRow {
  title: string;
  value: string;
  note?: string;
}

const SIDE: Record<'afghan' | 'pakistan', string> = {
  afghan: 'Afghan side',
  pakistan: 'Pakistani side'
};

/** The area in each province, as the panel shows it. */
export function provinceRows(
  { provinces }: Figures,
  names: ReadonlyMap<string, string>
): FigureRow[] {
  return provinces.map(({ id, side, areaKm2 }) => ({
    title: id === null ? `In no province, ${SIDE[side]}` : (names.get(id) ?? id),
    value: area(areaKm2)
  }));
}

/** Least, mean and greatest width of each side and of both, and where. */
export function widthRows({ widths }: Figures): FigureRow[] {
  const rowsOf = (name: string, summary: WidthSummary | null): FigureRow[] =>
    summary && summary.greatest.km > 0
      ? [
          {
            title: name,
            value: [summary.least.km, summary.meanKm, summary.greatest.km]
              .map((km) => length(km, 1))
              .join(' · '),
            note: `least at ${length(summary.least.chainageKm)}, greatest at ${length(summary.greatest.chainageKm)}`
          }
        ]
      : [];
  return [
    ...rowsOf(SIDE.afghan, widths.afghan),
    ...rowsOf(SIDE.pakistan, widths.pakistan),
    ...rowsOf('Both sides', widths.total)
  ];
}

/** How many settlements and people, with what is known of the latter. */
export function people(settlements: readonly SettlementPoint[]): { summary: string; note: string } {
  const { settlements: count, withPopulation, atLeast } = peopleIn(settlements);
  const summary = `${count}, at least ${atLeast.toLocaleString('en')} people`;
  const note =
    `${withPopulation} of ${count} have a population in GeoNames, which is often too low: ` +
    'people “at least”. Places under 1,000 people are mostly missing.';
  return { summary: count === 0 ? 'none listed' : summary, note };
}

/** The names of what lies inside, and of what may; null if there are none. */
export function namesIn({ inside, uncertain }: Inside<NamedPoint>): string | null {
  const names = (points: readonly NamedPoint[]) => points.map(({ name }) => name).join(', ');
  const parts = [
    ...(inside.length > 0 ? [`${names(inside)}.`] : []),
    ...(uncertain.length > 0
      ? [`Perhaps, their positions not being known well enough: ${names(uncertain)}.`]
      : [])
  ];
  return parts.length > 0 ? parts.join(' ') : null;
}

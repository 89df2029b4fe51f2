import type { LonLat } from '../geodesy/position';
import { cellText } from './cells-text';
import { PRECISIONS, type LocatedTable, type Precision, type Role } from './table';
import { whenInWords } from './when';

/** One incident, as its card shows it. */
export interface IncidentCard {
  row: number;
  title: string;
  when: string;
  position: LonLat | null;
  precision: Precision;
  radiusKm: number | null;
  station: { chainageKm: number; offsetKm: number } | null;
  territory: string;
  /** All columns that are not blank, in the file's order. */
  fields: { name: string; value: string }[];
  /** Only http and https. */
  links: { label: string; url: string }[];
}

const MOST_LINKS = 20;
const LONGEST_TITLE = 120;

export function cardOf(table: LocatedTable, row: number): IncidentCard {
  const { lonLat, radiusKm, precision, located, firstDay, lastDay, lasted } = table;
  const [lon, lat] = [lonLat[2 * row], lonLat[2 * row + 1]];
  const chainageKm = located.chainageKm[row];
  const fields = table.columns
    .map((column) => ({ name: column.name, value: cellText(column, row) }))
    .filter(({ value }) => value.trim() !== '');
  return {
    row,
    title: titleOf(table, row),
    when: whenInWords(firstDay[row], lastDay[row], lasted[row] === 1),
    position: Number.isNaN(lon + lat) ? null : [lon, lat],
    precision: PRECISIONS[precision[row]],
    radiusKm: Number.isNaN(radiusKm[row]) ? null : radiusKm[row],
    station: Number.isNaN(chainageKm) ? null : { chainageKm, offsetKm: located.offsetKm[row] },
    territory: located.territories[located.territory[row]].name,
    fields,
    links: fields.flatMap(({ value }) => linksIn(value)).slice(0, MOST_LINKS)
  };
}

/** One incident, as a list shows it. */
export interface IncidentLine {
  row: number;
  title: string;
  when: string;
  where: string;
}

export function lineOf(table: LocatedTable, row: number): IncidentLine {
  const { firstDay, lastDay, lasted, located } = table;
  const place = roleText(table, row, 'place');
  const territory = located.territories[located.territory[row]].name;
  const where = territory === '' || place === territory ? [place] : [place, territory];
  return {
    row,
    title: titleOf(table, row),
    when: whenInWords(firstDay[row], lastDay[row], lasted[row] === 1),
    where: where.filter(Boolean).join(', ')
  };
}

/** What the file gives for a title, else what happened and between whom, else where it stands. */
function titleOf(table: LocatedTable, row: number): string {
  const said = (role: Role) => roleText(table, row, role);
  const actors = [said('actor1'), said('actor2')].filter(Boolean).join(' – ');
  const made = [said('subtype') || said('type'), actors].filter(Boolean).join(': ');
  const title = said('title') || made || said('place') || said('notes') || said('id');
  if (title === '') return `Row ${table.fileRow[row]}`;
  return title.length > LONGEST_TITLE
    ? `${[...title].slice(0, LONGEST_TITLE - 1).join('')}…`
    : title;
}

function roleText({ columns, roles }: LocatedTable, row: number, role: Role): string {
  const index = roles[role];
  return index === undefined ? '' : cellText(columns[index], row).replace(/\s+/g, ' ').trim();
}

/** The addresses in a text that are http or https, each named by its host. */
function linksIn(text: string): { label: string; url: string }[] {
  return (text.match(/https?:\/\/[^\s"'<>|]+/gi) ?? []).flatMap((found) => {
    const address = found.replace(/[.,;:!?)\]]+$/, '');
    const url = URL.canParse(address) ? new URL(address) : null;
    const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
    return url && isWeb ? [{ label: url.hostname, url: url.href }] : [];
  });
}

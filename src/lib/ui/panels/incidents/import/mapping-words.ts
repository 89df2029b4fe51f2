import type { Mapping, PrecisionScheme } from '../../../../incidents/mapping';
import type { Role } from '../../../../incidents/table';

/** The columns' names as they are chosen from: those that repeat are numbered, blank ones too. */
export function columnNames(header: readonly string[]): string[] {
  const seen: Record<string, number> = {};
  return header.map((name, i) => {
    const stem = name.trim() || `Column ${i + 1}`;
    seen[stem] = (seen[stem] ?? 0) + 1;
    return seen[stem] > 1 ? `${stem} (${seen[stem]})` : stem;
  });
}

/** Where a mapping takes position and date from, in a sentence. */
export function mappingWords({ position, time }: Mapping, header: readonly string[]): string {
  const names = columnNames(header);
  const name = (column: number) => `“${names[column] ?? `column ${column + 1}`}”`;
  const where = {
    'lon-lat': () =>
      position.as === 'lon-lat'
        ? `Position from ${name(position.lat)} and ${name(position.lon)}`
        : '',
    one: () => (position.as === 'one' ? `Position from ${name(position.column)}` : ''),
    names: () =>
      position.as === 'names' ? `Position from place names in ${name(position.column)}` : '',
    none: () => 'No position'
  }[position.as]();
  const when = {
    day: () => (time.as === 'day' ? `date from ${name(time.column)}` : ''),
    span: () => (time.as === 'span' ? `date from ${name(time.from)} to ${name(time.to)}` : ''),
    parts: () => (time.as === 'parts' ? `date from ${name(time.year)} and what goes with it` : ''),
    none: () => 'no date'
  }[time.as]();
  return `${where}, ${when}.`;
}

export const SCHEME_NAMES: Record<PrecisionScheme, string> = {
  ucdp: 'UCDP codes, 1 to 7',
  acled: 'ACLED codes, 1 to 3',
  gtd: 'GTD codes, 1 to 5',
  gdelt: 'GDELT types, 1 to 5',
  km: 'a radius in km'
};

export const ROLE_NAMES: Record<Role, string> = {
  id: 'Its number or id',
  title: 'Title',
  notes: 'Notes',
  type: 'Type of event',
  subtype: 'Finer type',
  actor1: 'First actor',
  actor2: 'Second actor',
  place: 'Name of the place',
  source: 'Source',
  link: 'Link'
};

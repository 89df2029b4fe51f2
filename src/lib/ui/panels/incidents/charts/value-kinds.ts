import type { TableFacts } from '../../../../engine/incidents/protocol';

/** What incidents can be counted by. */
export type ValueKind = { id: string; title: string } & (
  { of: 'column'; column: number } | { of: 'territory' } | { of: 'deaths' }
);

const FIRST = ['type', 'subtype', 'actor1', 'actor2', 'place', 'source'] as const;
/** A column of more values than these tells every incident apart, and so nothing. */
const MOST_DISTINCT = 5000;

/** Type and actors first, then province and deaths, then the file's other columns of few values. */
export function kindsOf({ columns, roles, hasDeaths }: TableFacts): ValueKind[] {
  const column = (index: number): ValueKind => ({
    id: `column ${index}`,
    title: columns[index].name || `column ${index + 1}`,
    of: 'column',
    column: index
  });
  const first = [...new Set(FIRST.flatMap((role) => roles[role] ?? []))].filter(
    (index) => index < columns.length
  );
  const others = columns.flatMap(({ kind, distinct }, index) => {
    const few = kind === 'category' && distinct !== null && distinct > 1;
    return few && distinct <= MOST_DISTINCT && !first.includes(index) ? [index] : [];
  });
  return [
    ...first.map(column),
    { id: 'territory', title: 'province', of: 'territory' },
    ...(hasDeaths ? [{ id: 'deaths', title: 'deaths', of: 'deaths' } as const] : []),
    ...others.map(column)
  ];
}

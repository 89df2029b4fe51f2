import type { ZoneCount } from '../../../incidents/summary';
import type { InZone, TableInZones } from '../../incidents/zone-counts.svelte';
import { isoDay } from '../incidents/words';
import type { CompareGroup, CompareRow } from './compare';

/** The incidents in each zone as rows of the table, for the zones in its order. */
export function incidentGroups(
  { table, splitDay, zones }: TableInZones,
  ids: readonly string[]
): CompareGroup[] {
  const row = (title: string, value: (zone: InZone) => number | undefined): CompareRow => ({
    title,
    measure: 'count',
    values: ids.map((id) => (zones[id] ? (value(zones[id]) ?? null) : null))
  });
  const deaths = (which: (zone: InZone) => ZoneCount | undefined, when = '') =>
    table.hasDeaths
      ? [
          row(`Deaths${when}, best estimate`, (zone) => which(zone)?.deathsBest),
          row(`Deaths${when}, low`, (zone) => which(zone)?.deathsLow),
          row(`Deaths${when}, high`, (zone) => which(zone)?.deathsHigh)
        ]
      : [];
  const inAll = (zone: InZone) => zone.count;
  const period =
    splitDay === null
      ? []
      : [
          row(`Before ${isoDay(splitDay)}`, ({ before }) => before?.incidents),
          ...deaths(({ before }) => before, ` before ${isoDay(splitDay)}`).slice(0, 1),
          row(`From ${isoDay(splitDay)}`, ({ from }) => from?.incidents),
          ...deaths(({ from }) => from, ` from ${isoDay(splitDay)}`).slice(0, 1)
        ];
  return [
    {
      title: `Incidents of ${table.name}`,
      rows: [
        row('Incidents', ({ count }) => count.incidents),
        row('Of these, near the edge', ({ count }) => count.uncertain),
        ...deaths(inAll),
        ...period
      ]
    },
    { title: `${table.name} by type`, rows: typeRows(zones, ids) }
  ].filter(({ rows }) => rows.length > 0);
}

function typeRows(zones: Record<string, InZone>, ids: readonly string[]): CompareRow[] {
  const labels = new Set(ids.flatMap((id) => zones[id]?.types.map(({ label }) => label) ?? []));
  return [...labels].map((label) => ({
    title: label || 'blank',
    measure: 'count',
    values: ids.map((id) =>
      zones[id] ? (zones[id].types.find((type) => type.label === label)?.incidents ?? 0) : null
    )
  }));
}

import { expect, test } from 'vitest';
import type { TableFacts } from '../../../engine/incidents/protocol';
import type { TableInZones } from '../../incidents/zone-counts.svelte';
import { incidentGroups } from './compare-incidents';

const count = (incidents: number) => ({
  incidents,
  deathsBest: 2 * incidents,
  deathsLow: incidents,
  deathsHigh: 3 * incidents,
  uncertain: 1
});
const inZones = (given: Partial<TableInZones>): TableInZones => ({
  table: { name: 'UCDP', hasDeaths: true } as TableFacts,
  splitDay: null,
  zones: {
    a: { count: count(10), types: [{ label: 'Battles', incidents: 9 }] },
    b: { count: count(4), types: [{ label: 'Riots', incidents: 4 }] }
  },
  ...given
});
const values = (groups: ReturnType<typeof incidentGroups>, title: string) =>
  groups.flatMap(({ rows }) => rows).find((row) => row.title === title)?.values;

test('zones stand in the table’s order, with deaths by all three counts, and types that one lacks', () => {
  const groups = incidentGroups(inZones({}), ['b', 'a', 'unknown']);
  expect(values(groups, 'Incidents')).toEqual([4, 10, null]);
  expect(values(groups, 'Deaths, high')).toEqual([12, 30, null]);
  expect(values(groups, 'Battles')).toEqual([0, 9, null]);
});

test('a date splits the counts into before and from', () => {
  const zones = { a: { count: count(10), before: count(7), from: count(3), types: [] } };
  const groups = incidentGroups(inZones({ splitDay: 0, zones }), ['a']);
  expect(values(groups, 'Before 1970-01-01')).toEqual([7]);
  expect(values(groups, 'From 1970-01-01')).toEqual([3]);
  expect(values(groups, 'Deaths before 1970-01-01, best estimate')).toEqual([14]);
});

test('deaths are left out where the file has none', () => {
  const table = { name: 'Mine', hasDeaths: false } as TableFacts;
  expect(values(incidentGroups(inZones({ table }), ['a']), 'Deaths, low')).toBeUndefined();
});

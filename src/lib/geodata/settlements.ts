import * as v from 'valibot';
import { isLonLat, type LonLat } from '../geodesy/position';
import { catalogEntry } from './catalog';
import { readBy } from './read';

export interface Settlement {
  name: string;
  position: LonLat;
  /** ISO code of its country. */
  country: string;
  /** People at least: the source is often too low, and null where it has no figure. */
  population: number | null;
  /** Importance for labels, 1 the greatest; geodata/PROVENANCE.md has the rule. */
  rank: number;
}

const columns = ['name', 'lon', 'lat', 'country', 'population', 'role', 'rank'] as const;

const Row = v.pipe(
  v.tupleWithRest(
    [
      v.pipe(v.string(), v.nonEmpty()),
      v.number(),
      v.number(),
      v.string(),
      v.nullable(v.pipe(v.number(), v.minValue(1))),
      v.nullable(v.string()),
      v.picklist([1, 2, 3, 4, 5])
    ],
    v.unknown()
  ),
  v.check(([, lon, lat]) => isLonLat(lon, lat), 'is no position in degrees')
);

const TableSchema = v.object({
  columns: v.pipe(
    v.array(v.string()),
    v.check((names) => columns.every((name, i) => names[i] === name), `must begin: ${columns}`)
  ),
  rows: v.array(Row)
});

/** The settlements from their table; throws when it is not sound. */
export function readSettlements(raw: unknown): Settlement[] {
  const { rows } = readBy(TableSchema, raw, catalogEntry('settlements').title);
  return rows.map(([name, lon, lat, country, population, , rank]) => ({
    name,
    position: [lon, lat],
    country,
    population,
    rank
  }));
}

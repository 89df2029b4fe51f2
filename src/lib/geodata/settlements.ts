import * as v from 'valibot';
import { isLonLat, type LonLat } from '../geodesy/position';
import { catalogEntry } from './catalog';
import { readBy } from './read';

const SettlementSchema = v.object({
  name: v.pipe(v.string(), v.nonEmpty()),
  position: v.custom<LonLat>(
    (value) => Array.isArray(value) && value.length === 2 && isLonLat(value[0], value[1]),
    'is no position in degrees'
  ),
  /** People at least: the source is often too low, and null where it has no figure. */
  population: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
  country: v.string(),
  /** Importance for labels, 1 the greatest; the rule stands in the catalog. */
  rank: v.picklist([1, 2, 3, 4, 5])
});

export type Settlement = v.InferOutput<typeof SettlementSchema>;

/** The settlements from their file; throws when it is not sound. */
export function readSettlements(raw: unknown): Settlement[] {
  const { title } = catalogEntry('settlements');
  return readBy(v.object({ settlements: v.array(SettlementSchema) }), raw, title).settlements;
}

import { group } from 'd3-array';
import type { LonLat } from '../../geodesy/position';
import { NARROWEST_KM, type Stretch } from '../zone';
import type { Between, Condition, DistanceCondition, OffsetCondition } from './condition';

/** What is between two distances from a place. */
export interface Ring extends Between {
  at: LonLat;
}

/** Conditions brought together, so that no two of them speak of the same. */
export interface Combined {
  /** One a place. */
  rings: Ring[];
  band: (Between & { side: OffsetCondition['side'] }) | null;
  stretch: Stretch | null;
  province: string | null;
}

/**
 * Brings conditions together; null if they exclude each other on their face: two sides, two
 * provinces, intervals that do not overlap. A least distance from the line below `NARROWEST_KM`, which
 * lies within the line's own uncertainty, counts as none.
 */
export function combine(conditions: readonly Condition[]): Combined | null {
  const rings = ringsOf(conditions.filter((it) => it.kind === 'distance'));
  const offsets = conditions.filter((it) => it.kind === 'offset');
  const stretches = conditions.filter((it) => it.kind === 'stretch');
  const provinces = new Set(conditions.filter((it) => it.kind === 'province').map(({ id }) => id));
  const sides = new Set(offsets.map(({ side }) => side).filter((side) => side !== 'either'));
  if (provinces.size > 1 || sides.size > 1) return null;
  const [province = null] = provinces;
  const [side = 'either'] = sides;
  const combined: Combined = {
    rings,
    band: offsets.length > 0 ? { side, ...beyondNarrowest(overlap(offsets)) } : null,
    stretch: stretches.length > 0 ? commonStretch(stretches) : null,
    province
  };
  const { band, stretch } = combined;
  const intervals = band ? [...rings, band] : rings;
  if (intervals.some(({ leastKm, mostKm }) => leastKm >= mostKm)) return null;
  return stretch && stretch.fromKm >= stretch.toKm ? null : combined;
}

function ringsOf(distances: readonly DistanceCondition[]): Ring[] {
  const byPlace = group(distances, ({ from }) => from.join(' '));
  return [...byPlace.values()].map((of) => ({ at: of[0].from, ...overlap(of) }));
}

const overlap = (intervals: readonly Between[]): Between => ({
  leastKm: Math.max(...intervals.map(({ leastKm }) => leastKm)),
  mostKm: Math.min(...intervals.map(({ mostKm }) => mostKm))
});

const beyondNarrowest = ({ leastKm, mostKm }: Between): Between => ({
  leastKm: leastKm < NARROWEST_KM ? 0 : leastKm,
  mostKm
});

/** What stretches have in common; it ends before it begins if that is nothing. */
export const commonStretch = (stretches: readonly Stretch[]): Stretch => ({
  fromKm: Math.max(...stretches.map(({ fromKm }) => fromKm)),
  toKm: Math.min(...stretches.map(({ toKm }) => toKm))
});

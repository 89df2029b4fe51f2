import type { Projection } from '../geodesy/projection';
import type { Hand } from './cells';
import type { Region } from './clip';
import { territoryRegion } from './countries';
import type { Frontiers } from './frontier';
import type { Territory } from './territory';

/** A province that a zone can be limited to. It must share the line's vertices where it meets it. */
export interface ZoneProvince {
  id: string;
  name: string;
  country: 'AF' | 'PK';
  geometry: Territory;
}

/** Gives provinces on a hand of the line as one region; null if none of them lies in its country. */
export type ProvinceRegions = (ids: readonly string[], hand: Hand) => Region | null;

/** Sets of provinces are few while someone chooses among them, so this many are kept. */
const RECENT_SETS = 100;

export function provinceRegions(
  provinces: readonly ZoneProvince[],
  frontiers: Frontiers,
  projection: Projection
): ProvinceRegions {
  const recent = new Map<string, Region>();
  return (ids, hand) => {
    const chosen = provinces.filter(({ id, country }) => {
      return ids.includes(id) && handOf(country) === hand;
    });
    if (chosen.length === 0) return null;
    const key = chosen.map(({ id }) => id).join(' ');
    const territories = chosen.map(({ geometry }) => geometry);
    const region = recent.get(key) ?? territoryRegion(territories, hand, frontiers, projection);
    recent.set(key, region);
    if (recent.size > RECENT_SETS) recent.clear();
    return region;
  };
}

/** The hand of the line on which a country lies. */
export const handOf = (country: ZoneProvince['country']): Hand => (country === 'AF' ? 1 : -1);

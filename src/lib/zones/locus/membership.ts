import type { Border } from '../../border/border';
import { distanceKm } from '../../geodesy/geodesic';
import type { LonLat } from '../../geodesy/position';
import { createWithin } from '../../geodesy/within';
import { handOf, type ZoneProvince } from '../provinces';
import { NARROWEST_KM, WIDEST_KM } from '../zone';
import type { Condition, OffsetCondition } from './condition';

/** Tells by their definition whether a position satisfies conditions. */
export type Satisfies = (position: LonLat, condition: Condition) => boolean;

/**
 * Prepares to tell, for a line and the provinces that tile its two countries. Without provinces a
 * side is not limited to its country. A position on the line is on both sides.
 */
export function createSatisfies(border: Border, provinces: readonly ZoneProvince[]): Satisfies {
  const territories = provinces.map(({ id, country, geometry }) => ({
    id,
    hand: handOf(country),
    holds: createWithin(geometry)
  }));
  const handOn = { afghan: 1, pakistan: -1 };

  function isInCountry(position: LonLat, hand: number): boolean {
    if (territories.length === 0) return true;
    return territories.some((territory) => territory.hand === hand && territory.holds(position));
  }

  function isOffset(position: LonLat, { side, leastKm, mostKm }: OffsetCondition): boolean {
    const { offsetKm } = border.station(position);
    const awayKm = Math.abs(offsetKm);
    if (awayKm > mostKm || (leastKm >= NARROWEST_KM && awayKm < leastKm)) return false;
    if (side === 'either' || offsetKm === 0) return true;
    return Math.sign(offsetKm) === handOn[side] && isInCountry(position, handOn[side]);
  }

  return (position, condition) => {
    if (condition.kind === 'distance') {
      const km = distanceKm(position, condition.from);
      return km >= condition.leastKm && km <= condition.mostKm;
    }
    if (condition.kind === 'offset') return isOffset(position, condition);
    if (condition.kind === 'stretch') {
      const { chainageKm, offsetKm } = border.station(position);
      if (Math.abs(offsetKm) > WIDEST_KM) return false;
      return chainageKm >= condition.fromKm && chainageKm <= condition.toKm;
    }
    return territories.some(({ id, holds }) => id === condition.id && holds(position));
  };
}

import type { Border } from '../border/border';
import type { Station } from '../border/station';
import { distanceKm } from '../geodesy/geodesic';
import type { LonLat } from '../geodesy/position';
import { createWithin } from '../geodesy/within';
import type { Hand } from './cells';
import type { ZoneCountries } from './countries';
import { createClearance, type Ground } from './clearance';
import { handOf, type ZoneProvince } from './provinces';
import { widthsOf } from './widths';
import { requireProvinces, requireZone, stretchesOf, type Zone } from './zone';

/** What a zone holds, told by its definition and not by its outline. */
export interface ZoneMembership {
  /**
   * Whether a position is in the zone: its foot lies in a stretch, its offset is at most the width
   * there, it is in one of the zone's provinces, or else with flat ends in its side's own country,
   * and in no circle that is left out. A position on the line is in the zone if one is that lies
   * 1 m to either side. Throws a RangeError for what is no position.
   */
  contains(position: LonLat): boolean;
  /**
   * The same for a position known to `uncertaintyKm` only: `uncertain` unless the definition says
   * the same of all that is so near to it. Told by a lower bound of how far the zone's edge is (see
   * `createClearance`), so some are called uncertain without need: beside the ends of stretches,
   * where a width varies, and between provinces of the zone. Frontiers are known to 10 m here.
   */
  certainty(position: LonLat, uncertaintyKm: number): Certainty;
}

export type Certainty = 'inside' | 'outside' | 'uncertain';

/** How far to the side, in km, a position on the line is looked at. */
const BESIDE_LINE_KM = 1e-3;

/**
 * Prepares to tell what a zone holds. Throws a RangeError that says what is wrong with the zone.
 * `countries` and `provinces` are those of the zone engine, and their names mean the same.
 */
export function createZoneMembership(
  border: Border,
  zone: Zone,
  countries?: ZoneCountries,
  provinces: readonly ZoneProvince[] = []
): ZoneMembership {
  requireZone(zone, border.lengthKm);
  requireProvinces(zone, (id) => provinces.some((province) => province.id === id));
  const widths = { [1]: widthsOf(zone, 1), [-1]: widthsOf(zone, -1) };
  const stretches = stretchesOf(zone, border.lengthKm);
  const grounds = { [1]: groundOf(1), [-1]: groundOf(-1) };

  /** Where one side of the zone may lie; undefined if anywhere. */
  function groundOf(hand: Hand): Ground | undefined {
    const named = zone.provinces ?? [];
    if (named.length === 0 && (!countries || zone.caps === 'round')) return undefined;
    const own = provinces.filter(
      ({ id, country }) => handOf(country) === hand && named.includes(id)
    );
    const country = hand > 0 ? countries?.afghanistan : countries?.pakistan;
    const territories =
      named.length > 0 || !country ? own.map(({ geometry }) => geometry) : [country];
    const holding = territories.map(createWithin);
    return { territories, holds: (position) => holding.some((holds) => holds(position)) };
  }

  function isAlong({ chainageKm, atEnd }: Station): boolean {
    if (atEnd !== null && zone.caps !== 'round') return false;
    return stretches.some(({ fromKm, toKm }) => chainageKm >= fromKm && chainageKm <= toKm);
  }

  function isOnSide(position: LonLat, station: Station, hand: Hand): boolean {
    const widthKm = widths[hand].at(station.chainageKm);
    if (widthKm === 0 || Math.abs(station.offsetKm) > widthKm || !isAlong(station)) return false;
    if ((zone.keepOut ?? []).some(({ at, radiusKm }) => distanceKm(position, at) < radiusKm)) {
      return false;
    }
    return grounds[hand]?.holds(position) ?? true;
  }

  function contains(position: LonLat): boolean {
    const station = border.station(position);
    if (station.offsetKm !== 0) return isOnSide(position, station, station.offsetKm > 0 ? 1 : -1);
    return ([1, -1] as const).some((hand) => {
      const beside = border.positionAt(station.chainageKm, hand * BESIDE_LINE_KM);
      return isOnSide(beside, border.station(beside), hand);
    });
  }

  const clearanceKm = createClearance(border, zone, grounds);
  return {
    contains,
    certainty(position, uncertaintyKm) {
      const isInside = contains(position);
      if (uncertaintyKm > 0 && Math.abs(clearanceKm(position)) < uncertaintyKm) return 'uncertain';
      return isInside ? 'inside' : 'outside';
    }
  };
}

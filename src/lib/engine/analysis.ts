import type { Border } from '../border/border';
import type { Settlement } from '../geodata/settlements';
import type { LonLat } from '../geodesy/position';
import { crossings } from '../texts/gazetteer';
import type { Place } from '../texts/schema';
import type { ZoneCountries } from '../zones/countries';
import { differencePolygons } from '../zones/difference';
import type { ZoneEngine } from '../zones/engine';
import { zoneFigures, type ZoneFigures } from '../zones/figures';
import type { PointOfInterest } from '../zones/inside';
import { createZoneMembership } from '../zones/membership';
import { overlapOf } from '../zones/overlap';
import type { ZoneProvince } from '../zones/provinces';
import type { Zone } from '../zones/zone';
import { inTurns } from './in-turns';
import type { DrawnComparison, Overlap } from './protocol';

export interface NamedPoint extends PointOfInterest {
  name: string;
}
export interface SettlementPoint extends NamedPoint {
  population: number | null;
}

/** What is looked for in a zone. */
export type Lists = {
  settlements: SettlementPoint[];
  crossings: NamedPoint[];
  places: NamedPoint[];
};
export type Figures = ZoneFigures<Lists>;

/** What the figures and comparisons of zones stand on. */
export interface Ground {
  border: Border;
  zones: ZoneEngine;
  countries: ZoneCountries | undefined;
  provinces: readonly ZoneProvince[];
  settlements: readonly Settlement[];
  places: readonly Place[];
}

const named = ({
  id,
  name,
  at,
  uncertaintyKm
}: {
  id: string;
  name: string;
  at: LonLat;
  uncertaintyKm: number;
}): NamedPoint => ({ id, name, position: at, uncertaintyKm });

function listsOf({ settlements, places }: Ground): Lists {
  return {
    settlements: settlements.map(({ name, country, position, population }, i) => ({
      id: String(i),
      name: `${name} (${country})`,
      position,
      population
    })),
    crossings: crossings.map(named),
    places: places.map(named)
  };
}

/** All figures of a zone, computed in turns with whatever else the worker is asked. */
export function figuresOf(ground: Ground, zone: Zone): Promise<Figures> {
  const { border, zones, countries, provinces } = ground;
  const membership = createZoneMembership(border, zone, countries, provinces);
  return inTurns(zoneFigures(border, zones, zone, membership, listsOf(ground)));
}

/** The areas that two zones share and that only one of them covers, exact to the engine's bound. */
export function overlapAreas({ border, zones }: Ground, base: Zone, other: Zone): Overlap {
  const common = overlapOf(base, other, border.lengthKm);
  const shared = common && zones.footprint(common);
  const [baseKm2, otherKm2] = [base, other].map((zone) => zones.footprint(zone).areaKm2);
  const sharedKm2 = shared?.areaKm2 ?? 0;
  return {
    sharedKm2,
    onlyBaseKm2: Math.max(0, baseKm2 - sharedKm2),
    onlyOtherKm2: Math.max(0, otherKm2 - sharedKm2)
  };
}

/** The same as polygons for the map, true to a tolerance. */
export function comparisonPolygons(
  { border, zones }: Ground,
  base: Zone,
  other: Zone,
  toleranceKm: number
): DrawnComparison {
  const [a, b] = [base, other].map((zone) => zones.footprint(zone, { toleranceKm }));
  const common = overlapOf(base, other, border.lengthKm);
  const shared = common && zones.footprint(common, { toleranceKm });
  return {
    onlyBase: differencePolygons(a, b),
    onlyOther: differencePolygons(b, a),
    shared: {
      type: 'MultiPolygon',
      coordinates: shared ? [...shared.afghan.coordinates, ...shared.pakistan.coordinates] : []
    }
  };
}

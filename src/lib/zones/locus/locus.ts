import type { MultiPolygon, Position } from 'geojson';
import type { Border } from '../../border/border';
import { areaKm2 } from '../../geodesy/area';
import { lengthKm } from '../../geodesy/geodesic';
import type { LonLat } from '../../geodesy/position';
import type { Region } from '../clip';
import { outlineErrorKm, type ZoneEngine } from '../../zones/engine';
import type { ZoneProvince } from '../provinces';
import { ringsOf } from '../territory';
import { unionAlongLine } from '../union';
import { WIDEST_KM, type Stretch, type Zone } from '../zone';
import { createEdgeDistance } from './away';
import { combine, commonStretch, type Combined } from './combine';
import { requireConditions, type Between, type Condition } from './condition';
import { createSatisfies } from './membership';
import { reachedStretch } from './reach';
import { CIRCLE_ERROR, circleRing, clipRings, within, without } from './regions';

/** Where a set of conditions is satisfied. */
export interface Locus {
  conditions: readonly Condition[];
  /** Its outline, by RFC 7946; no polygon if the conditions cannot be met together. */
  polygons: MultiPolygon;
  /** The outline's area, and by how much at most the true one differs. */
  areaKm2: number;
  areaErrorKm2: number;
  /** How far at most the outline strays from the true edge. */
  toleranceKm: number;
  /**
   * Whether a position satisfies every condition, told by station, geodesic distance and territory
   * and not by the outline. Throws a RangeError for what is no position.
   */
  contains(position: LonLat): boolean;
  /**
   * How far it is in km from a position to the nearest that satisfies the conditions, within
   * `toleranceKm`: 0 inside, Infinity if there is none.
   */
  distanceKm(position: LonLat): number;
  /**
   * The same for a position known to `uncertaintyKm` only: the least and the greatest that it may be.
   */
  distanceBetweenKm(position: LonLat, uncertaintyKm: number): Between;
}

/** Turns conditions into loci. */
export interface LocusEngine {
  /**
   * Where all of the conditions are satisfied (see `Condition` for what each means, `about` for
   * tolerances). Takes some 5 to 50 ms with a place among them, up to 1 s along the whole line.
   * Throws a RangeError that says what is wrong with which condition.
   */
  locus(conditions: readonly Condition[], options?: LocusOptions): Locus;
}

export interface LocusOptions {
  /** How much coarser the line may be drawn, in km, where only a picture is needed; 0 if left out. */
  toleranceKm?: number;
}

/** So many bands' inner edges are kept, since they stay while other conditions change. */
const RECENT_BANDS = 8;
/** Frontiers and straight edges stray by less than this, 2 m. */
const LEAST_ERROR_KM = 2e-3;

/**
 * Prepares an engine for a line. `zones` must be of the same line and provinces. Without provinces
 * (they tile the two countries) a side is not limited to its country.
 */
export function createLocusEngine(
  border: Border,
  zones: ZoneEngine,
  provinces: readonly ZoneProvince[] = []
): LocusEngine {
  const satisfies = createSatisfies(border, provinces);
  const provinceOf = new Map(provinces.map((province) => [province.id, province]));
  const recent = new Map<string, Region>();

  /**
   * What is at least so far from the line, within the rings: so the line may be cut off beyond
   * `reached`, where that edge is out of their reach.
   */
  function beyond(leastKm: number, reached: Stretch, toleranceKm: number): Region {
    const zone: Zone = {
      afghanKm: leastKm,
      pakistanKm: leastKm,
      caps: 'round',
      stretches: [reached]
    };
    const key = JSON.stringify([zone, toleranceKm]);
    const region = recent.get(key) ?? without(alongLine(zone, toleranceKm).coordinates.flat());
    if (recent.size >= RECENT_BANDS) recent.clear();
    recent.set(key, region);
    return region;
  }

  function alongLine(zone: Zone, toleranceKm: number): MultiPolygon {
    const { afghan, pakistan } = zones.footprint(zone, { toleranceKm });
    if (afghan.coordinates.length === 0) return pakistan;
    if (pakistan.coordinates.length === 0) return afghan;
    return unionAlongLine(afghan, pakistan);
  }

  /** The zone out to the greatest offset. */
  function zoneOf({ band, province }: Combined, along: Stretch): Zone {
    const farKm = band?.mostKm ?? WIDEST_KM;
    const side = band?.side ?? 'either';
    const country = province === null ? null : provinceOf.get(province)?.country;
    return {
      afghanKm: side === 'pakistan' || country === 'PK' ? 0 : farKm,
      pakistanKm: side === 'afghan' || country === 'AF' ? 0 : farKm,
      stretches: [along],
      caps: 'round',
      provinces: province === null ? idsOn(side) : [province]
    };
  }

  const idsOn = (side: string) =>
    provinces
      .filter(({ country }) => side === (country === 'AF' ? 'afghan' : 'pakistan'))
      .map(({ id }) => id);

  /** What is near enough to the line, within the rings, whose discs must come first: see `beyond`. */
  function bandOutline(combined: Combined, regions: Region[], toleranceKm: number): MultiPolygon {
    const { rings, band, stretch } = combined;
    const reached = reachedStretch(border, rings, band?.mostKm ?? WIDEST_KM);
    if (!reached) return NOWHERE;
    const along = stretch ? commonStretch([reached, stretch]) : reached;
    if (along.fromKm >= along.toKm) return NOWHERE;
    const far = alongLine(zoneOf(combined, along), toleranceKm).coordinates.flat();
    const leastKm = band?.leastKm ?? 0;
    const near = leastKm > 0 ? [beyond(leastKm, reached, toleranceKm)] : [];
    return clipRings(far, [...regions, ...near]);
  }

  function outlineOf(combined: Combined, toleranceKm: number): MultiPolygon {
    const { rings, band, stretch, province } = combined;
    const discs = rings.map(({ at, mostKm }) => within([circleRing(at, mostKm)]));
    const holes = rings
      .filter(({ leastKm }) => leastKm > 0)
      .map(({ at, leastKm }) => without([circleRing(at, leastKm)]));
    if (band || stretch) return bandOutline(combined, [...discs, ...holes], toleranceKm);
    const territory = province === null ? undefined : provinceOf.get(province)?.geometry;
    if (territory) return clipRings(ringsOf(territory), [...discs, ...holes]);
    const [{ at, mostKm }] = rings;
    return clipRings([circleRing(at, mostKm)], [...discs.slice(1), ...holes]);
  }

  return {
    locus(conditions, { toleranceKm: drawnKm = 0 } = {}) {
      requireConditions(conditions, border.lengthKm, (id) => provinceOf.has(id));
      const combined = combine(conditions);
      const polygons = combined ? outlineOf(combined, drawnKm) : NOWHERE;
      const toleranceKm = combined ? toleranceOf(combined) + drawnKm : 0;
      const contains = (position: LonLat) =>
        conditions.every((condition) => satisfies(position, condition));
      const toEdgeKm = createEdgeDistance(polygons);
      return {
        conditions,
        polygons,
        areaKm2: areaKm2(polygons),
        areaErrorKm2: toleranceKm * perimeterKm(polygons),
        toleranceKm,
        contains,
        distanceKm: (position) => (contains(position) ? 0 : toEdgeKm(position)),
        distanceBetweenKm(position, uncertaintyKm) {
          const awayKm = contains(position) ? -toEdgeKm(position) : toEdgeKm(position);
          return {
            leastKm: Math.max(0, awayKm - uncertaintyKm),
            mostKm: Math.max(0, awayKm + uncertaintyKm)
          };
        }
      };
    }
  };
}

const NOWHERE: MultiPolygon = { type: 'MultiPolygon', coordinates: [] };

function toleranceOf({ rings, band, stretch }: Combined): number {
  const circles = rings.map(({ mostKm }) => CIRCLE_ERROR * mostKm);
  const bands = band ? [outlineErrorKm(band.mostKm)] : stretch ? [outlineErrorKm(WIDEST_KM)] : [];
  return Math.max(LEAST_ERROR_KM, ...circles, ...bands);
}

const perimeterKm = ({ coordinates }: MultiPolygon) =>
  coordinates.flat().reduce((sum, ring) => sum + lengthKm(ring.map(lonLat)), 0);

const lonLat = ([lon, lat]: Position): LonLat => [lon, lat];

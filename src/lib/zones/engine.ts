import type { Border } from '../border/border';
import { fitProjection } from '../geodesy/projection';
import type { Hand } from './cells';
import type { ZoneCountries } from './countries';
import { createCutter } from './cutter';
import type { Footprint } from './footprint';
import { createLevels } from './levels';
import { isCurve, outlineRings, type OutlineRing } from './outline';
import { planeLine } from './plane-line';
import { toPolygons } from './polygons';
import { coarseRing, exactRing, type Ground, type Ring } from './rings';
import { createTrack } from './track';
import { cutAllLoops, cutLoops } from './unloop';
import { widthsOf } from './widths';
import type { ZoneProvince } from './provinces';
import { requireProvinces, requireZone, stretchesOf, WIDEST_KM } from './zone';
import type { Stretch, Zone } from './zone';

export type { ZoneCountries } from './countries';
export type { ZoneProvince } from './provinces';

/** Turns zones into footprints. */
export interface ZoneEngine {
  /**
   * The footprint of a zone. The outline's true WGS84 distance from the line is within 0.05 % of
   * the width, or 1 m where that is more; the footprint's `toleranceKm` tells. The areas are
   * within 0.05 % too. Throws a RangeError that says what is wrong with the zone.
   */
  footprint(zone: Zone, options?: FootprintOptions): Footprint;
}

export interface FootprintOptions {
  /** How much coarser the polygons may be drawn, in km, as while a slider moves; 0 if left out. */
  toleranceKm?: number;
}

/** Shares of the width that each step of the outline may stray from the true edge. */
const ARC_ERROR = 1e-4;
const THINNING_ERROR = 2e-4;
const EDGE_ERROR = 1e-4;
/** The bounds that all of it together keeps, as a share of the width and in km; tests hold them. */
const OUTLINE_ERROR = 5e-4;
const LEAST_OUTLINE_ERROR_KM = 1e-3;

const EARTH_RADIUS_KM = 6371;

/** An outline of varying width is thinned as for its least width, but at least for this, in km. */
const LEAST_THINNED_KM = 1;

/** How far the outline of a zone of some width may stray at most, in km. */
export function outlineErrorKm(widthKm: number): number {
  return Math.max(OUTLINE_ERROR * widthKm, LEAST_OUTLINE_ERROR_KM);
}

/**
 * Prepares an engine for a line; its two levels for narrow zones are prepared at first use. With
 * `countries` each side is cut at its country's frontier, save the line itself. Zones may be limited
 * to `provinces`, which tile the two countries.
 */
export function createZoneEngine(
  border: Border,
  countries?: ZoneCountries,
  provinces: readonly ZoneProvince[] = []
): ZoneEngine {
  const provinceIds = new Set(provinces.map(({ id }) => id));
  const projection = fitProjection(border.line.positions, WIDEST_KM);
  const line = planeLine(border.line, projection);
  const ground: Ground = { track: createTrack(border, line), projection };
  const cutter = createCutter(border, line, projection, WIDEST_KM, countries, provinces);
  const cellsFor = createLevels(line, WIDEST_KM);
  cellsFor(WIDEST_KM, []);

  function outline(zone: Zone, hand: Hand, stretches: readonly Stretch[]): OutlineRing[] {
    const widths = widthsOf(zone, hand);
    if (widths.greatestKm === 0) return [];
    const limitsKm = stretches
      .flatMap(({ fromKm, toKm }) => [fromKm, toKm])
      .filter((km) => km > 0 && km < border.lengthKm);
    const cells = cellsFor(widths.leastKm, limitsKm);
    const { chainageKm, scale } = cells.sites;
    const radiusKm = new Float64Array(scale.length);
    // The sites beyond the line's ends stand for what is nearest to the very end.
    const beyondKm = zone.caps === 'round' ? 1 : 0;
    for (const { fromKm, toKm } of stretches) {
      const low = fromKm === 0 ? -beyondKm : fromKm;
      const high = toKm === border.lengthKm ? toKm + beyondKm : toKm;
      for (let i = 0; i < scale.length; i++) {
        if (!(chainageKm[i] >= low && chainageKm[i] <= high)) continue;
        const widthKm = widths.at(chainageKm[i]);
        if (widthKm > 0) radiusKm[i] = widthKm * scale[i];
      }
    }
    const rings = outlineRings(cells, radiusKm, hand, ARC_ERROR);
    const cut = widths.leastKm < widths.greatestKm ? cutAllLoops : cutLoops;
    return rings.map((ring) => ring.map((run) => (isCurve(run) ? cut(run) : run)));
  }

  /** One side of a footprint. The figures are the exact outline's, however coarse it is drawn. */
  function sideOf(zone: Zone, hand: Hand, stretches: readonly Stretch[], toleranceKm: number) {
    const { leastKm, greatestKm } = widthsOf(zone, hand);
    const widthKm = Math.max(leastKm, Math.min(greatestKm, LEAST_THINNED_KM));
    const thinningKm = THINNING_ERROR * widthKm;
    const longestKm = Math.sqrt(8 * EARTH_RADIUS_KM * EDGE_ERROR * widthKm);
    const exact = (ring: OutlineRing) => exactRing(ring, ground, thinningKm, longestKm);
    const whole = cutter.withoutCircles(outline(zone, hand, stretches), zone);
    const own = cutter.ownPart(whole, zone, hand);
    const rings = own.map(exact);
    const areaKm2 = sumOfAreas(rings);
    if (toleranceKm > thinningKm) {
      rings.forEach((ring, i) => (ring.positions = coarseRing(own[i], ground, toleranceKm)));
    }
    const cutOff = cutter.foreignParts(whole, zone).map((part) => ({
      country: part.country,
      areaKm2: sumOfAreas(part.rings.map(exact))
    }));
    return { polygons: toPolygons(rings), areaKm2, cutOff };
  }

  return {
    footprint(zone, { toleranceKm = 0 } = {}) {
      requireZone(zone, border.lengthKm);
      requireProvinces(zone, (id) => provinceIds.has(id));
      const stretches = stretchesOf(zone, border.lengthKm);
      const greatestKm = Math.max(widthsOf(zone, 1).greatestKm, widthsOf(zone, -1).greatestKm);
      const afghan = sideOf(zone, 1, stretches, toleranceKm);
      const pakistan = sideOf(zone, -1, stretches, toleranceKm);
      return {
        afghan: afghan.polygons,
        pakistan: pakistan.polygons,
        areaAfghanKm2: afghan.areaKm2,
        areaPakistanKm2: pakistan.areaKm2,
        areaKm2: afghan.areaKm2 + pakistan.areaKm2,
        lengthKm: stretches.reduce((sum, { fromKm, toKm }) => sum + toKm - fromKm, 0),
        toleranceKm: outlineErrorKm(greatestKm) + toleranceKm,
        cutOff: sumByCountry([...afghan.cutOff, ...pakistan.cutOff])
      };
    }
  };
}

const sumOfAreas = (rings: readonly Ring[]) => rings.reduce((sum, { areaKm2 }) => sum + areaKm2, 0);

function sumByCountry(parts: Footprint['cutOff']): Footprint['cutOff'] {
  const sums = new Map<string, number>();
  for (const { country, areaKm2 } of parts) {
    sums.set(country, (sums.get(country) ?? 0) + areaKm2);
  }
  return [...sums].map(([country, areaKm2]) => ({ country, areaKm2 }));
}

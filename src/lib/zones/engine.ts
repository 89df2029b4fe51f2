import type { Border } from '../border/border';
import { fitProjection } from '../geodesy/projection';
import type { Hand } from './cells';
import type { ZoneCountries } from './countries';
import { createCutter } from './cutter';
import { withGeoJson, type FlatFootprint, type Footprint, type ProvinceArea } from './footprint';
import { createLevels } from './levels';
import { lengthAlongKm } from './line-cover';
import { outlineRings, type OutlineRing } from './outline';
import { planeLine } from './plane-line';
import { toPolygons } from './polygons';
import { createRadii } from './radii';
import { coarseRings, exactAreaKm2, exactRing, longestEdgeKm, type Ground } from './rings';
import { createTrack } from './track';
import { widthsOf, type Widths } from './widths';
import { handOf, type ZoneProvince } from './provinces';
import { requireProvinces, requireZone, stretchesOf, WIDEST_KM, type Zone } from './zone';

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
  /**
   * The same with flat rings, as they are made: quicker to have, and to hand to another thread.
   * Rings are shared between answers: do not change them.
   */
  flatFootprint(zone: Zone, options?: FootprintOptions): FlatFootprint;
  /**
   * The area of a zone's footprint by province, the largest first on each side: those with none are
   * left out, and what lies in no province has a row of its own. They add up to the footprint's
   * areas within 0.001 %. Throws as `footprint` does.
   */
  areasByProvince(zone: Zone): ProvinceArea[];
}

export interface FootprintOptions {
  /** How much coarser the polygons may be drawn, in km, as while a slider moves; 0 if left out. */
  toleranceKm?: number;
}

/** Shares of the width that each step of the outline may stray from the true edge; see also `bends`. */
const THINNING_ERROR = 1e-4;
const EDGE_ERROR = 1e-4;
/** The bounds that all of it together keeps, as a share of the width and in km; tests hold them. */
const OUTLINE_ERROR = 5e-4;
const LEAST_OUTLINE_ERROR_KM = 1e-3;

/** Areas of parts add up to the whole's within this share. */
const AREA_ROUNDING = 1e-5;

/** An outline of varying width is drawn as for its least width, but at least for this, in km. */
const LEAST_DRAWN_KM = 1;

/** While coarse, the outline and the line stray by less than this share of it, so as not to meet. */
const COARSEST = 0.25;

const drawnFor = ({ leastKm, greatestKm }: Widths) =>
  Math.max(leastKm, Math.min(greatestKm, LEAST_DRAWN_KM));

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
  const radiiOf = createRadii(border.lengthKm);
  cellsFor(WIDEST_KM, []);

  function outline(zone: Zone, hand: Hand, toleranceKm: number): OutlineRing[] {
    const widths = widthsOf(zone, hand);
    if (widths.greatestKm === 0) return [];
    const stretches = stretchesOf(zone, border.lengthKm);
    const limitsKm = stretches
      .flatMap(({ fromKm, toKm }) => [fromKm, toKm])
      .filter((km) => km > 0 && km < border.lengthKm);
    const cells = cellsFor(widths.leastKm, limitsKm, toleranceKm);
    const radii = radiiOf(cells.sites, widths, stretches, zone.caps);
    return outlineRings(cells, radii, hand, THINNING_ERROR * drawnFor(widths));
  }

  /** The outline of one side, and how its rings come back to the ellipsoid. */
  function sideOf(zone: Zone, hand: Hand, toleranceKm = 0) {
    const widths = widthsOf(zone, hand);
    const widthKm = drawnFor(widths);
    const longestKm = longestEdgeKm(EDGE_ERROR * widthKm);
    const whole = cutter.withoutCircles(outline(zone, hand, toleranceKm), zone);
    return {
      whole,
      own: cutter.ownPart(whole, zone, hand),
      exact: (ring: OutlineRing) => exactRing(ring, ground, longestKm),
      coarse: (ring: OutlineRing, toleranceKm: number) =>
        coarseRings(ring, ground, Math.min(toleranceKm, COARSEST * widths.leastKm)),
      sumOfAreas: (rings: readonly OutlineRing[]) =>
        rings.reduce((sum, ring) => sum + exactAreaKm2(ring, ground, longestKm), 0)
    };
  }

  /** The last answer of either side, which stays while only the other side's width changes. */
  const latest = new Map<Hand, { key: string; part: ReturnType<typeof drawSide> }>();

  function footprintOf(zone: Zone, hand: Hand, toleranceKm: number) {
    const otherSide = hand > 0 ? 'pakistanKm' : 'afghanKm';
    const key = JSON.stringify([{ ...zone, [otherSide]: 0 }, toleranceKm]);
    const last = latest.get(hand);
    if (last?.key === key) return last.part;
    const part = drawSide(zone, hand, toleranceKm);
    latest.set(hand, { key, part });
    return part;
  }

  /** The areas are as accurate, within 0.01 %, however coarse the outline is drawn. */
  function drawSide(zone: Zone, hand: Hand, toleranceKm: number) {
    const { whole, own, exact, coarse, sumOfAreas } = sideOf(zone, hand, toleranceKm);
    const exactly = toleranceKm > 0 ? null : own.map(exact);
    const rings = exactly ?? own.flatMap((ring) => coarse(ring, toleranceKm));
    const areaKm2 = exactly?.reduce((sum, ring) => sum + ring.areaKm2, 0) ?? sumOfAreas(own);
    const cutOff = cutter.foreignParts(whole, zone).map((part) => ({
      country: part.country,
      areaKm2: sumOfAreas(part.rings)
    }));
    return { polygons: toPolygons(rings), own, areaKm2, cutOff };
  }

  function provinceAreas(zone: Zone, hand: Hand): ProvinceArea[] {
    const { whole, own, sumOfAreas } = sideOf(zone, hand);
    const side = hand > 0 ? 'afghan' : 'pakistan';
    const areaKm2 = sumOfAreas(own);
    const rows = provinces
      .filter(({ id, country }) => handOf(country) === hand && isNamed(zone, id))
      .map(({ id }): ProvinceArea => {
        const rings = cutter.partIn(whole, id, hand);
        return { id, side, areaKm2: sumOfAreas(rings) };
      })
      .filter((row) => row.areaKm2 > 0)
      .sort((a, b) => b.areaKm2 - a.areaKm2);
    const restKm2 = rows.reduce((rest, row) => rest - row.areaKm2, areaKm2);
    return restKm2 > AREA_ROUNDING * areaKm2
      ? [...rows, { id: null, side, areaKm2: restKm2 }]
      : rows;
  }

  function requireSound(zone: Zone): void {
    requireZone(zone, border.lengthKm);
    requireProvinces(zone, (id) => provinceIds.has(id));
  }

  function flatFootprint(zone: Zone, { toleranceKm = 0 }: FootprintOptions = {}): FlatFootprint {
    requireSound(zone);
    const greatestKm = Math.max(widthsOf(zone, 1).greatestKm, widthsOf(zone, -1).greatestKm);
    const afghan = footprintOf(zone, 1, toleranceKm);
    const pakistan = footprintOf(zone, -1, toleranceKm);
    return {
      afghan: afghan.polygons,
      pakistan: pakistan.polygons,
      areaAfghanKm2: afghan.areaKm2,
      areaPakistanKm2: pakistan.areaKm2,
      areaKm2: afghan.areaKm2 + pakistan.areaKm2,
      lengthKm: lengthAlongKm([...afghan.own, ...pakistan.own], border.lengthKm),
      toleranceKm: outlineErrorKm(greatestKm) + toleranceKm,
      cutOff: sumByCountry([...afghan.cutOff, ...pakistan.cutOff])
    };
  }

  return {
    footprint: (zone, options) => withGeoJson(flatFootprint(zone, options)),
    flatFootprint,
    areasByProvince(zone) {
      requireSound(zone);
      return [...provinceAreas(zone, 1), ...provinceAreas(zone, -1)];
    }
  };
}

const isNamed = ({ provinces = [] }: Zone, id: string) =>
  provinces.length === 0 || provinces.includes(id);

function sumByCountry(parts: Footprint['cutOff']): Footprint['cutOff'] {
  const sums = new Map<string, number>();
  for (const { country, areaKm2 } of parts) {
    sums.set(country, (sums.get(country) ?? 0) + areaKm2);
  }
  return [...sums].map(([country, areaKm2]) => ({ country, areaKm2 }));
}

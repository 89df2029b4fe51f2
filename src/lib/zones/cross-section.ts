import type { Border } from '../border/border';
import type { LonLat } from '../geodesy/position';
import { cutAcross, type Cut } from './cross-section-cut';
import type { PolygonIndex } from './cross-section-index';
import { intervalsInside, towards, widthOf, type CutInterval } from './cross-section-intervals';
import { neededReachKm, ownReachKm, shadowingWidth, type WidthAt } from './cross-section-own';

export { indexPolygons, type PolygonIndex } from './cross-section-index';
export type { CutInterval } from './cross-section-intervals';
export type { WidthAt } from './cross-section-own';

/** One side of a cross-section. */
export interface CutSide {
  /** How far the polygon reaches along the cut from the line without a gap, 0 if not at all. */
  widthKm: number;
  /** Where that width ends. */
  end: LonLat;
  /** All parts of the cut that lie in the polygon, the nearest first. */
  intervals: CutInterval[];
  /**
   * How far the cut's points have their foot at this chainage, that is, no other part of the line is
   * nearer by more than 2 mm; at most the reach. Right to 1 m, or to where that difference is 2 mm.
   */
  ownKm: number;
  /**
   * The polygon's width as stations have it. It is this cut's where that ends well before `ownKm`.
   * If not, the cut ends in the shadow of another part of the line, its length is no width, and the
   * one meant is the width at that part, where the end has its foot. Null if neither can be told, as
   * behind the limit of a stretch.
   */
  stationWidth: WidthAt | null;
}

/** A cut across the line with the width of a polygon measured on each side. */
export interface CrossSection {
  /** Where the cut was made; see `crossSection` for when that is not quite where it was asked for. */
  chainageKm: number;
  /** The line's point at that chainage. */
  foot: LonLat;
  afghan: CutSide;
  pakistan: CutSide;
  /** Both widths along the cut together. */
  totalKm: number;
}

export interface CutOptions {
  /** How far the cut is followed to each side; 150 km if left out, 300 at most. */
  reachKm?: number;
  /**
   * How near to the line an edge must run to be taken for the line itself; 1 m if left out. More
   * suits polygons that were drawn along another map's line.
   */
  gapKm?: number;
}

const REACH_KM = 150;
/** Beyond this distance stations are less exact than the measures here. */
const LONGEST_REACH_KM = 300;
const GAP_KM = 1e-3;
/** How far aside a cut is taken that would run along the polygon's edge, as at a zone's flat end. */
const ASIDE_KM = 0.03;

/**
 * Cuts polygons (see `indexPolygons`) along the geodesic square to the line at a chainage, and
 * measures how wide they are on each side. The ends lie within 1 m of where the geodesic truly
 * crosses the edges, taken straight in longitude and latitude; where the cut only grazes the outline,
 * by less than 10 cm, it may miss it. Where the cut would run along the outline, the wider of the
 * cuts 30 m before and after is measured instead. Throws a RangeError for a chainage beyond the line,
 * or a reach or gap that makes no sense.
 */
export function crossSection(
  border: Border,
  polygons: PolygonIndex,
  chainageKm: number,
  { reachKm = REACH_KM, gapKm = GAP_KM }: CutOptions = {}
): CrossSection {
  if (!(gapKm >= 0 && gapKm < reachKm && reachKm <= LONGEST_REACH_KM)) {
    throw new RangeError(
      `The cut reaches ${reachKm} km, with a gap of ${gapKm} km: give a reach of up to ` +
        `${LONGEST_REACH_KM} km, and a gap from 0 to less than that.`
    );
  }
  const measure = (km: number) => {
    const cut = cutAcross(border, km, reachKm);
    const { crossings, runsAlong } = polygons.crossings(cut);
    const inside = intervalsInside(crossings, reachKm, gapKm);
    const side = (sign: 1 | -1) => sideOf(border, polygons, km, cut, sign, inside, gapKm);
    const [afghan, pakistan] = [side(1), side(-1)];
    const totalKm = afghan.widthKm + pakistan.widthKm;
    return {
      section: { chainageKm: km, foot: cut.positionAt(0), afghan, pakistan, totalKm },
      runsAlong
    };
  };
  const { section, runsAlong } = measure(chainageKm);
  if (!runsAlong) return section;
  const [first = section, ...others] = [chainageKm - ASIDE_KM, chainageKm + ASIDE_KM]
    .filter((km) => km >= 0 && km <= border.lengthKm)
    .map((km) => measure(km).section);
  return others.reduce((a, b) => (b.totalKm > a.totalKm ? b : a), first);
}

function sideOf(
  border: Border,
  polygons: PolygonIndex,
  chainageKm: number,
  cut: Cut,
  sign: 1 | -1,
  inside: readonly CutInterval[],
  gapKm: number
): CutSide {
  const intervals = towards(sign, inside);
  const widthKm = widthOf(intervals);
  const ownKm = ownReachKm(border, cut, sign);
  const isOwn = neededReachKm(widthKm) <= ownKm;
  return {
    widthKm,
    end: cut.positionAt(sign * widthKm),
    intervals,
    ownKm,
    stationWidth: isOwn
      ? { km: widthKm, chainageKm }
      : shadowingWidth(border, polygons, cut, sign, intervals, gapKm)
  };
}

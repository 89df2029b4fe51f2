import type { Border } from '../border/border';
import type { LonLat } from '../geodesy/position';
import { cutAcross, type Cut } from './cross-section-cut';
import type { PolygonIndex } from './cross-section-index';
import { intervalsInside, towards, widthOf, type CutInterval } from './cross-section-intervals';
import { isOwnWidth, ownReachKm, shadowingWidth, type WidthAt } from './cross-section-own';

export { indexFlatPolygons, indexPolygons, type PolygonIndex } from './cross-section-index';
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

/** The widths of polygons at a chainage as stations have them (see `CutSide`), and the cut's length. */
export interface WidthsAcross {
  afghan: WidthAt | null;
  pakistan: WidthAt | null;
  totalKm: number;
}

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
  options: CutOptions = {}
): CrossSection {
  const measured = measureAcross(border, polygons, chainageKm, options);
  const { cut } = measured;
  const side = (sign: 1 | -1, { widthKm, intervals }: MeasuredSide): CutSide => ({
    widthKm,
    end: cut.positionAt(sign * widthKm),
    intervals,
    ownKm: ownReachKm(border, cut, sign),
    stationWidth: stationWidth(border, polygons, measured, sign)
  });
  return {
    chainageKm: measured.chainageKm,
    foot: cut.positionAt(0),
    afghan: side(1, measured.afghan),
    pakistan: side(-1, measured.pakistan),
    totalKm: measured.totalKm
  };
}

/** The widths alone, in a fraction of the time. Throws as `crossSection` does. */
export function widthsAcross(
  border: Border,
  polygons: PolygonIndex,
  chainageKm: number,
  options: CutOptions = {}
): WidthsAcross {
  const measured = measureAcross(border, polygons, chainageKm, options);
  return {
    afghan: stationWidth(border, polygons, measured, 1),
    pakistan: stationWidth(border, polygons, measured, -1),
    totalKm: measured.totalKm
  };
}

interface MeasuredSide {
  intervals: CutInterval[];
  widthKm: number;
}

interface MeasuredCut {
  chainageKm: number;
  cut: Cut;
  afghan: MeasuredSide;
  pakistan: MeasuredSide;
  totalKm: number;
  gapKm: number;
}

function measureAcross(
  border: Border,
  polygons: PolygonIndex,
  askedKm: number,
  { reachKm = REACH_KM, gapKm = GAP_KM }: CutOptions
): MeasuredCut {
  if (!(gapKm >= 0 && gapKm < reachKm && reachKm <= LONGEST_REACH_KM)) {
    throw new RangeError(
      `The cut reaches ${reachKm} km, with a gap of ${gapKm} km: give a reach of up to ` +
        `${LONGEST_REACH_KM} km, and a gap from 0 to less than that.`
    );
  }
  const measure = (chainageKm: number) => {
    const cut = cutAcross(border, chainageKm, reachKm);
    const { crossings, runsAlong } = polygons.crossings(cut);
    const inside = intervalsInside(crossings, reachKm, gapKm);
    const [afghan, pakistan] = [sideOf(1, inside), sideOf(-1, inside)];
    const totalKm = afghan.widthKm + pakistan.widthKm;
    return { measured: { chainageKm, cut, afghan, pakistan, totalKm, gapKm }, runsAlong };
  };
  const { measured, runsAlong } = measure(askedKm);
  if (!runsAlong) return measured;
  const [first = measured, ...others] = [askedKm - ASIDE_KM, askedKm + ASIDE_KM]
    .filter((km) => km >= 0 && km <= border.lengthKm)
    .map((km) => measure(km).measured);
  return others.reduce((a, b) => (b.totalKm > a.totalKm ? b : a), first);
}

function sideOf(sign: 1 | -1, inside: readonly CutInterval[]): MeasuredSide {
  const intervals = towards(sign, inside);
  return { intervals, widthKm: widthOf(intervals) };
}

function stationWidth(
  border: Border,
  polygons: PolygonIndex,
  { chainageKm, cut, afghan, pakistan, gapKm }: MeasuredCut,
  sign: 1 | -1
): WidthAt | null {
  const { widthKm, intervals } = sign > 0 ? afghan : pakistan;
  return isOwnWidth(border, cut, sign, widthKm)
    ? { km: widthKm, chainageKm }
    : shadowingWidth(border, polygons, cut, sign, intervals, gapKm);
}

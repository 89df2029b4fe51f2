import type { Border } from '../border/border';
import type { LonLat } from '../geodesy/position';
import { cutAcross, type Cut } from './cross-section-cut';
import type { Crossing, PolygonIndex } from './cross-section-index';

export { indexPolygons, type PolygonIndex } from './cross-section-index';

/** A part of a cut on one side that lies in the polygon, in km from the line. */
export interface CutInterval {
  fromKm: number;
  toKm: number;
}

/** One side of a cross-section. */
export interface CutSide {
  /** The width: how far the polygon reaches from the line without a gap, 0 if it does not begin there. */
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
   * Whether the width ends before `ownKm`, so that it is the offset of the polygon's edge. If not,
   * the cut ends in the shadow of another part of the line, and its length is no width of the zone.
   */
  isOwn: boolean;
}

/** A cut across the line with the width of a polygon measured on each side. */
export interface CrossSection {
  /** Where the cut was made; see `crossSection` for when that is not quite where it was asked for. */
  chainageKm: number;
  /** The line's point at that chainage. */
  foot: LonLat;
  afghan: CutSide;
  pakistan: CutSide;
  /** Both widths together. */
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

/** Positions nearer by less than this are as near: twice the bound of a station's offset. */
const AS_NEAR_KM = 2e-6;
const OWN_PRECISION_KM = 1e-3;
/**
 * A width must end before the shadow by this share of it: the zone of a stretch whose limit is near
 * ends just where the shadow of the next part of the line begins, and says nothing of its width.
 */
const SHADOW_MARGIN = 1e-3;
/** Intervals nearer together than this, 1 mm, are one. */
const SAME_KM = 1e-6;
/** How far aside a cut is taken that would run along the polygon's edge, as at a zone's flat end. */
const ASIDE_KM = 0.03;

/**
 * Cuts polygons (see `indexPolygons`) along the geodesic square to the line at a chainage, and
 * measures how wide they are on each side. The ends lie within 1 m of where the geodesic truly
 * crosses the edges, taken straight in longitude and latitude; where the cut only grazes the outline,
 * by less than 10 cm, it may miss it. Where the cut would run along the outline, the wider of the
 * cuts 30 m before and after is measured instead. Throws a RangeError for a chainage beyond the line, or a
 * reach or gap that makes no sense.
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
    return { section: sectionOf(border, km, cut, inside(crossings, reachKm, gapKm)), runsAlong };
  };
  const { section, runsAlong } = measure(chainageKm);
  if (!runsAlong) return section;
  const [first = section, ...others] = [chainageKm - ASIDE_KM, chainageKm + ASIDE_KM]
    .filter((km) => km >= 0 && km <= border.lengthKm)
    .map((km) => measure(km).section);
  return others.reduce((a, b) => (b.totalKm > a.totalKm ? b : a), first);
}

/** The parts of the whole cut, from -reach to reach, that lie in any of the polygons, in order. */
function inside(crossings: readonly Crossing[], reachKm: number, gapKm: number): CutInterval[] {
  const byPolygon = new Map<number, number[]>();
  for (const { polygon, offsetKm } of crossings) {
    const snapped = Math.abs(offsetKm) <= gapKm ? 0 : offsetKm;
    const offsets = byPolygon.get(polygon);
    if (offsets) offsets.push(snapped);
    else byPolygon.set(polygon, [snapped]);
  }
  return union([...byPolygon.values()].flatMap((offsets) => everyOther(offsets, reachKm)));
}

/** From each odd crossing to the next the cut is inside; after the last odd one to its end. */
function everyOther(offsets: number[], endKm: number): CutInterval[] {
  offsets.sort((a, b) => a - b);
  const intervals: CutInterval[] = [];
  for (let i = 0; i < offsets.length; i += 2) {
    intervals.push({ fromKm: offsets[i], toKm: offsets[i + 1] ?? endKm });
  }
  return intervals.filter(({ fromKm, toKm }) => toKm - fromKm > SAME_KM);
}

function union(intervals: CutInterval[]): CutInterval[] {
  intervals.sort((a, b) => a.fromKm - b.fromKm);
  const merged: CutInterval[] = [];
  for (const { fromKm, toKm } of intervals) {
    const last = merged[merged.length - 1];
    if (last && fromKm - last.toKm < SAME_KM) last.toKm = Math.max(last.toKm, toKm);
    else merged.push({ fromKm, toKm });
  }
  return merged;
}

function sectionOf(
  border: Border,
  chainageKm: number,
  cut: Cut,
  intervals: readonly CutInterval[]
): CrossSection {
  const afghan = sideOf(border, cut, 1, intervals);
  const pakistan = sideOf(
    border,
    cut,
    -1,
    intervals.map(({ fromKm, toKm }) => ({ fromKm: -toKm, toKm: -fromKm })).reverse()
  );
  return {
    chainageKm,
    foot: cut.positionAt(0),
    afghan,
    pakistan,
    totalKm: afghan.widthKm + pakistan.widthKm
  };
}

/** One side, from the intervals in km towards it, those behind the line negative. */
function sideOf(border: Border, cut: Cut, sign: 1 | -1, towards: readonly CutInterval[]): CutSide {
  const intervals = towards
    .filter(({ toKm }) => toKm > 0)
    .map(({ fromKm, toKm }) => ({ fromKm: Math.max(0, fromKm), toKm }));
  const widthKm = intervals.length > 0 && intervals[0].fromKm === 0 ? intervals[0].toKm : 0;
  const ownKm = ownReach(border, cut, sign);
  return {
    widthKm,
    end: cut.positionAt(sign * widthKm),
    intervals,
    ownKm,
    isOwn: widthKm === 0 || widthKm * (1 + SHADOW_MARGIN) + OWN_PRECISION_KM < ownKm
  };
}

/** See `CutSide.ownKm`: once another part of the line is nearer, it is so all the way farther on. */
function ownReach(border: Border, cut: Cut, sign: 1 | -1): number {
  const isOwn = (km: number) =>
    km - Math.abs(border.station(cut.positionAt(sign * km)).offsetKm) <= AS_NEAR_KM;
  if (isOwn(cut.reachKm)) return cut.reachKm;
  let [own, lost] = [0, cut.reachKm];
  while (lost - own > OWN_PRECISION_KM) {
    const middle = (own + lost) / 2;
    if (isOwn(middle)) own = middle;
    else lost = middle;
  }
  return own;
}

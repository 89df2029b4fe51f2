import type { Border } from '../border/border';
import { bearingDeg } from '../geodesy/geodesic';
import { cutThrough, type Cut } from './cross-section-cut';
import type { PolygonIndex } from './cross-section-index';
import { intervalsInside, towards, widthOf, type CutInterval } from './cross-section-intervals';

/** A width and where along the line it is. */
export interface WidthAt {
  km: number;
  chainageKm: number;
}

/** Positions nearer by less than this are as near: twice the bound of a station's offset. */
const AS_NEAR_KM = 2e-6;
const OWN_PRECISION_KM = 1e-3;
/**
 * A width must end before the shadow by this share of it: near the limit of a stretch a zone ends
 * where the shadow of the next part of the line begins, which says nothing of its width.
 */
const SHADOW_MARGIN = 0.05;

/** Whether a point of a cut has its foot where the cut meets the line. */
function isOwnAt(border: Border, cut: Cut, offsetKm: number): boolean {
  const { offsetKm: nearestKm } = border.station(cut.positionAt(offsetKm));
  return Math.abs(offsetKm) - Math.abs(nearestKm) <= AS_NEAR_KM;
}

/**
 * How far the points of a cut on one side have their foot where the cut meets the line. Once another
 * part of the line is nearer, it is so all the way farther on.
 */
export function ownReachKm(border: Border, cut: Cut, side: 1 | -1): number {
  if (isOwnAt(border, cut, side * cut.reachKm)) return cut.reachKm;
  let [own, lost] = [0, cut.reachKm];
  while (lost - own > OWN_PRECISION_KM) {
    const middle = (own + lost) / 2;
    if (isOwnAt(border, cut, side * middle)) own = middle;
    else lost = middle;
  }
  return own;
}

/** How far the own reach must go for a width to be the zone's. */
function neededReachKm(widthKm: number): number {
  return widthKm * (1 + SHADOW_MARGIN) + OWN_PRECISION_KM;
}

/** Whether a cut on one side ends well before the shadow of any other part of the line. */
export function isOwnWidth(border: Border, cut: Cut, side: 1 | -1, widthKm: number): boolean {
  if (widthKm === 0) return true;
  const neededKm = neededReachKm(widthKm);
  return neededKm <= cut.reachKm && isOwnAt(border, cut, side * neededKm);
}

/**
 * The width where a cut leaves the polygons in the shadow of another part of the line: measured from
 * that part, at the foot of the first end of an interval that is away from the line on this side.
 * Null if that is not told by this cut.
 */
export function shadowingWidth(
  border: Border,
  polygons: PolygonIndex,
  cut: Cut,
  side: 1 | -1,
  intervals: readonly CutInterval[],
  gapKm: number
): WidthAt | null {
  for (const { toKm } of intervals) {
    if (toKm >= cut.reachKm) return null;
    const end = cut.positionAt(side * toKm);
    const { offsetKm, chainageKm, foot, atEnd } = border.station(end);
    if (side * offsetKm <= gapKm) continue;
    const reachKm = neededReachKm(Math.abs(offsetKm));
    if (atEnd !== null || reachKm > cut.reachKm) return null;
    const direct = cutThrough(foot, bearingDeg(foot, end), reachKm);
    const { crossings, runsAlong } = polygons.crossings(direct);
    if (runsAlong || !isOwnAt(border, direct, reachKm)) return null;
    const km = widthOf(towards(1, intervalsInside(crossings, reachKm, gapKm)));
    return { km, chainageKm };
  }
  return null;
}

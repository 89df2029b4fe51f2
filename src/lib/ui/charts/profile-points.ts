import { bisector, greatest, max, pairs } from 'd3-array';
import { NARROWEST_KM, WIDEST_KM, type Stretch, type WidthsAt } from '../../zones/zone';
import type { SideKey } from './sides';

/** The points of a width profile, by rising chainage; every function here gives a new list. */
export type Points = readonly WidthsAt[];

/** Two points are at least this far apart, in km. */
export const LEAST_GAP_KM = 0.1;

const byChainage = bisector((point: WidthsAt) => point.chainageKm);

/** The nearest width that a zone may have: 0, or `NARROWEST_KM` to `WIDEST_KM`. */
export function allowedWidth(km: number): number {
  if (km < NARROWEST_KM / 2) return 0;
  return Math.min(WIDEST_KM, Math.max(NARROWEST_KM, km));
}

/** Sets the width of one side at a point, or of both if they are linked. */
export function withWidth(
  points: Points,
  index: number,
  side: SideKey,
  km: number,
  linked: boolean
): WidthsAt[] {
  const width = allowedWidth(km);
  const change = linked ? { afghanKm: width, pakistanKm: width } : { [side]: width };
  return points.map((point, i) => (i === index ? { ...point, ...change } : point));
}

/** Between which chainages a point may move: its neighbours', or the line's ends. */
export function chainageLimits(
  points: Points,
  index: number,
  lengthKm: number
): { lowKm: number; highKm: number } {
  const before = points[index - 1];
  const after = points[index + 1];
  return {
    lowKm: before ? before.chainageKm + LEAST_GAP_KM : 0,
    highKm: after ? after.chainageKm - LEAST_GAP_KM : lengthKm
  };
}

/** Moves a point along the line, as far as its neighbours let it. */
export function withChainage(
  points: Points,
  index: number,
  chainageKm: number,
  lengthKm: number
): WidthsAt[] {
  const { lowKm, highKm } = chainageLimits(points, index, lengthKm);
  if (lowKm > highKm) return [...points];
  const moved = Math.min(highKm, Math.max(lowKm, chainageKm));
  return points.map((point, i) => (i === index ? { ...point, chainageKm: moved } : point));
}

/** The widths at a chainage: linear between points, constant before the first and after the last. */
export function widthsAt(points: Points, chainageKm: number): WidthsAt {
  const after = byChainage.right(points, chainageKm);
  const a = points[Math.max(0, after - 1)];
  const b = points[Math.min(points.length - 1, after)];
  const span = b.chainageKm - a.chainageKm;
  const share = span > 0 ? (chainageKm - a.chainageKm) / span : 0;
  const between = (from: number, to: number) => from + share * (to - from);
  return {
    chainageKm,
    afghanKm: between(a.afghanKm, b.afghanKm),
    pakistanKm: between(a.pakistanKm, b.pakistanKm)
  };
}

/** The corners of the widths over a stretch, its ends among them. */
export function curveOf(points: Points, { fromKm, toKm }: Stretch): WidthsAt[] {
  const within = points.filter(({ chainageKm }) => chainageKm > fromKm && chainageKm < toKm);
  return [widthsAt(points, fromKm), ...within, widthsAt(points, toKm)];
}

/** The greatest width on either side, in km. */
export function greatestWidth(points: Points): number {
  return max(points, ({ afghanKm, pakistanKm }) => Math.max(afghanKm, pakistanKm)) ?? 0;
}

/** The points, and which of them an edit was about. */
export interface PointEdit {
  points: WidthsAt[];
  index: number;
}

/** To 10 m, as a person would write it. */
const tidy = (km: number) => Math.round(km * 100) / 100;

/** Adds a point on the curve, which so keeps its shape; null where there is no room for one. */
export function withPointAt(points: Points, chainageKm: number): PointEdit | null {
  if (points.some((point) => Math.abs(point.chainageKm - chainageKm) < LEAST_GAP_KM)) return null;
  const index = byChainage.right(points, chainageKm);
  const { afghanKm, pakistanKm } = widthsAt(points, chainageKm);
  const added = {
    chainageKm,
    afghanKm: allowedWidth(tidy(afghanKm)),
    pakistanKm: allowedWidth(tidy(pakistanKm))
  };
  return { points: points.toSpliced(index, 0, added), index };
}

/** Adds a point halfway from a point to the next one, or to the line's end. */
export function withPointAfter(points: Points, index: number, lengthKm: number): PointEdit | null {
  const fromKm = points[index].chainageKm;
  const toKm = points[index + 1]?.chainageKm ?? lengthKm;
  return withPointAt(points, (fromKm + toKm) / 2);
}

/** Adds a point in the middle of the longest part of the line that has none. */
export function withPointInLongestGap(points: Points, lengthKm: number): PointEdit | null {
  const limits = [0, ...points.map(({ chainageKm }) => chainageKm), lengthKm];
  const longest = greatest(pairs(limits), ([fromKm, toKm]) => toKm - fromKm);
  return longest ? withPointAt(points, (longest[0] + longest[1]) / 2) : null;
}

/** Takes a point away, unless it is the only one; the index is that of the point next to it. */
export function withoutPoint(points: Points, index: number): PointEdit | null {
  if (points.length < 2) return null;
  return { points: points.toSpliced(index, 1), index: Math.max(0, index - 1) };
}

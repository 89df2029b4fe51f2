import type { Crossing } from './cross-section-index';

/** A part of a cut that lies in the polygon, in km from the line. */
export interface CutInterval {
  fromKm: number;
  toKm: number;
}

/** Intervals nearer together than this, 1 mm, are one. */
const SAME_KM = 1e-6;

/**
 * The parts of a whole cut, from -reachKm to reachKm, that lie in any of the polygons, in order.
 * Crossings within `gapKm` of the line are taken to be on it.
 */
export function intervalsInside(
  crossings: readonly Crossing[],
  reachKm: number,
  gapKm: number
): CutInterval[] {
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

/** The parts of a cut on one side, in km from the line, the nearest first. */
export function towards(side: 1 | -1, whole: readonly CutInterval[]): CutInterval[] {
  const turned =
    side > 0
      ? whole
      : whole.map(({ fromKm, toKm }) => ({ fromKm: -toKm, toKm: -fromKm })).reverse();
  return turned
    .filter(({ toKm }) => toKm > 0)
    .map(({ fromKm, toKm }) => ({ fromKm: Math.max(0, fromKm), toKm }));
}

/** How far intervals on one side reach from the line without a gap. */
export function widthOf(intervals: readonly CutInterval[]): number {
  return intervals.length > 0 && intervals[0].fromKm === 0 ? intervals[0].toKm : 0;
}

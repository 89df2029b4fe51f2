import type { Border } from '../../border/border';
import type { ProvinceLimit } from '../../border/province-limits';
import type { Crossing } from '../../texts/schema';
import { rounded } from './steps';

/** A chainage worth ending a stretch at, and what is there. */
export interface SnapPoint {
  chainageKm: number;
  name: string;
}

/** A chainage that was picked, and the name of what it snapped to, if anything. */
export interface Snapped {
  chainageKm: number;
  name: string | null;
}

/** Chainages that differ by less than this, 1 m, are the same for a reader. */
const SAME_KM = 1e-3;

/** The line's ends, the crossings and the province limits on it, by rising chainage. */
export function snapPoints(
  border: Border,
  crossings: readonly Pick<Crossing, 'at' | 'name'>[],
  limits: readonly ProvinceLimit[]
): SnapPoint[] {
  const points = [
    { chainageKm: 0, name: 'Iran tripoint' },
    { chainageKm: border.lengthKm, name: 'China tripoint' },
    ...crossings.map(({ at, name }) => ({ chainageKm: border.station(at).chainageKm, name })),
    ...limits.map(({ chainageKm, before, after }) => ({
      chainageKm,
      name: `limit of ${short(before)} and ${short(after)}`
    }))
  ];
  return points.sort((a, b) => a.chainageKm - b.chainageKm);
}

/** A province's name without what stands in brackets behind it. */
const short = (name: string) => name.replace(/\s*\(.*\)$/, '');

/**
 * Where a chainage snaps to: the nearest of the points within `reachKm`, else the nearest multiple
 * of `stepKm`; never beyond the limits.
 */
export function snap(
  chainageKm: number,
  points: readonly SnapPoint[],
  { reachKm, stepKm, limits }: { reachKm: number; stepKm: number; limits: Limits }
): Snapped {
  const near = points
    .filter((point) => isWithin(point.chainageKm, limits))
    .map((point) => ({ point, awayKm: Math.abs(point.chainageKm - chainageKm) }))
    .filter(({ awayKm }) => awayKm <= reachKm)
    .sort((a, b) => a.awayKm - b.awayKm);
  if (near.length > 0) return { ...near[0].point };
  const within = clamp(rounded(chainageKm, stepKm), limits);
  return { chainageKm: within, name: nameAt(within, points) };
}

/** The next of the points beyond a chainage, upwards (1) or downwards (-1), or the limit. */
export function nextSnap(
  chainageKm: number,
  points: readonly SnapPoint[],
  direction: 1 | -1,
  limits: Limits
): number {
  const beyond = points
    .map((point) => point.chainageKm)
    .filter((km) => direction * (km - chainageKm) > SAME_KM);
  const next = direction > 0 ? Math.min(...beyond) : Math.max(...beyond);
  return clamp(next, limits);
}

/** What is at a chainage, by name; null for nothing. */
export function nameAt(chainageKm: number, points: readonly SnapPoint[]): string | null {
  const at = points.find((point) => Math.abs(point.chainageKm - chainageKm) < SAME_KM);
  return at?.name ?? null;
}

/** Between which chainages something may be. */
export interface Limits {
  lowKm: number;
  highKm: number;
}

export function clamp(km: number, { lowKm, highKm }: Limits): number {
  return Math.max(lowKm, Math.min(highKm, km));
}

const isWithin = (km: number, { lowKm, highKm }: Limits) => km >= lowKm && km <= highKm;

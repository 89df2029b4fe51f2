import type { Border } from '../../border/border';
import type { ZoneProvince } from '../provinces';
import type { Between, Condition } from './condition';
import type { LocusEngine } from './locus';
import { distancesTo, stationsOf } from './spread';

/** What the other conditions of a conflict leave to one of them: the nearest miss. */
export type Left =
  | ({ kind: 'distance' } & Between)
  /** Signed offsets: positive on the Afghan side. */
  | { kind: 'offset'; fromKm: number; toKm: number }
  | { kind: 'stretch'; fromKm: number; toKm: number }
  | { kind: 'province'; ids: string[] };

/** Conditions of which each excludes what the others leave, by their place in the list asked for. */
export type Conflict = { index: number; left: Left }[];

/**
 * Finds among conditions that cannot be met together a few that cannot, and of which no one can be
 * spared; and for each of them what the others would leave: so a reader sees how far it misses.
 * Yields how much is done, from 0 to 1. Without a conflict, the list is empty.
 */
export function* findConflict(
  border: Border,
  loci: LocusEngine,
  provinces: readonly ZoneProvince[],
  conditions: readonly Condition[]
): Generator<number, Conflict> {
  const locusOf = (indices: readonly number[]) => loci.locus(indices.map((i) => conditions[i]));
  const isMet = (indices: readonly number[]) =>
    indices.length === 0 || locusOf(indices).polygons.coordinates.length > 0;
  let needed = conditions.map((_, i) => i);
  if (isMet(needed)) return [];
  for (const index of conditions.keys()) {
    const others = needed.filter((i) => i !== index);
    if (!isMet(others)) needed = others;
    yield (0.5 * (index + 1)) / conditions.length;
  }
  const conflict: Conflict = [];
  for (const index of needed) {
    const others = needed.filter((i) => i !== index);
    if (others.length > 0) {
      conflict.push({
        index,
        left: leftTo(
          conditions[index],
          others.map((i) => conditions[i])
        )
      });
    }
    yield 0.5 + (0.5 * conflict.length) / needed.length;
  }
  return conflict;

  function leftTo(condition: Condition, others: readonly Condition[]): Left {
    const locus = loci.locus(others);
    if (condition.kind === 'distance') {
      return { kind: 'distance', ...distancesTo(condition.from, locus) };
    }
    if (condition.kind === 'province') {
      const ids = provinces.map(({ id }) => id);
      const isHeld = (id: string) =>
        loci.locus([...others, { kind: 'province', id }]).polygons.coordinates.length > 0;
      return { kind: 'province', ids: ids.filter(isHeld) };
    }
    const { fromKm, toKm, leastOffsetKm, greatestOffsetKm } = stationsOf(border, locus.polygons);
    return condition.kind === 'stretch'
      ? { kind: 'stretch', fromKm, toKm }
      : { kind: 'offset', fromKm: leastOffsetKm, toKm: greatestOffsetKm };
  }
}

import type { LonLat } from '../geodesy/position';
import type { ZoneMembership } from './membership';

/** Something at a position, known to a radius if one is given. */
export interface PointOfInterest {
  id: string;
  position: LonLat;
  uncertaintyKm?: number;
}

/** What of a list lies in a zone, in the list's order. */
export interface Inside<P> {
  inside: P[];
  /** What may lie inside or outside, as far as its position is known. */
  uncertain: P[];
}

/** Tells which points lie in a zone, and of which that cannot be said. */
export function insideOf<P extends PointOfInterest>(
  membership: ZoneMembership,
  points: readonly P[]
): Inside<P> {
  const found: Inside<P> = { inside: [], uncertain: [] };
  for (const point of points) {
    const certainty = membership.certainty(point.position, point.uncertaintyKm ?? 0);
    if (certainty !== 'outside') found[certainty].push(point);
  }
  return found;
}

/** How many people live in settlements, as far as that is known. */
export interface People {
  settlements: number;
  /** How many of the settlements have a population. */
  withPopulation: number;
  /** The sum of those populations, which are often too low: people at least. */
  atLeast: number;
}

export function peopleIn(settlements: readonly { population: number | null }[]): People {
  const known = settlements.flatMap(({ population }) => population ?? []);
  return {
    settlements: settlements.length,
    withPopulation: known.length,
    atLeast: known.reduce((sum, population) => sum + population, 0)
  };
}

import type { MultiPolygon } from 'geojson';
import type { Settlement } from '../geodata/settlements';
import { peopleIn, type People } from '../zones/inside';
import type { Condition } from '../zones/locus/condition';
import {
  locusFigures,
  type CandidatePoint,
  type LocusFigures,
  type LocusGround
} from '../zones/locus/figures';
import { createLocusEngine, type LocusEngine } from '../zones/locus/locus';
import type { Ground, SettlementPoint } from './analysis';
import { inTurns } from './in-turns';

/** A locus and all that is told of it, as the worker hands it over. */
export interface LocusAnswer extends Omit<LocusFigures<SettlementPoint>, 'inside'> {
  polygons: MultiPolygon;
  areaKm2: number;
  areaErrorKm2: number;
  toleranceKm: number;
  settlements: SettlementPoint[];
  people: People;
}

/** What the worker can be asked about loci. */
export interface LociCalls {
  /**
   * Where all of the conditions are satisfied, with its parts, provinces, settlements, the distance
   * of each candidate from it, and which conditions exclude each other if it is empty. Lets other
   * calls through; refused with an AbortError once a newer one has been asked for.
   */
  locus(
    conditions: readonly Condition[],
    candidates: readonly CandidatePoint[]
  ): Promise<LocusAnswer>;
  /** Where each condition alone is satisfied, true to a tolerance, to be drawn. */
  conditionOutlines(conditions: readonly Condition[], toleranceKm: number): MultiPolygon[];
}

const pointOf = ({ name, country, position, population }: Settlement, i: number) => ({
  id: String(i),
  name: `${name} (${country})`,
  position,
  population
});

/** Answers calls about loci. `ground` tells what they stand on now. */
export function lociCalls(ground: () => Ground): LociCalls {
  let newest = 0;
  const engines = new WeakMap<Ground['zones'], LocusEngine>();

  function engineOn({ border, zones, provinces }: Ground): LocusEngine {
    const engine = engines.get(zones) ?? createLocusEngine(border, zones, provinces);
    engines.set(zones, engine);
    return engine;
  }

  return {
    async locus(conditions, candidates) {
      const call = ++newest;
      const now = ground();
      const loci = engineOn(now);
      const locus = loci.locus(conditions);
      const standing: LocusGround<SettlementPoint> = {
        border: now.border,
        loci,
        provinces: now.provinces,
        points: now.settlements.map(pointOf)
      };
      const steps = locusFigures(standing, locus, candidates);
      const { inside, ...figures } = await inTurns(steps, undefined, () => call !== newest);
      const { polygons, areaKm2, areaErrorKm2, toleranceKm } = locus;
      return {
        ...figures,
        polygons,
        areaKm2,
        areaErrorKm2,
        toleranceKm,
        settlements: inside,
        people: peopleIn(inside)
      };
    },
    conditionOutlines(conditions, toleranceKm) {
      const loci = engineOn(ground());
      return conditions.map((condition) => loci.locus([condition], { toleranceKm }).polygons);
    }
  };
}

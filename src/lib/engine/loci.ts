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
import { createLocusEngine, type Locus, type LocusEngine } from '../zones/locus/locus';
import type { Ground, SettlementPoint } from './analysis';
import { inTurns } from './in-turns';

/** Where conditions are satisfied, as the worker hands it over; see `Locus`. */
export interface LocusOutline {
  polygons: MultiPolygon;
  areaKm2: number;
  areaErrorKm2: number;
  toleranceKm: number;
}

/** A locus and all that is told of it. */
export interface LocusAnswer extends LocusOutline, Omit<LocusFigures<SettlementPoint>, 'inside'> {
  settlements: SettlementPoint[];
  people: People;
}

/** What the worker can be asked about loci. */
export interface LociCalls {
  /**
   * Where all of the conditions are satisfied, with its parts, provinces, settlements, the distance
   * of each candidate from it, and which conditions exclude each other if it is empty. Lets other
   * calls through.
   */
  locus(
    conditions: readonly Condition[],
    candidates: readonly CandidatePoint[]
  ): Promise<LocusAnswer>;
  /** The outline alone, drawn coarser by a tolerance if one is given. */
  locusOutline(conditions: readonly Condition[], toleranceKm?: number): LocusOutline;
}

const pointOf = ({ name, country, position, population }: Settlement, i: number) => ({
  id: String(i),
  name: `${name} (${country})`,
  position,
  population
});

/** Answers calls about loci. `ground` tells what they stand on now. */
export function lociCalls(ground: () => Ground): LociCalls {
  const engines = new WeakMap<Ground['zones'], LocusEngine>();

  function engineOn({ border, zones, provinces }: Ground): LocusEngine {
    const engine = engines.get(zones) ?? createLocusEngine(border, zones, provinces);
    engines.set(zones, engine);
    return engine;
  }

  return {
    async locus(conditions, candidates) {
      const now = ground();
      const loci = engineOn(now);
      const locus = loci.locus(conditions);
      const standing: LocusGround<SettlementPoint> = {
        border: now.border,
        loci,
        provinces: now.provinces,
        points: now.settlements.map(pointOf)
      };
      const { inside, ...figures } = await inTurns(locusFigures(standing, locus, candidates));
      return { ...outlineOf(locus), ...figures, settlements: inside, people: peopleIn(inside) };
    },
    locusOutline: (conditions, toleranceKm = 0) =>
      outlineOf(engineOn(ground()).locus(conditions, { toleranceKm }))
  };
}

const outlineOf = ({ polygons, areaKm2, areaErrorKm2, toleranceKm }: Locus): LocusOutline => ({
  polygons,
  areaKm2,
  areaErrorKm2,
  toleranceKm
});

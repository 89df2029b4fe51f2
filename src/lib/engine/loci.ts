import type { MultiPolygon } from 'geojson';
import type { Settlement } from '../geodata/settlements';
import { peopleIn, type People } from '../zones/inside';
import type { Condition } from '../zones/locus/condition';
import { locusFigures, type CandidatePoint, type LocusFigures } from '../zones/locus/figures';
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
   * calls through, tells how much is done, from 0 to 1, and is refused with an AbortError once
   * `giveUpLocus` was called.
   */
  locus(
    conditions: readonly Condition[],
    candidates: readonly CandidatePoint[],
    onProgress?: (share: number) => void
  ): Promise<LocusAnswer>;
  giveUpLocus(): void;
  /** The outline alone, drawn coarser by a tolerance if one is given. */
  locusOutline(conditions: readonly Condition[], toleranceKm?: number): LocusOutline;
}

/** The outline's share of the work, about. */
const OUTLINE_SHARE = 0.3;

const pointOf = ({ name, country, position, population }: Settlement, i: number) => ({
  id: String(i),
  name: `${name} (${country})`,
  position,
  population
});

/** Answers calls about loci. `ground` tells what they stand on now. */
export function lociCalls(ground: () => Ground): LociCalls {
  const engines = new WeakMap<Ground['zones'], LocusEngine>();
  /** How many were given up: those begun before are no longer wanted. */
  let givenUp = 0;

  function engineOn({
    border,
    zones,
    provinces
  }: Pick<Ground, 'border' | 'zones' | 'provinces'>): LocusEngine {
    const engine = engines.get(zones) ?? createLocusEngine(border, zones, provinces);
    engines.set(zones, engine);
    return engine;
  }

  /** The outline is some third of the work, and nothing can be let through meanwhile. */
  function* answerOf(
    conditions: readonly Condition[],
    candidates: readonly CandidatePoint[]
  ): Generator<number, LocusAnswer> {
    const { border, zones, provinces, settlements } = ground();
    const loci = engineOn({ zones, border, provinces });
    yield 0;
    const locus = loci.locus(conditions);
    yield OUTLINE_SHARE;
    const standing = { border, loci, provinces, points: settlements.map(pointOf) };
    const steps = locusFigures<SettlementPoint>(standing, locus, candidates);
    for (;;) {
      const step = steps.next();
      if (!step.done) {
        yield OUTLINE_SHARE + (1 - OUTLINE_SHARE) * step.value;
        continue;
      }
      const { inside, ...figures } = step.value;
      return { ...outlineOf(locus), ...figures, settlements: inside, people: peopleIn(inside) };
    }
  }

  return {
    locus(conditions, candidates, onProgress) {
      const begun = givenUp;
      return inTurns(answerOf(conditions, candidates), onProgress, () => begun < givenUp);
    },
    giveUpLocus() {
      givenUp++;
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

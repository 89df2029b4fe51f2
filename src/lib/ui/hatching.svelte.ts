import { latest } from '../engine/latest';
import type { DrawnComparison } from '../engine/protocol';
import type { Zone } from '../zones/zone';
import { problemOf } from './problem-of';

/** Which proposal is compared with the base on the map, and what is hatched there. */
export class Hatching {
  /** Id of the proposal; null while nothing is hatched. */
  of = $state<string | null>(null);
  drawn = $state.raw<DrawnComparison | null>(null);
  problem = $state<string | null>(null);
  readonly #ask: (pair: { base: Zone; other: Zone }) => void;

  constructor(compare: (base: Zone, other: Zone) => Promise<DrawnComparison>) {
    this.#ask = latest(
      ({ base, other }) => compare(base, other),
      (drawn) => {
        this.problem = null;
        if (this.of !== null) this.drawn = drawn;
      },
      (error) => (this.problem = problemOf(error))
    );
  }

  show(id: string, base: Zone, other: Zone): void {
    this.of = id;
    this.#ask({ base, other });
  }

  hide(): void {
    this.of = null;
    this.drawn = null;
  }
}

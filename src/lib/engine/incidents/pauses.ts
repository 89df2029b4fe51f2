import type { Progress } from './protocol';

/** After so long at work other calls get their turn. */
const TURN_MS = 12;
/** The page is told so often at the most. */
const TELL_MS = 80;

/** Work that was called off. */
export class Cancelled extends Error {
  override name = 'Cancelled';
}

/** Lets the worker answer other calls in between, tells how far work has come, and ends it if asked. */
export class Pauses {
  readonly #tell: (progress: Progress) => void;
  readonly #isCancelled: () => boolean;
  #rested = performance.now();
  #told = -Infinity;

  constructor(tell: (progress: Progress) => void, isCancelled: () => boolean) {
    this.#tell = tell;
    this.#isCancelled = isCancelled;
  }

  /** To be awaited between steps. Throws a Cancelled once the work is not wanted any longer. */
  async step(progress: Progress): Promise<void> {
    const now = performance.now();
    if (now - this.#told > TELL_MS) {
      this.#told = now;
      this.#tell(progress);
    }
    if (now - this.#rested > TURN_MS) {
      await new Promise((resolve) => setTimeout(resolve));
      this.#rested = performance.now();
    }
    if (this.#isCancelled()) throw new Cancelled();
  }

  /** Runs steps that yield the share that is done. */
  async run<T>(steps: Generator<number, T>, doing: Progress['doing'], rows: number): Promise<T> {
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      await this.step({ doing, share: value, rows });
    }
  }
}

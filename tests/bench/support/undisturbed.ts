import { median } from 'd3-array';

/**
 * On a shared machine another may use the other half of a core, and all work then takes about twice
 * as long for a while. A yardstick, which is work that is always the same, tells when.
 */
export interface Yardstick {
  /** How many times as long as ever the yardstick takes right now: near 1 if nobody disturbs. */
  slowdown(): number;
  /** Whether nobody disturbs. */
  isQuiet(): boolean;
  /** Waits until nobody disturbs, or for so long. */
  awaitQuiet(mostMs: number): void;
}

/** What a piece of work took, in ms. */
export interface Timing {
  /** The median of all runs. */
  medianMs: number;
  /** The median of the runs during which nobody disturbed, and how many these were. */
  undisturbedMs: number | undefined;
  undisturbedRuns: number;
}

/** 8 KB, so that what is timed stays in the caches. */
const VALUES = Float64Array.from({ length: 2 ** 10 }, (_, i) => Math.sin(i));
const ROUNDS = 600;
/** How often the yardstick is taken before anything else is: until its code is compiled, and more. */
const FIRST_READINGS = 3000;
/** Nobody disturbs if the yardstick is slowed by less than this. */
const UNDISTURBED = 1.15;

export function createYardstick(): Yardstick {
  let leastMs = Infinity;
  function slowdown(): number {
    const start = performance.now();
    const sum = addUp(VALUES);
    const ms = performance.now() - start;
    if (!Number.isFinite(sum)) throw new Error('The yardstick measures nothing.');
    leastMs = Math.min(leastMs, ms);
    return ms / leastMs;
  }
  for (let i = 0; i < FIRST_READINGS; i++) slowdown();
  const isQuiet = () => slowdown() < UNDISTURBED;
  return {
    slowdown,
    isQuiet,
    awaitQuiet(mostMs) {
      const until = performance.now() + mostMs;
      while (!isQuiet() && performance.now() < until);
    }
  };
}

/** Four sums at once, so that a core that is shared shows. */
function addUp(values: Float64Array): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < values.length; i += 4) {
      a += values[i] * round;
      b += values[i + 1] * values[i];
      c += values[i + 2] * values[i + 1];
      d += values[i + 3] * values[i + 2];
    }
  }
  return a + b + c + d;
}

/**
 * Runs work, which is told how often it ran before: first come what may, then when the yardstick
 * tells that nobody disturbs, until so many runs were undisturbed or the time is up. A yardstick that
 * was disturbed from its first reading on takes every run for undisturbed, so that figure may come
 * out too high, but never too low.
 */
export function timeUndisturbed(
  yardstick: Yardstick,
  work: (run: number) => void,
  { runs, mostMs }: { runs: number; mostMs: number }
): Timing {
  const all: number[] = [];
  const undisturbed: number[] = [];
  let count = 0;
  const timedRun = () => {
    const start = performance.now();
    work(count++);
    return performance.now() - start;
  };
  while (all.length < runs) all.push(timedRun());
  const until = performance.now() + mostMs;
  while (undisturbed.length < runs && performance.now() < until) {
    yardstick.awaitQuiet(until - performance.now());
    const ms = timedRun();
    if (yardstick.isQuiet()) undisturbed.push(ms);
  }
  return {
    medianMs: median(all) ?? NaN,
    undisturbedMs: median(undisturbed),
    undisturbedRuns: undisturbed.length
  };
}

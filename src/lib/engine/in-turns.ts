/** After so long at work other calls get their turn: a hand on a slider does not notice it. */
const TURN_MS = 12;

/**
 * Runs steps to their end, letting the worker answer other calls in between. `stopped` is asked at
 * each turn; once it holds the promise is refused with a DOMException named AbortError.
 */
export async function inTurns<Result>(
  steps: Generator<number, Result>,
  progress?: (share: number) => void,
  stopped?: () => boolean
): Promise<Result> {
  let began = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - began < TURN_MS) continue;
    progress?.(value);
    await new Promise((resolve) => setTimeout(resolve));
    if (stopped?.()) throw new DOMException('No longer wanted.', 'AbortError');
    began = performance.now();
  }
}

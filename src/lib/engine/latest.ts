/**
 * Makes a task follow a stream of inputs without a queue: while one input is at work, only the
 * newest of those that arrive is kept, and an answer to anything older than what was last delivered
 * is dropped. So a slider can be dragged at any rate and the page never falls behind.
 */
export function latest<Input, Output>(
  task: (input: Input) => Promise<Output>,
  deliver: (output: Output, input: Input) => void,
  fail: (error: unknown, input: Input) => void
): (input: Input) => void {
  let waiting: { input: Input } | null = null;
  let busy = false;

  async function work(first: Input): Promise<void> {
    busy = true;
    let input = first;
    for (;;) {
      try {
        deliver(await task(input), input);
      } catch (error) {
        fail(error, input);
      }
      if (!waiting) break;
      input = (waiting as { input: Input }).input;
      waiting = null;
    }
    busy = false;
  }

  return (input) => {
    if (busy) waiting = { input };
    else void work(input);
  };
}

/** Whoever drags or opens one thing after another rests less than this, whoever reads more. */
const REST_MS = 8000;

/** Runs calls as they are given, and `work` whenever none has run for a while since. */
export function atRest(work: () => void) {
  let running = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  return async function during<Result>(call: () => Result | Promise<Result>): Promise<Result> {
    clearTimeout(timer);
    running++;
    try {
      return await call();
    } finally {
      running--;
      if (running === 0) timer = setTimeout(work, REST_MS);
    }
  };
}

const STEP_MS = 50;

/** The first answer that is not null, asked for again and again: what comes need not tell. */
export async function until<T>(answer: () => T | null): Promise<T> {
  for (;;) {
    const found = answer();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}

/** A change that can be undone: what it was, and the state before it. */
export interface Step<State> {
  label: string;
  state: State;
}

/** What can be undone, the newest last, and what can be done again, the next last. */
export interface History<State> {
  past: readonly Step<State>[];
  future: readonly Step<State>[];
  /** What the newest step goes on with: further changes of this key belong to it. */
  ongoing: { key: string; settled: boolean; atMs: number } | null;
}

const MOST_STEPS = 200;
/** Changes of one field that follow each other so soon are one step, as while typing. */
const PAUSE_MS = 1000;

export function noHistory<State>(): History<State> {
  return { past: [], future: [], ongoing: null };
}

/**
 * Whether a change begins a step of its own. It does not while a gesture of the same key has not
 * settled, or shortly after one has.
 */
export function beginsStep(history: History<unknown>, key: string | null, nowMs: number): boolean {
  const { ongoing } = history;
  if (key === null || ongoing?.key !== key) return true;
  return ongoing.settled && nowMs - ongoing.atMs > PAUSE_MS;
}

/** The history after a change of a key; `step` is null where it goes on with the newest step. */
export function record<State>(
  history: History<State>,
  step: Step<State> | null,
  change: { key: string | null; settled: boolean; atMs: number }
): History<State> {
  const { key, ...rest } = change;
  return {
    past: step ? [...history.past, step].slice(-MOST_STEPS) : history.past,
    future: [],
    ongoing: key === null ? null : { key, ...rest }
  };
}

/** Goes back one step from the present state; null where there is none. */
export function undo<State>(
  { past, future }: History<State>,
  present: State
): { history: History<State>; step: Step<State> } | null {
  const step = past.at(-1);
  if (!step) return null;
  const undone = { label: step.label, state: present };
  return {
    history: { past: past.slice(0, -1), future: [...future, undone], ongoing: null },
    step
  };
}

/** Goes forward again one step; null where there is none. */
export function redo<State>(
  { past, future }: History<State>,
  present: State
): { history: History<State>; step: Step<State> } | null {
  const step = future.at(-1);
  if (!step) return null;
  const done = { label: step.label, state: present };
  return { history: { past: [...past, done], future: future.slice(0, -1), ongoing: null }, step };
}

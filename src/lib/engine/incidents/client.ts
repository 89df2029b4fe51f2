import { wrap, type Remote } from 'comlink';
import type { IncidentEngine } from './protocol';

export interface IncidentClient {
  engine: Remote<IncidentEngine>;
  stop(): void;
}

/**
 * Starts the worker that holds the incidents. `onFault` is told, in words for the reader, when the
 * worker dies; what was kept is brought back by `restore` of a new client. Callbacks go to the
 * engine through comlink's `proxy`.
 */
export function startIncidentEngine(onFault: (problem: string) => void): IncidentClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.onerror = (event) => {
    event.preventDefault();
    onFault(`The incidents are out of reach: ${event.message || 'their worker did not start'}.`);
  };
  return { engine: wrap<IncidentEngine>(worker), stop: () => worker.terminate() };
}

/**
 * Asks the browser not to clear what is kept when it needs space; only the page can ask. Gives
 * whether it agrees.
 */
export async function askToKeep(): Promise<boolean> {
  try {
    return await navigator.storage.persist();
  } catch {
    return false;
  }
}

/** What all that this page keeps takes, and may take, in bytes; null where the browser does not say. */
export async function storageUse(): Promise<{ usedBytes: number; quotaBytes: number } | null> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined
      ? null
      : { usedBytes: usage, quotaBytes: quota };
  } catch {
    return null;
  }
}

import { wrap, type Remote } from 'comlink';
import type { Engine } from './protocol';

export interface EngineClient {
  engine: Remote<Engine>;
  stop(): void;
}

/**
 * Starts the worker that computes. `onFault` is told, in words for the reader, when the worker dies;
 * what the reader made is not touched by that, and a new client can be started.
 */
export function startEngine(onFault: (problem: string) => void): EngineClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.onerror = (event) => {
    event.preventDefault();
    onFault(`The computation stopped: ${event.message || 'its worker could not be started'}.`);
  };
  return { engine: wrap<Engine>(worker), stop: () => worker.terminate() };
}

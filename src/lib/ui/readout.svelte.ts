import type { LonLat } from '../geodesy/position';
import type { EngineClient } from '../engine/client';
import { latest } from '../engine/latest';
import type { Located } from '../engine/protocol';
import type { Session } from './session.svelte';

/** Where on the line the pointer is, or the crosshair in the map's middle. */
export class PositionReadout {
  source = $state<'pointer' | 'crosshair'>('pointer');
  located = $state.raw<Located | null>(null);
  /** Whether the reader points with a finger, which cannot hover. */
  touch = $state(false);

  readonly #session: Session;
  #locate: (position: LonLat) => void = () => undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** From now on an engine is asked. */
  connect(engine: EngineClient['engine'], failed: (error: unknown) => void): void {
    this.#locate = latest(
      (position) => engine.locate(position),
      (located) => (this.located = located),
      failed
    );
  }

  /** The pointer is at a position of the map, or has left it. */
  pointerAt(position: LonLat | null): void {
    if (position) {
      if (!this.touch) this.source = 'pointer';
      this.#locateSoon(position);
    } else if (this.source === 'pointer') this.located = null;
  }

  /** Tells of the crosshair anew, if it is that which is told of. */
  refresh(): void {
    const { view } = this.#session;
    if (this.source === 'crosshair' && view) this.#locateSoon(view.center);
  }

  #locateSoon(position: LonLat): void {
    if (this.#session.supply.lengthKm !== null) this.#locate(position);
  }
}

import type { Map as MapLibreMap, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import type { LonLat } from '../../geodesy/position';

/** A drag over the map that draws something and does not move the map. */
export interface Sweep {
  /** The pointer has gone from where it was pressed to a position. */
  move(position: LonLat): void;
  release(): void;
  cancel(): void;
}

/** Begins a drag where the pointer was pressed; null to leave it to the map. */
export type BeginSweep = (from: LonLat) => Sweep | null;

/** What moves less than this has clicked. */
const SLACK_PX = 4;

interface Held {
  begin: () => Sweep | null;
  sweep: Sweep | null;
  pointerId: number;
  from: { x: number; y: number };
}

/** Gives drags over the map to the tool at hand, by mouse, pen or one finger. */
export class SweepGrip {
  readonly #map: MapLibreMap;
  readonly #begins: (shift: boolean) => boolean;
  readonly #begin: BeginSweep;
  #held: Held | null = null;
  readonly #stopListening = new AbortController();

  /** `begins` tells whether a drag is for a tool at all; `begin` is asked once it has become one. */
  constructor(map: MapLibreMap, begins: (shift: boolean) => boolean, begin: BeginSweep) {
    this.#map = map;
    this.#begins = begins;
    this.#begin = begin;
    const { signal } = this.#stopListening;
    const container = map.getCanvasContainer();
    // In the capture phase, and before the mouse and touch events from which MapLibre pans.
    container.addEventListener('pointerdown', (event) => this.#press(event), {
      capture: true,
      signal
    });
    container.addEventListener('pointermove', (event) => this.#move(event), { signal });
    container.addEventListener('pointerup', (event) => this.#letGo(event, true), { signal });
    container.addEventListener('pointercancel', (event) => this.#letGo(event, false), { signal });
    window.addEventListener('keydown', (event) => this.#escape(event), { capture: true, signal });
    const keepStill = (event: MapMouseEvent | MapTouchEvent) => {
      if (this.#held) event.preventDefault();
    };
    map.on('mousedown', keepStill);
    map.on('touchstart', keepStill);
  }

  destroy(): void {
    this.#stopListening.abort();
  }

  #press(event: PointerEvent): void {
    if (this.#held) {
      // A second finger: the map is to be moved or zoomed.
      this.#held.sweep?.cancel();
      this.#held = null;
      return;
    }
    if (!event.isPrimary || event.button !== 0 || event.ctrlKey) return;
    if (!this.#begins(event.shiftKey)) return;
    const from = this.#pixel(event);
    const begin = () => this.#begin(this.#position(from));
    this.#held = { begin, sweep: null, pointerId: event.pointerId, from };
  }

  #move(event: PointerEvent): void {
    const held = this.#held;
    if (held?.pointerId !== event.pointerId) return;
    const point = this.#pixel(event);
    if (!held.sweep) {
      if (Math.hypot(point.x - held.from.x, point.y - held.from.y) <= SLACK_PX) return;
      held.sweep = held.begin();
      this.#map.getCanvasContainer().setPointerCapture(event.pointerId);
    }
    held.sweep?.move(this.#position(point));
  }

  #letGo(event: PointerEvent, kept: boolean): void {
    const held = this.#held;
    if (held?.pointerId !== event.pointerId) return;
    this.#held = null;
    if (kept) held.sweep?.release();
    else held.sweep?.cancel();
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#held) return;
    event.stopPropagation();
    this.#held.sweep?.cancel();
    this.#held = null;
  }

  #pixel({ clientX, clientY }: PointerEvent): { x: number; y: number } {
    const { left, top } = this.#map.getCanvasContainer().getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  #position({ x, y }: { x: number; y: number }): LonLat {
    const { lng, lat } = this.#map.unproject([x, y]).wrap();
    return [lng, lat];
  }
}

import type { Map as MapLibreMap, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import type { LonLat } from '../../geodesy/position';
import { resizeCursor } from './cursor';
import { pixelKm } from './pixel-km';

/** Something under the pointer that can be dragged across the line. */
export interface Grip {
  side: 'afghan' | 'pakistan';
  /** The nearest point of the line: the way from there to the pointer is the way of the drag. */
  foot: LonLat;
  /** The pointer has gone to a position; `free` when it is not to be rounded. */
  move(position: LonLat, free: boolean): void;
  /** It was let go where it was moved to last. */
  release(): void;
  /** It is to be as it was before it was taken hold of. */
  cancel(): void;
}

/** Gives what can be taken hold of within `reachKm` of a position; null for nothing. */
export type FindGrip = (position: LonLat, reachKm: number) => Grip | null;

const REACH_PX = 8;
const TOUCH_REACH_PX = 22;
/** A finger or a mouse that moves less than this has clicked. */
const SLACK_PX = 3;
/** How wide an outline is drawn that the pointer is at, in pixels. */
const EMPHASIS_PX = 4;
const EDGE_LAYER = /^zone-chosen-.+-edge$/;

interface Held {
  grip: Grip;
  pointerId: number;
  from: { x: number; y: number };
  moved: boolean;
}

/** Takes hold of a zone's edge with the mouse or a finger, and keeps the map still meanwhile. */
export class EdgeGrip {
  readonly #map: MapLibreMap;
  readonly #find: FindGrip;
  #held: Held | null = null;
  #emphasisedSide: Grip['side'] | null = null;
  /** The edge layers drawn wide, with the width to give back to each. */
  #emphasised = new Map<string, unknown>();
  readonly #stopListening = new AbortController();

  constructor(map: MapLibreMap, find: FindGrip) {
    this.#map = map;
    this.#find = find;
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
    map.on('mouseout', () => this.#emphasise(null));
  }

  /** The cursor for a mouse over the map, null where there is nothing to take hold of. */
  hover({ point, originalEvent }: MapMouseEvent): string | null {
    if (originalEvent.buttons !== 0 && !this.#held) return null;
    const grip = this.#held?.grip ?? this.#at(point, REACH_PX);
    this.#emphasise(grip?.side ?? null);
    return grip && resizeCursor(this.#map.project(grip.foot), point);
  }

  destroy(): void {
    this.#stopListening.abort();
  }

  #at(point: { x: number; y: number }, reachPx: number): Grip | null {
    const position = this.#position(point);
    const reachKm = reachPx * pixelKm(this.#map.getZoom(), position[1]);
    const grip = this.#find(position, reachKm);
    return grip && this.#isDrawn(point, reachPx) ? grip : null;
  }

  /** Whether an edge is to be seen there: a zone may be hidden, cut off, or leave out a circle. */
  #isDrawn({ x, y }: { x: number; y: number }, reachPx: number): boolean {
    const box: [[number, number], [number, number]] = [
      [x - reachPx, y - reachPx],
      [x + reachPx, y + reachPx]
    ];
    return this.#map.queryRenderedFeatures(box, { layers: this.#edgeLayers() }).length > 0;
  }

  #edgeLayers(): string[] {
    return this.#map.getLayersOrder().filter((id) => EDGE_LAYER.test(id));
  }

  #press(event: PointerEvent): void {
    if (this.#held) {
      this.#end(false);
      return;
    }
    if (!event.isPrimary || event.button !== 0 || event.ctrlKey) return;
    const point = this.#pixel(event);
    const isTouch = event.pointerType === 'touch';
    const grip = this.#at(point, isTouch ? TOUCH_REACH_PX : REACH_PX);
    if (!grip) return;
    // Nothing else may take hold of the same press.
    event.stopImmediatePropagation();
    this.#held = { grip, pointerId: event.pointerId, from: point, moved: false };
    this.#map.getCanvasContainer().setPointerCapture(event.pointerId);
    this.#emphasise(grip.side);
  }

  #move(event: PointerEvent): void {
    const held = this.#held;
    if (held?.pointerId !== event.pointerId) return;
    const point = this.#pixel(event);
    held.moved ||= Math.hypot(point.x - held.from.x, point.y - held.from.y) > SLACK_PX;
    if (held.moved) held.grip.move(this.#position(point), event.shiftKey);
  }

  #letGo(event: PointerEvent, kept: boolean): void {
    if (this.#held?.pointerId === event.pointerId) this.#end(kept);
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#held) return;
    event.stopPropagation();
    this.#end(false);
  }

  #end(kept: boolean): void {
    const held = this.#held;
    if (!held) return;
    this.#held = null;
    this.#emphasise(null);
    if (kept) held.grip.release();
    else held.grip.cancel();
  }

  #emphasise(side: Grip['side'] | null): void {
    if (side === this.#emphasisedSide) return;
    this.#emphasisedSide = side;
    for (const [id, width] of this.#emphasised) {
      this.#map.setPaintProperty(id, 'line-width', width as number);
    }
    this.#emphasised.clear();
    if (side === null) return;
    const other = side === 'afghan' ? 'pakistan' : 'afghan';
    for (const id of this.#edgeLayers()) {
      if (id.includes(other)) continue;
      this.#emphasised.set(id, this.#map.getPaintProperty(id, 'line-width'));
      this.#map.setPaintProperty(id, 'line-width', EMPHASIS_PX);
    }
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

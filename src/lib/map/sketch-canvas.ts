import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Rect } from './edge-pointers';

const EVERYWHERE: Rect = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
/** A canvas is moved and resized by steps of this, so that a small change needs neither. */
const STEP_PX = 64;

/**
 * A canvas over the map for what moves under a hand. To draw that in the map itself all layers must
 * be drawn anew for each step: without a graphics card that takes hundreds of milliseconds.
 */
export class SketchCanvas {
  readonly #map: MapLibreMap;
  readonly #canvas = document.createElement('canvas');
  #size: { width: number; height: number };

  constructor(map: MapLibreMap) {
    this.#map = map;
    Object.assign(this.#canvas.style, { position: 'absolute', pointerEvents: 'none' });
    this.#canvas.setAttribute('aria-hidden', 'true');
    map.getCanvasContainer().append(this.#canvas);
    this.#size = this.#measure();
    map.on('resize', () => (this.#size = this.#measure()));
  }

  /** The map's own size in pixels of the page: to ask for it anew makes the browser lay the page out. */
  get size(): { width: number; height: number } {
    return this.#size;
  }

  #measure(): { width: number; height: number } {
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
    return { width, height };
  }

  /** What of the map is not covered by the page's panels, in pixels of the map. */
  get #inView(): Rect {
    const { width, height } = this.#size;
    const { left = 0, top = 0, right = 0, bottom = 0 } = this.#map.getPadding();
    return { left, top, right: width - right, bottom: height - bottom };
  }

  /**
   * The canvas wiped, just as large as what is in view of an area, in pixels of the map, and as fine
   * as the screen; null if nothing is. The browser copies all of it for each frame, so a smaller one
   * is quicker. It is drawn by the processor: a graphics card in software takes ten times as long.
   */
  blank(area = EVERYWHERE): CanvasRenderingContext2D | null {
    const view = this.#inView;
    const left = stepBelow(Math.max(area.left, view.left));
    const top = stepBelow(Math.max(area.top, view.top));
    const width = stepAbove(Math.min(area.right, view.right) - left);
    const height = stepAbove(Math.min(area.bottom, view.bottom) - top);
    if (!(width > 0 && height > 0)) {
      this.clear();
      return null;
    }
    this.#place(left, top, width, height);
    const pen = this.#canvas.getContext('2d', { willReadFrequently: true });
    const ratio = devicePixelRatio;
    pen?.setTransform(ratio, 0, 0, ratio, -left * ratio, -top * ratio);
    pen?.clearRect(left, top, width, height);
    return pen;
  }

  #place(left: number, top: number, width: number, height: number): void {
    const canvas = this.#canvas;
    const { style } = canvas;
    const place = { left: `${left}px`, top: `${top}px` };
    if (style.left !== place.left || style.top !== place.top) Object.assign(style, place);
    const [columns, rows] = [width, height].map((px) => Math.round(px * devicePixelRatio));
    if (canvas.width === columns && canvas.height === rows) return;
    Object.assign(canvas, { width: columns, height: rows });
    Object.assign(style, { width: `${width}px`, height: `${height}px` });
  }

  clear(): void {
    this.#canvas.width = 0;
  }

  remove(): void {
    this.#canvas.remove();
  }
}

const stepBelow = (px: number) => STEP_PX * Math.floor(px / STEP_PX);
const stepAbove = (px: number) => STEP_PX * Math.ceil(px / STEP_PX);

/** Resolves when the browser has made the frame that shows what was drawn until now. */
export function afterFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

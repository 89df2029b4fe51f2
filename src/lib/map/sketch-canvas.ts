import type { Map as MapLibreMap } from 'maplibre-gl';

/**
 * A canvas over the map for what moves under a hand. To draw that in the map itself all layers must
 * be drawn anew for each step: without a graphics card that takes hundreds of milliseconds.
 */
export class SketchCanvas {
  readonly #map: MapLibreMap;
  readonly #canvas = document.createElement('canvas');

  constructor(map: MapLibreMap) {
    this.#map = map;
    const { style } = this.#canvas;
    Object.assign(style, { position: 'absolute', inset: '0', pointerEvents: 'none' });
    this.#canvas.setAttribute('aria-hidden', 'true');
    map.getCanvasContainer().append(this.#canvas);
  }

  /**
   * The canvas wiped, as large as the map and as fine as the screen. It is drawn by the processor: a
   * graphics card in software takes ten times as long for a path.
   */
  blank(): CanvasRenderingContext2D | null {
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const [width, height] = [clientWidth, clientHeight].map((px) =>
      Math.round(px * devicePixelRatio)
    );
    const canvas = this.#canvas;
    if (canvas.width !== width || canvas.height !== height) {
      Object.assign(canvas, { width, height });
      Object.assign(canvas.style, { width: `${clientWidth}px`, height: `${clientHeight}px` });
    }
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    pen?.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    pen?.clearRect(0, 0, clientWidth, clientHeight);
    return pen;
  }

  clear(): void {
    this.#canvas.width = 0;
  }

  remove(): void {
    this.#canvas.remove();
  }
}

/** Resolves when the browser has made the frame that shows what was drawn until now. */
export function afterFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

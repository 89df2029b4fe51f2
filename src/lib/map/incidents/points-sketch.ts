import type { Map as MapLibreMap } from 'maplibre-gl';
import { pixelKm } from '../edit/pixel-km';
import type { Palette } from '../palette';
import { screenAffine, type ScreenAffine } from '../screen-affine';
import { SketchCanvas } from '../sketch-canvas';
import { legendColours, rgb } from './colours';
import type { DrawnIncidents, DrawnPoints } from './drawn';
import {
  LEAST_HOLLOW_PX,
  LOOKS,
  markRadiusPx,
  markScale,
  packMarks,
  PLAIN_PX,
  type Look
} from './mark';
import { discStamp, pixelOf, Splat, type Stamp } from './splat';

/** How much of a mark is full, by its look (as shaders.ts has it); what is absent is not drawn. */
const FILL: Record<Look, number> = { solid: 1, ringed: 0.5, hollow: 0.12, pale: 0.55, absent: 0 };
const FILLS = LOOKS.map((look) => FILL[look]);
const RINGED = LOOKS.indexOf('ringed');

/**
 * The incidents one by one while a filter or the time moves, on a canvas over the map: the map need
 * not draw all of its layers anew for each step. Marks are without rims, and lie over names. Once
 * nothing moves the map draws them in their place again, and the sketch goes.
 */
export class PointsSketch {
  readonly #map: MapLibreMap;
  readonly #canvas: SketchCanvas;
  readonly #marks = new WeakMap<object, Uint8Array>();
  #stamps = new Map<number, Stamp>();
  #isShown = false;

  constructor(map: MapLibreMap) {
    this.#map = map;
    this.#canvas = new SketchCanvas(map);
  }

  get isShown(): boolean {
    return this.#isShown;
  }

  show(tables: readonly DrawnIncidents[], palette: Palette): void {
    const pen = this.#canvas.blank();
    if (!pen) return;
    this.#isShown = true;
    const { width, height } = pen.canvas;
    const splat = new Splat(width, height);
    const { e, f } = pen.getTransform();
    for (const { points, opacity } of [...tables].reverse()) {
      if (points) this.#draw(splat, [e, f], points, opacity, palette);
    }
    pen.putImageData(new ImageData(splat.finished(), width, height), 0, 0);
  }

  clear(): void {
    if (!this.#isShown) return;
    this.#isShown = false;
    this.#canvas.clear();
  }

  remove(): void {
    this.#canvas.remove();
  }

  /** Draws on a canvas whose corner lies at an offset, in pixels of the canvas, from the map's. */
  #draw(
    splat: Splat,
    [right, down]: [right: number, down: number],
    { buffers, rows: { rows, strength }, scale, sized }: DrawnPoints,
    opacity: number,
    palette: Palette
  ): void {
    const { mercator } = buffers;
    const labels = buffers.legend.map(({ label }) => label);
    const colours = legendColours(scale, labels, palette).map((colour) => pixelOf(rgb(colour)));
    const marks = this.#marksOf(buffers);
    const ratio = devicePixelRatio;
    const wideKm = LEAST_HOLLOW_PX * pixelKm(this.#map.getZoom(), this.#map.getCenter().lat);
    const shrink = markScale(rows.length, this.#map.getZoom()) * ratio;
    const { x0, y0, ox, oy, ex, ey } = offset(screenAffine(this.#map), buffers.origin);
    for (let i = rows.length - 1; i >= 0; i--) {
      const row = rows[i];
      const look = marks[4 * row + 2];
      const isWide = look === RINGED && buffers.radiusKm[row] > wideKm;
      const fill = isWide ? FILL.hollow : FILLS[look];
      if (!(fill > 0)) continue;
      const dx = mercator[2 * row] - x0;
      const dy = mercator[2 * row + 1] - y0;
      const radius = shrink * (sized ? markRadiusPx(marks[4 * row + 1]) : PLAIN_PX);
      splat.put(
        this.#stamp(radius, fill),
        right + ratio * (ox + ex * dx - ey * dy),
        down + ratio * (oy + ey * dx + ex * dy),
        colours[marks[4 * row]],
        strength ? (opacity * strength[i]) / 255 : opacity
      );
    }
  }

  #marksOf(buffers: DrawnPoints['buffers']): Uint8Array {
    const marks = this.#marks.get(buffers) ?? packMarks(buffers);
    this.#marks.set(buffers, marks);
    return marks;
  }

  /** Radii are told apart by a quarter of a pixel. */
  #stamp(radius: number, fill: number): Stamp {
    const quarters = Math.round(4 * radius);
    const key = 1000 * quarters + Math.round(100 * fill);
    let stamp = this.#stamps.get(key);
    if (!stamp) this.#stamps.set(key, (stamp = discStamp(quarters / 4, fill)));
    return stamp;
  }
}

/** The same for positions less an origin. */
function offset({ x0, y0, ...rest }: ScreenAffine, [x, y]: [x: number, y: number]): ScreenAffine {
  return { ...rest, x0: x0 - x, y0: y0 - y };
}

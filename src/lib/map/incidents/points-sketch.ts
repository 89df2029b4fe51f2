import type { Map as MapLibreMap } from 'maplibre-gl';
import { pixelKm } from '../edit/pixel-km';
import type { Palette } from '../palette';
import { screenAffine } from '../screen-affine';
import { SketchCanvas } from '../sketch-canvas';
import type { DrawnIncidents } from './drawn';
import { PointsSplat } from './points-splat';

/**
 * The incidents one by one while a filter or the time moves, on a canvas over the map: the map need
 * not draw all of its layers anew for each step. Marks lie over names. Once nothing moves the map
 * draws them in their place again, and the sketch goes.
 */
export class PointsSketch {
  readonly #map: MapLibreMap;
  readonly #canvas: SketchCanvas;
  readonly #points: PointsSplat;
  #isShown = false;

  constructor(map: MapLibreMap, points: PointsSplat) {
    this.#map = map;
    this.#canvas = new SketchCanvas(map);
    this.#points = points;
  }

  get isShown(): boolean {
    return this.#isShown;
  }

  show(tables: readonly DrawnIncidents[], palette: Palette): void {
    const pen = this.#canvas.blank();
    if (!pen) return;
    this.#isShown = true;
    const map = this.#map;
    const { width, height } = pen.canvas;
    const { e, f } = pen.getTransform();
    const zoom = map.getZoom();
    const splat = this.#points.draw(tables, palette, {
      width,
      height,
      corner: [e, f],
      ratio: devicePixelRatio,
      affine: screenAffine(map),
      zoom,
      kmPerPixel: pixelKm(zoom, map.getCenter().lat)
    });
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
}

import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Palette } from '../palette';
import { screenAffine, toPixels, type ScreenAffine } from '../screen-affine';
import { SketchCanvas } from '../sketch-canvas';
import { classOf, countClasses } from './cell-features';
import { classColour, HEXAGON_EDGE_PX, HEXAGON_FILL } from './cell-layers';
import type { DrawnIncidents } from './drawn';

/** Hexagons while a filter or the time moves, as `PointsSketch` has incidents one by one. */
export class HexagonsSketch {
  readonly #map: MapLibreMap;
  readonly #canvas: SketchCanvas;
  #isShown = false;

  constructor(map: MapLibreMap) {
    this.#map = map;
    this.#canvas = new SketchCanvas(map);
  }

  show(tables: readonly DrawnIncidents[], palette: Palette): void {
    const pen = this.#canvas.blank();
    if (!pen) return;
    this.#isShown = true;
    pen.lineWidth = HEXAGON_EDGE_PX;
    const screen = screenAffine(this.#map);
    for (const { cells, opacity } of tables) {
      if (cells?.as !== 'hexagons') continue;
      const classes = countClasses(cells.cells.map(({ count }) => count));
      const paths = classes.map(() => new Path2D());
      for (const { ring, count } of cells.cells) {
        if (ring) outline(paths[classOf(count, classes)], ring, screen);
      }
      paths.forEach((path, i) => {
        pen.fillStyle = pen.strokeStyle = classColour(i, classes.length, palette);
        pen.globalAlpha = HEXAGON_FILL * opacity;
        pen.fill(path);
        pen.globalAlpha = opacity;
        pen.stroke(path);
      });
    }
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

function outline(path: Path2D, ring: readonly (readonly number[])[], screen: ScreenAffine): void {
  ring.forEach((position, i) => {
    const [x, y] = toPixels(position[0], position[1], screen);
    if (i === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  });
  path.closePath();
}

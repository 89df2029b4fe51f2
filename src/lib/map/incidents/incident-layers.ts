import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Palette } from '../palette';
import { ABOVE, CELLS_DRAWN, CellsOnMap } from './cells-on-map';
import type { DrawnIncidents } from './drawn';
import { afterFrame } from '../sketch-canvas';
import { DRAWN_MARK, PointsLayer } from './points-layer';
import { PointsSketch } from './points-sketch';
import { PointsSplat } from './points-splat';
import { HexagonsSketch } from './hexagons-sketch';

/** Rows that change again within this time are sketched; then the map itself draws them. */
const REST_MS = 800;

/** Keeps the map's layers of incidents like the tables that it is given. */
export class IncidentLayers {
  readonly #map: MapLibreMap;
  readonly #points: PointsLayer;
  readonly #sketch: PointsSketch;
  readonly #hexagons: HexagonsSketch;
  readonly #cells: CellsOnMap;
  /** The map's own layers of hexagons that are hidden while those are sketched. */
  #hidden: string[] = [];
  #hexagonsMove = false;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #palette: Palette;
  #tables: readonly DrawnIncidents[] = [];
  /** From where the map was seen when the tables were given. */
  #seenFrom = '';
  #isLost = false;
  readonly #stopListening = new AbortController();

  constructor(map: MapLibreMap, palette: Palette) {
    this.#map = map;
    this.#palette = palette;
    const splat = new PointsSplat();
    this.#points = new PointsLayer(palette, splat);
    this.#sketch = new PointsSketch(map, splat);
    this.#hexagons = new HexagonsSketch(map);
    this.#cells = new CellsOnMap(map, palette);
    for (const kind of ['movestart', 'resize'] as const) {
      map.on(kind, () => {
        this.#endSketch();
        this.#hexagons.clear();
      });
    }
    // Before MapLibre hears of it: what it cannot restore by itself must not be there then.
    map.getContainer().addEventListener('webglcontextlost', () => this.#lose(), {
      capture: true,
      signal: this.#stopListening.signal
    });
    map.on('style.load', () => this.#comeBack());
  }

  destroy(): void {
    this.#stopListening.abort();
    clearTimeout(this.#rest);
    this.#sketch.remove();
    this.#hexagons.remove();
  }

  /** Draws these tables, the last one on top. */
  show(tables: readonly DrawnIncidents[]): void {
    const before = this.#tables;
    const seenFrom = this.#seenFrom;
    this.#tables = tables;
    this.#seenFrom = this.#viewpoint();
    if (this.#isLost) return;
    if (seenFrom === this.#seenFrom && this.#canSketch(before)) {
      if (this.#differ(before, ({ points }) => points?.rows)) this.#sketchPoints();
      if (this.#differ(before, ({ cells }) => cells?.cells)) this.#sketchHexagons();
      clearTimeout(this.#rest);
      this.#rest = setTimeout(() => this.#endSketch(), REST_MS);
      return;
    }
    this.#drawPoints();
    this.#cells.show(this.#tables);
    this.#endSketch();
  }

  /** Whether nothing has changed but which rows pass the filter, on a map that lies flat and still. */
  #canSketch(before: readonly DrawnIncidents[]): boolean {
    if (this.#map.getPitch() !== 0 || this.#map.isMoving()) return false;
    const hasPoints = this.#tables.some(({ points }) => points !== null);
    if (hasPoints && !this.#map.getLayer(this.#points.id)) return false;
    return (
      before.length === this.#tables.length &&
      this.#tables.every((table, i) => differsInRowsAtMost(table, before[i])) &&
      this.#differ(before, ({ points, cells }) => points?.rows ?? cells?.cells)
    );
  }

  /** Where the map is seen from, as text: what is gathered anew after a move is no change by hand. */
  #viewpoint(): string {
    const { lng, lat } = this.#map.getCenter();
    return [lng, lat, this.#map.getZoom(), this.#map.getBearing()].join(' ');
  }

  /** Whether some part of a table is another than before. */
  #differ(before: readonly DrawnIncidents[], part: (table: DrawnIncidents) => unknown): boolean {
    return this.#tables.some((table, i) => part(table) !== part(before[i]));
  }

  #sketchPoints(): void {
    this.#sketch.show(this.#tables, this.#palette);
    this.#points.hide();
    void afterFrame().then(() => performance.mark(DRAWN_MARK));
  }

  #sketchHexagons(): void {
    this.#hexagons.show(this.#tables, this.#palette);
    this.#hexagonsMove = true;
    void afterFrame().then(() => {
      performance.mark(CELLS_DRAWN);
      // Not before: the map draws all of its layers anew then, and the sketch would wait for it.
      if (this.#hexagonsMove) this.#hideHexagons();
    });
  }

  #hideHexagons(): void {
    for (const id of this.#cells.hexagonLayers()) {
      if (this.#hidden.includes(id)) continue;
      this.#map.setLayoutProperty(id, 'visibility', 'none');
      this.#hidden.push(id);
    }
  }

  /** The map draws all again; the sketches go with the first frame in which it has. */
  #endSketch(): void {
    clearTimeout(this.#rest);
    this.#endHexagons();
    this.#endPoints();
  }

  #endHexagons(): void {
    if (!this.#hexagonsMove || this.#isLost) return;
    this.#hexagonsMove = false;
    for (const id of this.#hidden.splice(0)) {
      if (this.#map.getLayer(id)) this.#map.setLayoutProperty(id, 'visibility', 'visible');
    }
    this.#cells.show(this.#tables);
    this.#map.once('idle', () => {
      if (!this.#hexagonsMove) this.#hexagons.clear();
    });
  }

  #endPoints(): void {
    // Hidden but not sketched: nothing of the map was in view.
    if (this.#isLost || !(this.#sketch.isShown || this.#points.isHidden)) return;
    if (this.#points.isHidden) this.#drawPoints();
    this.#map.once('render', () => {
      if (!this.#points.isHidden) this.#sketch.clear();
    });
    this.#map.triggerRepaint();
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    if (this.#isLost) return;
    this.#drawPoints();
    this.#endSketch();
    this.#cells.setPalette(palette);
    this.#cells.show(this.#tables);
  }

  #lose(): void {
    clearTimeout(this.#rest);
    this.#sketch.clear();
    this.#hexagons.clear();
    this.#hexagonsMove = false;
    this.#hidden = [];
    this.#takeOff();
    this.#isLost = true;
  }

  #comeBack(): void {
    // A canvas that is lost has an empty style at first; its own comes once it is given back.
    if (!this.#map.getLayer(ABOVE.mark)) return;
    this.#isLost = false;
    this.show(this.#tables);
  }

  #takeOff(): void {
    if (this.#map.getLayer(this.#points.id)) this.#map.removeLayer(this.#points.id);
  }

  #drawPoints(): void {
    const tables = this.#tables.filter(({ points }) => points !== null);
    const isOn = this.#map.getLayer(this.#points.id) !== undefined;
    this.#points.show(tables, this.#palette);
    if (tables.length > 0 && !isOn) this.#map.addLayer(this.#points, ABOVE.mark);
    else if (tables.length === 0 && isOn) this.#takeOff();
  }
}

/** Whether two drawings of a table are alike but for the rows that are drawn, as points or hexagons. */
function differsInRowsAtMost(a: DrawnIncidents, b: DrawnIncidents): boolean {
  if (a.id !== b.id || a.opacity !== b.opacity) return false;
  if (a.cells !== b.cells && !(a.cells?.as === 'hexagons' && b.cells?.as === 'hexagons'))
    return false;
  if (a.points === null || b.points === null) return a.points === b.points;
  return (
    a.points.buffers === b.points.buffers &&
    a.points.pointed === null &&
    b.points.pointed === null &&
    a.points.scale === b.points.scale &&
    a.points.sized === b.points.sized
  );
}

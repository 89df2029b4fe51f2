import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { Cell } from '../../engine/incidents/protocol';
import type { Palette } from '../palette';
import { clusterFeatures, countClasses, heatFeatures, hexagonFeatures } from './cell-features';
import { cellLayers, SLOT_OF, sourceOf } from './cell-layers';
import { legendColours } from './colours';
import type { DrawnCells, DrawnIncidents } from './drawn';
import { setPaint } from '../painter';
import { pieImage, pieName, pieParts } from './pie';
import { DRAWN_MARK, PointsLayer } from './points-layer';
import { PointsSketch } from './points-sketch';

/** As `DRAWN_MARK`, for what is gathered in cells. */
const CELLS_DRAWN = 'cells drawn';

/** Rows that change again within this time are sketched; then the map itself draws them. */
const REST_MS = 800;

/** What lies right above incidents in each slot, from the static style. */
const ABOVE = {
  zone: 'incidents-reach',
  mark: 'incidents-reach-edge',
  label: 'incidents-pointed'
} as const;

/** A table's cells as they stand on the map. */
interface Shown {
  as: DrawnCells['as'];
  cells: Cell[];
  split: DrawnCells['split'];
  layerIds: string[];
}

/** Keeps the map's layers of incidents like the tables that it is given. */
export class IncidentLayers {
  readonly #map: MapLibreMap;
  readonly #points: PointsLayer;
  readonly #sketch: PointsSketch;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #palette: Palette;
  #tables: readonly DrawnIncidents[] = [];
  #shown = new Map<string, Shown>();
  #pies = new Set<string>();
  #isLost = false;
  readonly #stopListening = new AbortController();

  constructor(map: MapLibreMap, palette: Palette) {
    this.#map = map;
    this.#palette = palette;
    this.#points = new PointsLayer(palette);
    this.#sketch = new PointsSketch(map);
    map.on('movestart', () => this.#endSketch());
    map.on('resize', () => this.#endSketch());
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
  }

  /** Draws these tables, the last one on top. */
  show(tables: readonly DrawnIncidents[]): void {
    const before = this.#tables;
    this.#tables = tables;
    if (this.#isLost) return;
    if (this.#canSketch(before)) {
      this.#sketchPoints();
      return;
    }
    this.#drawPoints();
    this.#drawCells();
    this.#endSketch();
  }

  /** Whether nothing has changed but which rows pass the filter, on a map that lies flat and still. */
  #canSketch(before: readonly DrawnIncidents[]): boolean {
    if (this.#map.getPitch() !== 0 || this.#map.isMoving()) return false;
    if (!this.#map.getLayer(this.#points.id)) return false;
    const pairs = this.#tables.map((table, i) => [table, before.at(i)] as const);
    return (
      before.length === this.#tables.length &&
      pairs.every(([table, old]) => old !== undefined && differsInRowsAtMost(table, old)) &&
      pairs.some(([table, old]) => table.points?.rows !== old?.points?.rows)
    );
  }

  #sketchPoints(): void {
    this.#sketch.show(this.#tables, this.#palette);
    this.#points.hide();
    requestAnimationFrame(() => setTimeout(() => performance.mark(DRAWN_MARK)));
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#endSketch(), REST_MS);
  }

  /** The map draws the points again; the sketch goes with the first frame in which it has. */
  #endSketch(): void {
    clearTimeout(this.#rest);
    if (!this.#sketch.isShown || this.#isLost) return;
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
    for (const id of [...this.#shown.keys()]) this.#remove(id);
    this.#drawCells();
  }

  #lose(): void {
    clearTimeout(this.#rest);
    this.#sketch.clear();
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

  #drawCells(): void {
    const wanted = this.#tables.filter(({ cells }) => cells !== null);
    for (const id of [...this.#shown.keys()]) {
      if (!wanted.some((table) => table.id === id)) this.#remove(id);
    }
    for (const { id, cells, opacity } of wanted) if (cells) this.#drawTable(id, cells, opacity);
  }

  #drawTable(id: string, { as, cells, split }: DrawnCells, opacity: number): void {
    const classes = as === 'hexagons' ? countClasses(cells.map(({ count }) => count)) : [];
    const before = this.#shown.get(id);
    if (before?.as !== as) this.#remove(id);
    const specs = cellLayers(id, as, { palette: this.#palette, opacity, classes: classes.length });
    if (before?.cells !== cells || before.split !== split || !this.#shown.has(id)) {
      this.#fill(sourceOf(id), this.#features(as, { cells, split, classes }));
    }
    for (const spec of specs) this.#put(spec, ABOVE[SLOT_OF[as]]);
    const layerIds = specs.map((spec) => spec.id);
    this.#shown.set(id, { as, cells, split, layerIds });
  }

  #features(
    as: DrawnCells['as'],
    { cells, split, classes }: Pick<DrawnCells, 'cells' | 'split'> & { classes: number[] }
  ): FeatureCollection {
    if (as === 'heat') return heatFeatures(cells);
    if (as === 'hexagons') return hexagonFeatures(cells, classes);
    const colours = legendColours(split.scale, split.labels, this.#palette);
    return clusterFeatures(cells, ({ shares }) => this.#pie(pieParts(shares), colours));
  }

  /** The name of a pie's picture, which the map has from then on. */
  #pie(parts: number[], colours: string[]): string {
    const { placeFill: paper, halo: edge } = this.#palette;
    const name = `${pieName(parts, colours)} on ${paper}`;
    if (this.#map.hasImage(name)) return name;
    const pixelRatio = Math.max(2, Math.ceil(devicePixelRatio));
    this.#map.addImage(name, pieImage(parts, colours, { paper, edge }, pixelRatio), { pixelRatio });
    this.#pies.add(name);
    return name;
  }

  #fill(sourceId: string, data: FeatureCollection): void {
    const source = this.#map.getSource<GeoJSONSource>(sourceId);
    if (source) {
      void source.setData(data).then(() => this.#tellDrawn());
    } else {
      this.#map.addSource(sourceId, { type: 'geojson', data });
      this.#tellDrawn();
    }
  }

  #tellDrawn(): void {
    this.#map.once('render', () => performance.mark(CELLS_DRAWN));
    this.#map.triggerRepaint();
  }

  #put(spec: LayerSpecification, above: string): void {
    if (this.#map.getLayer(spec.id)) setPaint(this.#map, spec);
    else this.#map.addLayer(spec, above);
  }

  #remove(id: string): void {
    for (const layer of this.#shown.get(id)?.layerIds ?? []) {
      if (this.#map.getLayer(layer)) this.#map.removeLayer(layer);
    }
    if (this.#map.getSource(sourceOf(id))) this.#map.removeSource(sourceOf(id));
    this.#shown.delete(id);
    if (this.#shown.size === 0) this.#forgetPies();
  }

  #forgetPies(): void {
    for (const name of this.#pies) this.#map.removeImage(name);
    this.#pies.clear();
  }
}

/** Whether two drawings of a table are alike but for the rows that are drawn as points. */
function differsInRowsAtMost(a: DrawnIncidents, b: DrawnIncidents): boolean {
  if (a.id !== b.id || a.opacity !== b.opacity || a.cells !== b.cells) return false;
  if (a.points === null || b.points === null) return a.points === b.points;
  return (
    a.points.buffers === b.points.buffers &&
    a.points.pointed === null &&
    b.points.pointed === null &&
    a.points.scale === b.points.scale &&
    a.points.sized === b.points.sized
  );
}

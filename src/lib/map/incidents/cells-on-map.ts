import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { Cell } from '../../engine/incidents/protocol';
import type { Palette } from '../palette';
import { setPaint } from '../painter';
import { clusterFeatures, countClasses, heatFeatures, hexagonFeatures } from './cell-features';
import { cellLayers, SLOT_OF, sourceOf } from './cell-layers';
import { legendColours } from './colours';
import type { DrawnCells, DrawnIncidents } from './drawn';
import { pieImage, pieName, pieParts } from './pie';

/** As `DRAWN_MARK`, for what is gathered in cells. */
export const CELLS_DRAWN = 'cells drawn';

/** What lies right above incidents in each slot, from the static style. */
export const ABOVE = {
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

/** Keeps the map's layers of clusters, hexagons and heat like the tables that it is given. */
export class CellsOnMap {
  readonly #map: MapLibreMap;
  #palette: Palette;
  readonly #shown = new Map<string, Shown>();
  readonly #pies = new Set<string>();

  constructor(map: MapLibreMap, palette: Palette) {
    this.#map = map;
    this.#palette = palette;
  }

  /** The layers of hexagons. */
  hexagonLayers(): string[] {
    const hexagons = [...this.#shown.values()].filter(({ as }) => as === 'hexagons');
    return hexagons.flatMap(({ layerIds }) => layerIds);
  }

  /** All is drawn anew at the next call of `show`, in these colours. */
  setPalette(palette: Palette): void {
    this.#palette = palette;
    for (const id of [...this.#shown.keys()]) this.#remove(id);
  }

  show(tables: readonly DrawnIncidents[]): void {
    const wanted = tables.filter(({ cells }) => cells !== null);
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

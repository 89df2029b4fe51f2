import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import type { MapData } from './data';
import { collection } from './features';
import { mapLayers } from './layers';
import { PacedSource } from './paced-source';
import type { Painter } from './painter';
import { sharedFeatures, sharedSource } from './shared-sources';
import { ZoneSketch } from './zone-sketch';

/** What a source holds at first. */
const NOTHING = collection([]);

const PACED = 'zone-chosen';

/** The keys of `MapData` whose value is another object than before. */
function changedKeys(before: MapData, after: MapData): Set<keyof MapData> {
  const keys = Object.keys({ ...before, ...after }) as (keyof MapData)[];
  return new Set(keys.filter((key) => before[key] !== after[key]));
}

/** Gives the map's sources their features, each only when they are others than before. */
export class SourceFeed {
  readonly #map: MapLibreMap;
  readonly #painter: Painter;
  #data: MapData = {};
  readonly #filled = new Set<string>();
  readonly #given = new Map<string, FeatureCollection>();
  /** The zone at work, which a hand on a slider or on the map changes many times a second. */
  readonly #paced: PacedSource;
  readonly #sketch: ZoneSketch;

  constructor(map: MapLibreMap, painter: Painter) {
    this.#map = map;
    this.#painter = painter;
    this.#paced = new PacedSource(map, PACED);
    this.#sketch = new ZoneSketch(map);
  }

  /** Draws the layers whose data changed; a layer that lacks something that it needs stays empty. */
  setData(data: MapData): void {
    const changed = changedKeys(this.#data, data);
    this.#data = data;
    const shared = new Set<string>();
    for (const layer of mapLayers) {
      const stale = !this.#filled.has(layer.id) || layer.needs.some((need) => changed.has(need));
      if (!stale || layer.needs.some((need) => data[need] === undefined)) continue;
      this.#filled.add(layer.id);
      for (const [id, features] of Object.entries(layer.sources(data))) {
        if (sharedSource(id) === id) this.fill(id, features);
        else if (this.#take(id, features)) shared.add(sharedSource(id));
      }
    }
    for (const id of shared) this.fill(id, sharedFeatures(id, this.#given));
  }

  /** Gives a source its features, unless it has these very ones already. */
  fill(sourceId: string, features: FeatureCollection): void {
    if (!this.#take(sourceId, features)) return;
    if (features.features.length > 0) this.#painter.use(sourceId);
    if (sourceId === PACED) {
      this.#fillChosenZone(features);
      return;
    }
    const source = this.#map.getSource<GeoJSONSource>(sourceId);
    void source?.setData(features);
  }

  /** Resolves once the zone that was last set is to be seen. */
  async zoneDrawn(): Promise<void> {
    if (this.#data.chosenZone?.isMoving && this.#sketch.isShown) await this.#sketch.drawn();
    else await this.#paced.drawn();
  }

  /** Notes what a source holds from now on; false if nothing of it has changed. */
  #take(sourceId: string, features: FeatureCollection): boolean {
    const given = this.#given.get(sourceId) ?? NOTHING;
    if (given === features) return false;
    this.#given.set(sourceId, features);
    return given.features.length > 0 || features.features.length > 0;
  }

  /** Sketches the zone at work while a hand moves it; the map's own layers draw it once it rests. */
  #fillChosenZone(features: FeatureCollection): void {
    const { chosenZone } = this.#data;
    const { palette, settings } = this.#painter;
    const { shown, opacity } = settings.zone;
    if (chosenZone?.isMoving && this.#sketch.canShow && shown) {
      if (!this.#sketch.isShown) this.#paced.show(collection([]), null);
      this.#sketch.setLine(settings.line.shown ? (this.#data.line ?? null) : null);
      this.#sketch.show(chosenZone, palette, opacity);
      return;
    }
    this.#paced.show(features, chosenZone?.askedMs ?? performance.now());
    if (this.#sketch.isShown) void this.#paced.drawn().then(() => this.#sketchIsOver());
  }

  #sketchIsOver(): void {
    if (!this.#data.chosenZone?.isMoving) this.#sketch.clear();
  }
}

import 'maplibre-gl/dist/maplibre-gl.css';
import {
  Map as MapLibreMap,
  ScaleControl,
  setWorkerUrl,
  type GeoJSONSource,
  type LngLatBoundsLike,
  type PaddingOptions
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { FeatureCollection } from 'geojson';
import type { LonLat } from '../geodesy/position';
import type { UnitId, View } from '../project/document';
import type { MapData } from './data';
import { EdgeGrip } from './edit/grip';
import { previewFeatures, PREVIEW_SOURCE, type Preview } from './edit/preview';
import { SweepGrip } from './edit/sweep';
import { loadIcons } from './icons';
import { collection } from './features';
import { cellUnder } from './incidents/cell-under';
import { IncidentLayers } from './incidents/incident-layers';
import type { Rect } from './edge-pointers';
import { labelBoxes, type LabelBox } from './label-boxes';
import { LINE_BOUNDS } from './line-bounds';
import { mapLayers } from './layers';
import type { Bounds, MapEvents } from './map-events';
import { PacedSource } from './paced-source';
import { Painter } from './painter';
import type { Palette } from './palette';
import { ZoneSketch } from './zone-sketch';
import { Obstacles } from './obstacles';
import { placeUnder } from './place-under';
import { SELECTION_SOURCE } from './selection';
import { sharedFeatures, sharedSource } from './shared-sources';
import { buildStyle, type LayerSettings } from './style';

setWorkerUrl(workerUrl);

/** What a source holds at first. */
const NOTHING = collection([]);

/** Room around what is fitted, for the controls and the readout, in pixels. */
const FRAME: PaddingOptions = { top: 40, right: 84, bottom: 96, left: 76 };
/** The same on opposite edges: then the middle of what is fitted stands under the crosshair. */
const CENTRED: PaddingOptions = { top: 96, right: 84, bottom: 96, left: 84 };

const PACED = 'zone-chosen';

/** The keys of `MapData` whose value is another object than before. */
function changedKeys(before: MapData, after: MapData): Set<keyof MapData> {
  const keys = Object.keys({ ...before, ...after }) as (keyof MapData)[];
  return new Set(keys.filter((key) => before[key] !== after[key]));
}

/** The one place that holds a MapLibre map: it draws what it is given and tells what is pointed at. */
export class MapView {
  readonly #map: MapLibreMap;
  readonly #events: MapEvents;
  readonly #painter: Painter;
  #data: MapData = {};
  #filled = new Set<string>();
  /** The zone at work, which a hand on a slider or on the map changes many times a second. */
  readonly #paced: PacedSource;
  readonly #sketch: ZoneSketch;
  readonly #scale = new ScaleControl({ maxWidth: 120, unit: 'metric' });
  #given = new Map<string, FeatureCollection>();
  #ready: Promise<void>;
  readonly #edges: EdgeGrip;
  readonly #sweeps: SweepGrip;
  readonly #incidents: IncidentLayers;
  readonly #obstacles: Obstacles;
  #padding: PaddingOptions;
  /** Whether a click is for a tool: the pointer shows it. */
  #aiming = false;
  /** Whether the pointer is at an incident. */
  #pointing = false;
  /** What the map is on its way to show, while it is. */
  #aim: { bounds: LngLatBoundsLike; maxZoom: number; centred: boolean } | null = null;

  /** Throws when the browser gives no WebGL. */
  constructor(
    container: HTMLElement,
    options: {
      palette: Palette;
      settings: LayerSettings;
      view: View | null;
      padding: PaddingOptions;
      scaleIn: HTMLElement;
      events: MapEvents;
    }
  ) {
    this.#events = options.events;
    const map = new MapLibreMap({
      container,
      style: buildStyle(options.palette, options.settings),
      ...options.view,
      attributionControl: false,
      minZoom: 1,
      maxZoom: 16,
      maxPitch: 60,
      // MapLibre keeps its own moves still for those who ask for less motion; labels follow suit.
      ...(matchMedia('(prefers-reduced-motion: reduce)').matches ? { fadeDuration: 0 } : {}),
      renderWorldCopies: true,
      locale: { 'Map.Title': 'Map of the Durand Line' }
    });
    this.#map = map;
    this.#painter = new Painter(map, options.palette, options.settings);
    this.#paced = new PacedSource(map, PACED);
    this.#sketch = new ZoneSketch(map);
    this.#padding = options.padding;
    map.setPadding(options.padding);
    if (!options.view) map.fitBounds(LINE_BOUNDS, { padding: FRAME, animate: false });
    options.scaleIn.replaceChildren(this.#scale.onAdd(map));
    // Not once it has drawn itself: to draw it without data takes a second in software.
    this.#ready = loadIcons(map, options.palette, map.once('style.load'));
    this.#edges = new EdgeGrip(map, (position, reachKm) =>
      this.#aiming ? null : this.#events.findGrip(position, reachKm)
    );
    const { sweeps, beginSweep } = options.events;
    this.#sweeps = new SweepGrip(map, sweeps, beginSweep);
    this.#incidents = new IncidentLayers(map, options.palette);
    this.#obstacles = new Obstacles(map);
    this.#listen();
  }

  #listen(): void {
    const map = this.#map;
    const say = this.#events;
    map.on('mousemove', (event) => say.pointer([event.lngLat.wrap().lng, event.lngLat.lat]));
    map.on('mouseout', () => say.pointer(null));
    map.on('move', () => say.view(this.view(), false, this.bounds()));
    map.on('moveend', () => {
      this.#aim = null;
      say.view(this.view(), true, this.bounds());
    });
    map.on('click', (event) => {
      const under = { place: placeUnder(map, event), cell: cellUnder(map, event) };
      say.click([event.lngLat.wrap().lng, event.lngLat.lat], under);
    });
    map.on('mousemove', (event) => {
      const hand = this.#pointing || placeUnder(map, event) || cellUnder(map, event);
      const over = this.#edges.hover(event) ?? (hand ? 'pointer' : '');
      map.getCanvas().style.cursor = this.#aiming ? 'crosshair' : over;
    });
    map.getCanvas().addEventListener('keydown', ({ key }) => say.key(key));
    // A canvas that is lost may still have a frame under way, which ends idle: it stays failed.
    let isLost = false;
    const unlessLost = (state: 'busy' | 'idle') => () => {
      if (!isLost) say.state(state);
    };
    map.on('dataloading', unlessLost('busy'));
    map.on('movestart', unlessLost('busy'));
    map.on('idle', unlessLost('idle'));
    map.on('webglcontextlost', () => {
      isLost = true;
      say.state('failed');
    });
    map.on('webglcontextrestored', () => {
      isLost = false;
      say.state('busy');
    });
  }

  view(): View {
    const { lng, lat } = this.#map.getCenter().wrap();
    return {
      center: [lng, lat],
      zoom: this.#map.getZoom(),
      bearing: this.#map.getBearing(),
      pitch: this.#map.getPitch()
    };
  }

  bounds(): Bounds {
    const [[west, south], [east, north]] = this.#map.getBounds().toArray();
    return [west, south, east, north];
  }

  /** Draws the layers whose data changed; a layer that lacks something that it needs stays empty. */
  async setData(data: MapData): Promise<void> {
    await this.#ready;
    const changed = changedKeys(this.#data, data);
    this.#data = data;
    this.#pointing = (data.pointedIncidents?.length ?? 0) > 0;
    if (changed.has('incidents')) this.#incidents.show(data.incidents ?? []);
    const shared = new Set<string>();
    for (const layer of mapLayers) {
      const stale = !this.#filled.has(layer.id) || layer.needs.some((need) => changed.has(need));
      if (!stale || layer.needs.some((need) => data[need] === undefined)) continue;
      this.#filled.add(layer.id);
      for (const [id, features] of Object.entries(layer.sources(data))) {
        if (sharedSource(id) === id) this.#fill(id, features);
        else if (this.#take(id, features)) shared.add(sharedSource(id));
      }
    }
    for (const id of shared) this.#fill(id, sharedFeatures(id, this.#given));
  }

  /** Notes what a source holds from now on; false if nothing of it has changed. */
  #take(sourceId: string, features: FeatureCollection): boolean {
    const given = this.#given.get(sourceId) ?? NOTHING;
    if (given === features) return false;
    this.#given.set(sourceId, features);
    return given.features.length > 0 || features.features.length > 0;
  }

  /** Gives a source its features, unless it has these very ones already. */
  #fill(sourceId: string, features: FeatureCollection): void {
    if (!this.#take(sourceId, features)) return;
    if (features.features.length > 0) this.#painter.use(sourceId);
    if (sourceId === PACED) {
      this.#fillChosenZone(features);
      return;
    }
    const source = this.#map.getSource<GeoJSONSource>(sourceId);
    void source?.setData(features);
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

  /** Resolves once the zone that was last set is to be seen. */
  async zoneDrawn(): Promise<void> {
    await this.#ready;
    if (this.#data.chosenZone?.isMoving && this.#sketch.isShown) await this.#sketch.drawn();
    else await this.#paced.drawn();
  }

  async setSelection(features: FeatureCollection): Promise<void> {
    await this.#ready;
    this.#fill(SELECTION_SOURCE, features);
  }

  /** Shows what a tool is about to do, or nothing. */
  async setPreview(preview: Preview | null): Promise<void> {
    await this.#ready;
    this.#fill(PREVIEW_SOURCE, previewFeatures(preview));
  }

  /** Shows, hides and fades layers. */
  async setSettings(settings: LayerSettings): Promise<void> {
    await this.#ready;
    this.#painter.settings = settings;
    this.#painter.repaint();
  }

  /** Repaints everything in another theme's colours. */
  async setPalette(palette: Palette): Promise<void> {
    await this.#ready;
    this.#painter.palette = palette;
    await loadIcons(this.#map, palette);
    this.#painter.repaint();
    this.#incidents.setPalette(palette);
  }

  /** Keeps the middle of what no panel covers in its place; a fit under way is aimed anew. */
  setPadding(padding: PaddingOptions): void {
    const edges = ['top', 'right', 'bottom', 'left'] as const;
    if (edges.every((edge) => padding[edge] === this.#padding[edge])) return;
    this.#padding = padding;
    if (this.#aim) this.fit(this.#aim.bounds, this.#aim.maxZoom, this.#aim.centred);
    else this.#map.easeTo({ padding, duration: 200 });
  }

  /** Keeps labels from where the page's own elements lie over the map. */
  async setObstacles(rects: readonly Rect[]): Promise<void> {
    await this.#ready;
    const { clientWidth: right, clientHeight: bottom } = this.#map.getContainer();
    this.#obstacles.set(rects, { left: 0, top: 0, right, bottom });
  }

  /** Where labels are drawn at this moment. */
  labelBoxes(): LabelBox[] {
    return labelBoxes(this.#map);
  }

  /** Shows by the pointer that a click is for a tool. */
  setAiming(aiming: boolean): void {
    this.#aiming = aiming;
    this.#map.getCanvas().style.cursor = aiming ? 'crosshair' : '';
  }

  /** Lengths on the scale bar in kilometres, miles or nautical miles. */
  setUnit(unit: UnitId): void {
    this.#scale.setUnit(({ km: 'metric', mi: 'imperial', nmi: 'nautical' } as const)[unit]);
  }

  fitLine(): void {
    this.fit(LINE_BOUNDS);
  }

  fit(bounds: LngLatBoundsLike, maxZoom = 11, centred = false): void {
    // A change of padding under way would be cut short, and the fit be off by the rest of it.
    this.#map.setPadding(this.#padding);
    this.#aim = { bounds, maxZoom, centred };
    const padding = centred ? CENTRED : FRAME;
    this.#map.fitBounds(bounds, { padding, maxZoom, bearing: 0, pitch: 0 });
  }

  /** Brings a position into the middle, no closer than `zoom`. */
  goTo(position: LonLat, zoom: number): void {
    this.#map.flyTo({ center: position, zoom, maxDuration: 2500 });
  }

  zoomBy(steps: number): void {
    this.#map.zoomTo(this.#map.getZoom() + steps);
  }

  faceNorth(): void {
    this.#map.easeTo({ bearing: 0, pitch: 0 });
  }

  /** Where a position falls on the map's container, in CSS pixels. */
  project(position: LonLat): { x: number; y: number } {
    return this.#map.project(position);
  }

  /** The position at a pixel of the map's container. */
  unproject({ x, y }: { x: number; y: number }): LonLat {
    const { lng, lat } = this.#map.unproject([x, y]).wrap();
    return [lng, lat];
  }

  /** The pixel on which the view is centred (the middle of what no panel covers). */
  centrePixel(): { x: number; y: number } {
    return this.#map.project(this.#map.getCenter());
  }

  resize(): void {
    this.#map.resize();
  }

  focus(): void {
    this.#map.getCanvas().focus();
  }

  destroy(): void {
    this.#edges.destroy();
    this.#sweeps.destroy();
    this.#incidents.destroy();
    this.#map.remove();
  }
}

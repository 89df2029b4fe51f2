import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as MapLibreMap, ScaleControl, setWorkerUrl, type PaddingOptions } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { FeatureCollection } from 'geojson';
import type { UnitId, View } from '../project/document';
import { Camera } from './camera';
import type { MapData } from './data';
import { EdgeGrip } from './edit/grip';
import { previewFeatures, PREVIEW_SOURCE, type Preview } from './edit/preview';
import { SweepGrip } from './edit/sweep';
import { loadIcons } from './icons';
import { cellUnder } from './incidents/cell-under';
import { IncidentLayers } from './incidents/incident-layers';
import type { Rect } from './edge-pointers';
import { labelBoxes, type LabelBox } from './label-boxes';
import type { MapEvents } from './map-events';
import { Painter } from './painter';
import type { Palette } from './palette';
import { Obstacles } from './obstacles';
import { placeUnder } from './place-under';
import { SELECTION_SOURCE } from './selection';
import { SourceFeed } from './source-feed';
import { buildStyle, type LayerSettings } from './style';

setWorkerUrl(workerUrl);

/** The one place that holds a MapLibre map: it draws what it is given and tells what is pointed at. */
export class MapView {
  readonly #map: MapLibreMap;
  readonly #events: MapEvents;
  readonly #painter: Painter;
  readonly #feed: SourceFeed;
  readonly camera: Camera;
  readonly #scale = new ScaleControl({ maxWidth: 120, unit: 'metric' });
  #ready: Promise<void>;
  readonly #edges: EdgeGrip;
  readonly #sweeps: SweepGrip;
  readonly #incidents: IncidentLayers;
  readonly #obstacles: Obstacles;
  /** Whether a click is for a tool: the pointer shows it. */
  #aiming = false;
  /** Whether the pointer is at an incident. */
  #pointing = false;
  #shownIncidents: MapData['incidents'];

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
    this.#feed = new SourceFeed(map, this.#painter);
    this.camera = new Camera(map, options.padding, options.view !== null);
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
    const { camera } = this;
    const say = this.#events;
    map.on('mousemove', (event) => say.pointer([event.lngLat.wrap().lng, event.lngLat.lat]));
    map.on('mouseout', () => say.pointer(null));
    map.on('move', () => say.view(camera.view(), false, camera.bounds()));
    map.on('moveend', () => say.view(camera.view(), true, camera.bounds()));
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

  /** Draws the layers whose data changed; a layer that lacks something that it needs stays empty. */
  async setData(data: MapData): Promise<void> {
    await this.#ready;
    this.#pointing = (data.pointedIncidents?.length ?? 0) > 0;
    if (data.incidents !== this.#shownIncidents) this.#incidents.show(data.incidents ?? []);
    this.#shownIncidents = data.incidents;
    this.#feed.setData(data);
  }

  /** Resolves once the zone that was last set is to be seen. */
  async zoneDrawn(): Promise<void> {
    await this.#ready;
    await this.#feed.zoneDrawn();
  }

  async setSelection(features: FeatureCollection): Promise<void> {
    await this.#ready;
    this.#feed.fill(SELECTION_SOURCE, features);
  }

  /** Shows what a tool is about to do, or nothing. */
  async setPreview(preview: Preview | null): Promise<void> {
    await this.#ready;
    this.#feed.fill(PREVIEW_SOURCE, previewFeatures(preview));
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

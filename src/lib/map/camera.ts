import type { LngLatBoundsLike, Map as MapLibreMap, PaddingOptions } from 'maplibre-gl';
import type { LonLat } from '../geodesy/position';
import type { View } from '../project/document';
import { LINE_BOUNDS } from './line-bounds';
import type { Bounds } from './map-events';

/** Room around what is fitted, for the controls and the readout, in pixels. */
const FRAME: PaddingOptions = { top: 40, right: 84, bottom: 96, left: 76 };
/** The same on opposite edges: then the middle of what is fitted stands under the crosshair. */
const CENTRED: PaddingOptions = { top: 96, right: 84, bottom: 96, left: 84 };

/** Where the map looks, and how it is brought to look elsewhere. */
export class Camera {
  readonly #map: MapLibreMap;
  #padding: PaddingOptions;
  /** What the map is on its way to show, while it is. */
  #aim: { bounds: LngLatBoundsLike; maxZoom: number; centred: boolean } | null = null;

  /** Shows the whole line unless the map has a view; `padding` is what panels cover of each edge. */
  constructor(map: MapLibreMap, padding: PaddingOptions, hasView: boolean) {
    this.#map = map;
    this.#padding = padding;
    map.setPadding(padding);
    if (!hasView) map.fitBounds(LINE_BOUNDS, { padding: FRAME, animate: false });
    map.on('moveend', () => (this.#aim = null));
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

  /** Keeps the middle of what no panel covers in its place; a fit under way is aimed anew. */
  setPadding(padding: PaddingOptions): void {
    const edges = ['top', 'right', 'bottom', 'left'] as const;
    if (edges.every((edge) => padding[edge] === this.#padding[edge])) return;
    this.#padding = padding;
    if (this.#aim) this.fit(this.#aim.bounds, this.#aim.maxZoom, this.#aim.centred);
    else this.#map.easeTo({ padding, duration: 200 });
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
}

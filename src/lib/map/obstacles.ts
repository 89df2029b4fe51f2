import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { Feature } from 'geojson';
import type { LonLat } from '../geodesy/position';
import type { Rect } from './edge-pointers';
import { collection, feature } from './features';

const SOURCE = 'obstacles';
const IMAGE = 'obstacle';
/** The image's size; boxes of other sizes are multiples of it. */
const IMAGE_PX = 8;
/** How far beyond the container's edge labels are kept from reaching. */
const BEYOND_PX = 80;

/** A square in which no label may stand, in pixels of the container. */
export interface Square {
  x: number;
  y: number;
  size: number;
  /** Which of its points `x` and `y` are. */
  anchor: 'center' | 'left' | 'right' | 'top' | 'bottom';
}

/** Squares that cover a rectangle and nothing beside it; none for one without an inside. */
export function squaresOver({ left, top, right, bottom }: Rect): Square[] {
  const [width, height] = [right - left, bottom - top];
  const size = Math.min(width, height);
  if (!(size > 0)) return [];
  const count = Math.ceil(Math.max(width, height) / size);
  const step = count > 1 ? (Math.max(width, height) - size) / (count - 1) : 0;
  return Array.from({ length: count }, (_, i): Square => {
    const [x, y] = width > height ? [left + i * step, top] : [left, top + i * step];
    return { x: x + size / 2, y: y + size / 2, size, anchor: 'center' };
  });
}

/** Squares just outside of a container, whose labels then are not cut at its edge. */
export function squaresAround({ left, top, right, bottom }: Rect): Square[] {
  const along = (from: number, to: number) =>
    Array.from(
      { length: Math.ceil((to - from) / BEYOND_PX) },
      (_, i) => Math.min(to, from + (i + 1) * BEYOND_PX) - BEYOND_PX / 2
    );
  const size = BEYOND_PX;
  return [
    ...along(top, bottom).flatMap((y): Square[] => [
      { x: left + 1, y, size, anchor: 'right' },
      { x: right - 1, y, size, anchor: 'left' }
    ]),
    ...along(left, right).flatMap((x): Square[] => [
      { x, y: top + 1, size, anchor: 'bottom' },
      { x, y: bottom - 1, size, anchor: 'top' }
    ])
  ];
}

/** The layer's images are not drawn: they only take the room. It is the topmost, and so placed first. */
const layer: LayerSpecification = {
  id: SOURCE,
  type: 'symbol',
  source: SOURCE,
  layout: {
    'icon-image': IMAGE,
    'icon-size': ['/', ['get', 'size'], IMAGE_PX],
    'icon-anchor': ['get', 'anchor'],
    'icon-padding': 0,
    'icon-allow-overlap': true
  },
  // What cannot be seen is placed all the same, but not drawn: as blank pixels it would take a tenth
  // of a frame's time in software.
  paint: { 'icon-opacity': 0 }
};

/**
 * Keeps labels from standing under what lies over the map. MapLibre places labels so that none
 * hides another, but knows nothing of the page: so blank images take the room where the page's own
 * elements are.
 */
export class Obstacles {
  readonly #map: MapLibreMap;
  #given = '';
  /** While the canvas is lost, and until the style is there again, nothing can be given. */
  #isLost = false;
  #asked: { rects: readonly Rect[]; container: Rect } | null = null;

  constructor(map: MapLibreMap) {
    this.#map = map;
    map.on('webglcontextlost', () => (this.#isLost = true));
    map.on('style.load', () => {
      // A canvas that is lost has an empty style at first; its own comes once it is given back.
      if (map.getLayersOrder().length === 0) return;
      this.#isLost = false;
      this.#given = '';
      if (this.#asked) this.set(this.#asked.rects, this.#asked.container);
    });
  }

  /** Where no label may stand, in pixels of the container, while the view is as it is now. */
  set(rects: readonly Rect[], container: Rect): void {
    this.#asked = { rects, container };
    if (this.#isLost) return;
    const squares = [...rects.flatMap(squaresOver), ...squaresAround(container)];
    const features = squares.map(({ x, y, size, anchor }): Feature => {
      const { lng, lat } = this.#map.unproject([x, y]);
      const coordinates: LonLat = [lng, lat];
      return feature({ type: 'Point', coordinates }, { size, anchor });
    });
    const given = JSON.stringify(features);
    if (given === this.#given) return;
    this.#given = given;
    this.#source()?.setData(collection(features));
  }

  #source(): GeoJSONSource | undefined {
    const map = this.#map;
    if (!map.getSource(SOURCE)) {
      const blank = new Uint8Array(4 * IMAGE_PX ** 2);
      if (!map.hasImage(IMAGE))
        map.addImage(IMAGE, { width: IMAGE_PX, height: IMAGE_PX, data: blank });
      map.addSource(SOURCE, { type: 'geojson', data: collection([]) });
      map.addLayer(layer);
    }
    return map.getSource<GeoJSONSource>(SOURCE);
  }
}

import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { tellDrawn } from './zone-timing';

/** After so long the next picture is sent, drawn or not: a hidden page draws none. */
const PATIENCE_MS = 1000;

interface Picture {
  features: FeatureCollection;
  askedMs: number | null;
}

/**
 * Feeds a source no faster than the map draws it. A source that is given new data before the last
 * was drawn begins anew each time, so that under a moving hand nothing would be seen until it rests;
 * here only the newest of what comes in meanwhile is kept, and each picture is drawn.
 */
export class PacedSource {
  readonly #map: MapLibreMap;
  readonly #id: string;
  #waiting: Picture | null = null;
  #drawing: Picture | null = null;
  #sent = false;
  readonly #whenDrawn: (() => void)[] = [];
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(map: MapLibreMap, id: string) {
    this.#map = map;
    this.#id = id;
    map.on('render', () => this.#rendered());
  }

  /** Shows features that were asked for at `askedMs` on the page's clock, if they were asked for. */
  show(features: FeatureCollection, askedMs: number | null): void {
    this.#waiting = { features, askedMs };
    if (!this.#drawing) this.#next();
  }

  /** Resolves once all that came in has been drawn. */
  drawn(): Promise<void> {
    if (!this.#drawing) return Promise.resolve();
    return new Promise((resolve) => this.#whenDrawn.push(resolve));
  }

  #next(): void {
    clearTimeout(this.#patience);
    this.#drawing = this.#waiting;
    this.#waiting = null;
    const picture = this.#drawing;
    if (!picture) {
      for (const resolve of this.#whenDrawn.splice(0)) resolve();
      return;
    }
    this.#sent = false;
    this.#patience = setTimeout(() => this.#next(), PATIENCE_MS);
    void this.#map
      .getSource<GeoJSONSource>(this.#id)
      ?.setData(picture.features)
      .then(() => {
        if (this.#drawing === picture) this.#sent = true;
      });
  }

  #rendered(): void {
    if (!this.#drawing || !this.#sent || !this.#map.isSourceLoaded(this.#id)) return;
    if (this.#drawing.askedMs !== null) tellDrawn(this.#drawing.askedMs);
    this.#next();
  }
}

import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { previewLayers } from './edit/preview';
import { mapLayers } from './layers';
import type { Palette } from './palette';
import { selectionLayers } from './selection';
import { drawnBy, type LayerSettings } from './style';

/**
 * Paints the layers as the theme and the reader's settings ask. The layers of a source stay off until
 * there is something in it: MapLibre cuts out the tiles of empty sources too, which takes as long as
 * filling the screen once for each of them, in every frame.
 */
export class Painter {
  readonly #map: MapLibreMap;
  readonly #inUse = new Set<string>();
  palette: Palette;
  settings: LayerSettings;

  constructor(map: MapLibreMap, palette: Palette, settings: LayerSettings) {
    this.#map = map;
    this.palette = palette;
    this.settings = settings;
  }

  /** Draws a source from now on: it has been given its first features. */
  use(sourceId: string): void {
    if (this.#inUse.has(sourceId)) return;
    this.#inUse.add(sourceId);
    for (const spec of this.#specs()) {
      if (spec.source === sourceId) this.#showOrHide(spec);
    }
  }

  repaint(): void {
    this.#map.setPaintProperty('background', 'background-color', this.palette.sea);
    for (const spec of this.#specs()) {
      this.#showOrHide(spec);
      setPaint(this.#map, spec);
    }
  }

  #specs(): Sourced[] {
    const { palette, settings } = this;
    return [
      ...mapLayers.flatMap((layer) => drawnBy(layer, palette, settings[layer.id])),
      ...selectionLayers(palette),
      ...previewLayers(palette)
    ].filter(isSourced);
  }

  #showOrHide({ id, source, layout }: Sourced): void {
    const shown = this.#inUse.has(source) && layout?.visibility !== 'none';
    this.#map.setLayoutProperty(id, 'visibility', shown ? 'visible' : 'none');
  }
}

type Sourced = Exclude<LayerSpecification, { type: 'background' }>;

const isSourced = (spec: LayerSpecification): spec is Sourced => spec.type !== 'background';

/** Sets a layer's paint as a specification has it. */
export function setPaint(map: MapLibreMap, spec: LayerSpecification): void {
  for (const [property, value] of Object.entries(spec.paint ?? {})) {
    map.setPaintProperty(spec.id, property as never, value as never);
  }
}

import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { previewLayers, PREVIEW_SOURCE } from './edit/preview';
import { collection } from './features';
import { fontFaces } from './fonts';
import { mapLayers } from './layers';
import { SLOTS, type Drawn, type MapLayer } from './layers/layer';
import { selectionLayers, SELECTION_SOURCE } from './selection';
import { paintWithOpacity } from './paint';
import type { Palette } from './palette';
import { onSharedSource, sharedSource } from './shared-sources';

/** A map layer as it is drawn: what a legend's swatch is made from. */
export type DrawnSpec = LayerSpecification;

/** What the reader set for one layer. */
export interface LayerSetting {
  shown: boolean;
  opacity: number;
}
export type LayerSettings = Record<string, LayerSetting>;

/** The specification without our own `slot`, painted as its layer's setting asks. */
function painted(drawn: Drawn, setting: LayerSetting): LayerSpecification {
  const { slot, ...spec } = drawn;
  return onSharedSource({
    ...spec,
    paint: paintWithOpacity(spec, setting.opacity),
    layout: { ...spec.layout, visibility: setting.shown ? 'visible' : 'none' }
  } as LayerSpecification);
}

/** The map layers that one layer of the list draws, with its setting applied. */
export function drawnBy(
  layer: MapLayer,
  palette: Palette,
  setting: LayerSetting
): LayerSpecification[] {
  return layer.draw(palette).map((drawn) => painted(drawn, setting));
}

const off = (spec: LayerSpecification) =>
  ({ ...spec, layout: { ...spec.layout, visibility: 'none' } }) as LayerSpecification;

function stacked(palette: Palette, settings: LayerSettings): LayerSpecification[] {
  const drawn = mapLayers.flatMap((layer) =>
    layer.draw(palette).map((one) => ({ slot: one.slot, spec: painted(one, settings[layer.id]) }))
  );
  return SLOTS.flatMap((slot) => [
    ...drawn.filter((one) => one.slot === slot).map((one) => one.spec),
    ...(slot === 'line' ? [...selectionLayers(palette), ...previewLayers(palette)] : [])
  ]);
}

/**
 * The whole style, with every source there and empty, and so every layer off: data is set as it
 * arrives, and the painter shows the layers of what has some.
 */
export function buildStyle(palette: Palette, settings: LayerSettings): StyleSpecification {
  const sources: StyleSpecification['sources'] = {
    [SELECTION_SOURCE]: { type: 'geojson', data: collection([]) },
    [PREVIEW_SOURCE]: { type: 'geojson', data: collection([]) }
  };
  for (const layer of mapLayers) {
    for (const id of layer.sourceIds) {
      sources[sharedSource(id)] = { type: 'geojson', data: collection([]), ...layer.sourceOptions };
    }
  }
  return {
    version: 8,
    sources,
    'font-faces': fontFaces(),
    layers: [
      { id: 'background', type: 'background', paint: { 'background-color': palette.sea } },
      ...stacked(palette, settings).map(off)
    ]
  };
}

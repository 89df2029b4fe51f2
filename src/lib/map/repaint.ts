import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { previewLayers } from './edit/preview';
import { mapLayers } from './layers';
import type { Palette } from './palette';
import { selectionLayers } from './selection';
import { drawnBy, type LayerSettings } from './style';

/** Shows, hides and paints every layer of the style anew, by a palette and the reader's settings. */
export function repaint(map: MapLibreMap, palette: Palette, settings: LayerSettings): void {
  map.setPaintProperty('background', 'background-color', palette.sea);
  for (const layer of mapLayers) {
    for (const spec of drawnBy(layer, palette, settings[layer.id])) {
      map.setLayoutProperty(spec.id, 'visibility', spec.layout?.visibility);
      setPaint(map, spec);
    }
  }
  for (const spec of [...selectionLayers(palette), ...previewLayers(palette)]) setPaint(map, spec);
}

/** Sets a layer's paint as a specification has it. */
export function setPaint(map: MapLibreMap, spec: LayerSpecification): void {
  for (const [property, value] of Object.entries(spec.paint ?? {})) {
    map.setPaintProperty(spec.id, property as never, value as never);
  }
}

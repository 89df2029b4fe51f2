import type { LayerSpecification } from 'maplibre-gl';
import { font } from './fonts';
import type { Palette } from './palette';

/** The source that holds what is chosen: its point and, where it is uncertain, its ring or area. */
export const SELECTION_SOURCE = 'selection';

export function selectionLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'selection-area',
      type: 'fill',
      source: SELECTION_SOURCE,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': palette.select, 'fill-opacity': 0.12 }
    },
    {
      id: 'selection-edge',
      type: 'line',
      source: SELECTION_SOURCE,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'line-color': palette.select, 'line-width': 2 }
    },
    {
      id: 'selection-point',
      type: 'circle',
      source: SELECTION_SOURCE,
      filter: ['all', ['==', ['geometry-type'], 'Point'], ['!', ['has', 'candidate']]],
      paint: {
        'circle-radius': 13,
        'circle-color': palette.select,
        'circle-opacity': 0.18,
        'circle-stroke-color': palette.select,
        'circle-stroke-width': 2
      }
    },
    {
      id: 'selection-candidate',
      type: 'symbol',
      source: SELECTION_SOURCE,
      filter: ['has', 'candidate'],
      minzoom: 8,
      layout: {
        'text-field': ['get', 'candidate'],
        'text-font': font.text,
        'text-size': 12.5,
        'text-max-width': 9,
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.4
      },
      paint: {
        'text-color': palette.select,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.5
      }
    }
  ];
}

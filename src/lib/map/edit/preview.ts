import type { LayerSpecification } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import type { LonLat } from '../../geodesy/position';
import { collection, feature } from '../features';
import type { Palette } from '../palette';

/** The source that holds what a tool is about to do: a part of the line, points, an outline. */
export const PREVIEW_SOURCE = 'preview';

/** What a tool is about to do, as the map shows it. */
export interface Preview {
  points: readonly LonLat[];
  /** Fewer than two positions for none. */
  line: readonly LonLat[];
  /** Corners of what is being outlined, the first not repeated. */
  outline?: readonly LonLat[];
}

export function previewLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'preview-outline',
      type: 'fill',
      source: PREVIEW_SOURCE,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': palette.select, 'fill-opacity': 0.14 }
    },
    {
      id: 'preview-outline-edge',
      type: 'line',
      source: PREVIEW_SOURCE,
      filter: ['==', ['geometry-type'], 'Polygon'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.select, 'line-width': 2.4, 'line-dasharray': [2, 1] }
    },
    {
      id: 'preview-line',
      type: 'line',
      source: PREVIEW_SOURCE,
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.select, 'line-width': 5 }
    },
    {
      id: 'preview-point',
      type: 'circle',
      source: PREVIEW_SOURCE,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 7,
        'circle-color': palette.halo,
        'circle-stroke-color': palette.select,
        'circle-stroke-width': 3
      }
    }
  ];
}

const none = collection([]);

export function previewFeatures(preview: Preview | null): FeatureCollection {
  if (!preview) return none;
  const { points, line, outline = [] } = preview;
  return collection([
    ...(outline.length > 1
      ? [feature({ type: 'Polygon', coordinates: [[...outline, outline[0]]] })]
      : []),
    ...(line.length > 1 ? [feature({ type: 'LineString', coordinates: [...line] })] : []),
    ...points.map((coordinates) => feature({ type: 'Point', coordinates }))
  ]);
}

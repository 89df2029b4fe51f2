import type { LayerSpecification } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import type { LonLat } from '../../geodesy/position';
import { collection, feature } from '../features';
import type { Palette } from '../palette';

/** The source that holds what a tool is about to do: a part of the line, and points on it. */
export const PREVIEW_SOURCE = 'preview';

/** What a tool is about to do, as the map shows it. */
export interface Preview {
  points: readonly LonLat[];
  /** Fewer than two positions for none. */
  line: readonly LonLat[];
}

export function previewLayers(palette: Palette): LayerSpecification[] {
  return [
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
  const { points, line } = preview;
  return collection([
    ...(line.length > 1 ? [feature({ type: 'LineString', coordinates: [...line] })] : []),
    ...points.map((coordinates) => feature({ type: 'Point', coordinates }))
  ]);
}

import { scaleLinear } from 'd3-scale';
import { collection, feature } from '../features';
import { font } from '../fonts';
import { at, defineLayer } from './layer';

/** Zooms, and how wide the line with its casing is at each; in between evenly. */
const ZOOMS = [3, 8, 14];
const CASING_PX = [4.5, 7, 9];

/** How wide the line with its casing is drawn at a zoom, in pixels of the page. */
export const lineWidthPx = scaleLinear(ZOOMS, CASING_PX).clamp(true);

export default defineLayer({
  id: 'line',
  title: 'Durand Line',
  group: 'line',
  note: 'Afghanistan-Pakistan border; not recognised by Afghanistan.',
  datasets: ['line-osm-2026'],
  shown: true,
  needs: ['line'],
  sourceIds: ['line'],
  sourceOptions: { tolerance: 0.25, maxzoom: 15 },
  sources: ({ line }) => ({
    line: collection([
      feature({ type: 'LineString', coordinates: [...line] }, { name: 'Durand Line' })
    ])
  }),
  count: () => 1,
  draw: (palette) => [
    at('line', {
      id: 'line-casing',
      type: 'line',
      source: 'line',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': palette.lineCasing,
        'line-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          ...ZOOMS.flatMap((zoom, i) => [zoom, CASING_PX[i]])
        ]
      }
    }),
    at('line', {
      id: 'line-stroke',
      type: 'line',
      source: 'line',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': palette.line,
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, 2.2, 8, 3.4, 14, 4.5]
      }
    }),
    at('label', {
      id: 'line-label',
      type: 'symbol',
      source: 'line',
      minzoom: 5,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 420,
        'text-field': ['get', 'name'],
        'text-font': font.semibold,
        'text-size': 13,
        'text-letter-spacing': 0.06,
        'text-offset': [0, 1.2],
        'text-max-angle': 40
      },
      paint: {
        'text-color': palette.line,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.6
      }
    })
  ],
  legend: [{ label: 'Durand Line', from: ['line-casing', 'line-stroke'] }]
});

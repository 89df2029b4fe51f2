import type { DrawnCut } from '../data';
import { collection, feature } from '../features';
import { font } from '../fonts';
import { at, defineLayer } from './layer';

function features({ path, foot, ends, total }: DrawnCut) {
  const point = (coordinates: number[], properties: Record<string, unknown>) =>
    feature({ type: 'Point', coordinates }, properties);
  return [
    feature({ type: 'LineString', coordinates: path }),
    ...ends.map(({ at: end, bearingDeg, label }) =>
      // The icon is upright, and a cut's end is marked across it.
      point(end, { is: 'end', label, turnDeg: bearingDeg + 90 })
    ),
    point(foot, { is: 'foot', label: total })
  ];
}

const none = collection([]);

export default defineLayer({
  id: 'section',
  title: 'Cross-section',
  group: 'measure',
  note: 'The cut square to the line that you point at or keep, as wide as what you measure.',
  datasets: [],
  credit: 'Measured here, on the WGS84 ellipsoid',
  shown: true,
  listedWhenEmpty: false,
  needs: ['cut'],
  sourceIds: ['section'],
  sources: ({ cut }) => ({ section: cut ? collection(features(cut)) : none }),
  count: ({ cut }) => (cut ? 1 : 0),
  draw: (palette) => [
    at('mark', {
      id: 'section-casing',
      type: 'line',
      source: 'section',
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: { 'line-color': palette.halo, 'line-width': 5, 'line-opacity': 0.85 }
    }),
    at('mark', {
      id: 'section-line',
      type: 'line',
      source: 'section',
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: { 'line-color': palette.place, 'line-width': 2.2 }
    }),
    at('mark', {
      id: 'section-end',
      type: 'symbol',
      source: 'section',
      filter: ['==', ['get', 'is'], 'end'],
      layout: {
        'icon-image': 'cutEnd',
        'icon-rotate': ['get', 'turnDeg'],
        'icon-rotation-alignment': 'map',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true
      }
    }),
    at('mark', {
      id: 'section-foot',
      type: 'circle',
      source: 'section',
      filter: ['==', ['get', 'is'], 'foot'],
      paint: {
        'circle-radius': 3.5,
        'circle-color': palette.placeFill,
        'circle-stroke-color': palette.place,
        'circle-stroke-width': 2
      }
    }),
    at('label', {
      id: 'section-width',
      type: 'symbol',
      source: 'section',
      filter: ['==', ['get', 'is'], 'end'],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': font.semibold,
        'text-size': 13,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 0.8
      },
      paint: { 'text-color': palette.place, 'text-halo-color': palette.halo, 'text-halo-width': 2 }
    }),
    at('label', {
      id: 'section-total',
      type: 'symbol',
      source: 'section',
      filter: ['==', ['get', 'is'], 'foot'],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': font.semibold,
        'text-size': 13,
        'text-variable-anchor': ['right', 'left', 'top', 'bottom'],
        'text-radial-offset': 0.9,
        'text-allow-overlap': true
      },
      paint: { 'text-color': palette.place, 'text-halo-color': palette.halo, 'text-halo-width': 2 }
    })
  ],
  legend: [{ label: 'Cross-section', from: ['section-casing', 'section-line'] }]
});

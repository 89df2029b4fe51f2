import type { Feature } from 'geojson';
import type { DrawnRuler } from '../data';
import { collection, feature } from '../features';
import { font } from '../fonts';
import { at, defineLayer } from './layer';

function features({ vertices, legs, ring, next }: DrawnRuler): Feature[] {
  return [
    ...(ring ? [feature({ type: 'Polygon', coordinates: [ring] })] : []),
    ...legs.map(({ path, label }) =>
      feature({ type: 'LineString', coordinates: path }, { label, is: 'leg' })
    ),
    ...(next
      ? [feature({ type: 'LineString', coordinates: next.path }, { label: next.label, is: 'next' })]
      : []),
    ...vertices.map((coordinates, i) =>
      feature({ type: 'Point', coordinates }, { label: String(i + 1) })
    )
  ];
}

const none = collection([]);

export default defineLayer({
  id: 'ruler',
  title: 'Ruler',
  group: 'measure',
  note: 'The path that you measure; its legs are geodesics.',
  datasets: [],
  credit: 'Measured here, on the WGS84 ellipsoid',
  shown: true,
  listedWhenEmpty: false,
  needs: ['ruler'],
  sourceIds: ['ruler'],
  sources: ({ ruler }) => ({ ruler: ruler ? collection(features(ruler)) : none }),
  count: ({ ruler }) => ruler?.vertices.length ?? 0,
  draw: (palette) => [
    at('mark', {
      id: 'ruler-area',
      type: 'fill',
      source: 'ruler',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': palette.select, 'fill-opacity': 0.12 }
    }),
    at('mark', {
      id: 'ruler-casing',
      type: 'line',
      source: 'ruler',
      filter: ['==', ['get', 'is'], 'leg'],
      paint: { 'line-color': palette.halo, 'line-width': 5, 'line-opacity': 0.85 }
    }),
    at('mark', {
      id: 'ruler-leg',
      type: 'line',
      source: 'ruler',
      filter: ['==', ['get', 'is'], 'leg'],
      paint: { 'line-color': palette.select, 'line-width': 2.4 }
    }),
    at('mark', {
      id: 'ruler-next',
      type: 'line',
      source: 'ruler',
      filter: ['==', ['get', 'is'], 'next'],
      paint: { 'line-color': palette.select, 'line-width': 2, 'line-dasharray': [2, 2] }
    }),
    at('mark', {
      id: 'ruler-vertex',
      type: 'circle',
      source: 'ruler',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 4.5,
        'circle-color': palette.placeFill,
        'circle-stroke-color': palette.select,
        'circle-stroke-width': 2.4
      }
    }),
    at('label', {
      id: 'ruler-length',
      type: 'symbol',
      source: 'ruler',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: {
        'symbol-placement': 'line-center',
        'text-field': ['get', 'label'],
        'text-font': font.semibold,
        'text-size': 12.5,
        'text-offset': [0, -0.9]
      },
      paint: {
        'text-color': palette.select,
        'text-halo-color': palette.halo,
        'text-halo-width': 2
      }
    }),
    at('label', {
      id: 'ruler-number',
      type: 'symbol',
      source: 'ruler',
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': font.semibold,
        'text-size': 12.5,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.8
      },
      paint: {
        'text-color': palette.select,
        'text-halo-color': palette.halo,
        'text-halo-width': 2
      }
    })
  ],
  legend: [{ label: 'Leg', from: ['ruler-casing', 'ruler-leg'] }]
});

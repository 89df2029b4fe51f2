import type { Feature } from 'geojson';
import type { DrawnTest } from '../drawn-claims';
import { collection, feature } from '../features';
import { font } from '../fonts';
import { at, defineLayer } from './layer';

function features({ areas, discs, legs, points }: DrawnTest): Feature[] {
  return [
    ...areas.map(({ is, polygons }) => feature(polygons, { is })),
    feature(discs, { is: 'disc' }),
    ...legs.map((path) => feature({ type: 'LineString', coordinates: path }, { is: 'leg' })),
    ...points.map(({ is, at: coordinates, label }) =>
      feature({ type: 'Point', coordinates }, { is, label })
    )
  ];
}

const none = collection([]);

export default defineLayer({
  id: 'claim-test',
  title: 'A claim put to the test',
  group: 'texts',
  note: 'Where the stated lengths are met, with the tolerance that you set, and every candidate.',
  datasets: [],
  credit: 'Measured here, on the WGS84 ellipsoid',
  shown: true,
  listedWhenEmpty: false,
  needs: ['claimTest'],
  sourceIds: ['claim-test'],
  sourceOptions: { tolerance: 0.1 },
  sources: ({ claimTest }) => ({
    'claim-test': claimTest ? collection(features(claimTest)) : none
  }),
  count: ({ claimTest }) => claimTest?.points.length ?? 0,
  draw: (palette) => [
    ...(
      [
        ['ring', palette.blue, 0.16, [1]],
        ['band', palette.green, 0.16, [1]],
        ['outline', palette.slate, 0.14, [3, 2]],
        ['may', palette.magenta, 0.14, [3, 2]],
        ['met', palette.magenta, 0.5, [1]]
      ] as const
    ).flatMap(([is, color, opacity, dash]) => [
      at('area', {
        id: `claim-${is}`,
        type: 'fill',
        source: 'claim-test',
        filter: ['==', ['get', 'is'], is],
        paint: { 'fill-color': color, 'fill-opacity': opacity }
      }),
      at('zone', {
        id: `claim-${is}-edge`,
        type: 'line',
        source: 'claim-test',
        filter: ['==', ['get', 'is'], is],
        paint: { 'line-color': color, 'line-width': 1.6, 'line-dasharray': [...dash] }
      })
    ]),
    at('zone', {
      id: 'claim-disc',
      type: 'line',
      source: 'claim-test',
      filter: ['==', ['get', 'is'], 'disc'],
      paint: { 'line-color': palette.uncertain, 'line-width': 1.4, 'line-dasharray': [4, 2] }
    }),
    at('mark', {
      id: 'claim-leg',
      type: 'line',
      source: 'claim-test',
      filter: ['==', ['get', 'is'], 'leg'],
      paint: { 'line-color': palette.place, 'line-width': 1.4, 'line-dasharray': [2, 1.5] }
    }),
    // Icons, since names keep clear of them as they do not of circles.
    at('mark', {
      id: 'claim-point',
      type: 'symbol',
      source: 'claim-test',
      filter: ['in', ['get', 'is'], ['literal', ['candidate', 'from']]],
      layout: { 'icon-image': 'town', 'icon-padding': 0, 'icon-allow-overlap': true }
    }),
    at('mark', {
      id: 'claim-meeting',
      type: 'symbol',
      source: 'claim-test',
      filter: ['==', ['get', 'is'], 'meeting'],
      layout: { 'icon-image': 'meeting', 'icon-padding': 0, 'icon-allow-overlap': true }
    }),
    at('label', {
      id: 'claim-name',
      type: 'symbol',
      source: 'claim-test',
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': font.semibold,
        'text-size': ['interpolate', ['linear'], ['zoom'], 7, 11, 10, 12.5],
        'text-variable-anchor': [
          'top',
          'bottom',
          'left',
          'right',
          'top-left',
          'top-right',
          'bottom-left',
          'bottom-right'
        ],
        'text-radial-offset': 1.2
      },
      paint: { 'text-color': palette.place, 'text-halo-color': palette.halo, 'text-halo-width': 2 }
    })
  ],
  legend: [
    { label: 'So far from the place', from: ['claim-ring', 'claim-ring-edge'] },
    { label: 'So far from the line', from: ['claim-band', 'claim-band-edge'] },
    { label: 'All at once', from: ['claim-met', 'claim-met-edge'] },
    {
      label: 'With the place measured from elsewhere in its ring',
      from: ['claim-may', 'claim-may-edge']
    },
    { label: 'What is measured', from: ['claim-leg', 'claim-point'] },
    { label: 'All exactly', from: ['claim-meeting'] }
  ]
});

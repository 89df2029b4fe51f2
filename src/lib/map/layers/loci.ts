import type { DrawnCandidate } from '../data';
import { collection, feature } from '../features';
import { font } from '../fonts';
import { at, defineLayer } from './layer';

const LIES: { lies: DrawnCandidate['lies']; label: string }[] = [
  { lies: 'inside', label: 'A candidate inside' },
  { lies: 'maybe', label: 'A candidate that may be inside' },
  { lies: 'outside', label: 'A candidate outside' }
];

export default defineLayer({
  id: 'loci',
  title: 'Where claims hold',
  group: 'texts',
  note: 'What satisfies all the conditions that you state under Texts, Find; each alone is drawn faintly. Kept ones stay, by name.',
  datasets: ['line-osm-2026', 'borders'],
  shown: true,
  listedWhenEmpty: false,
  needs: ['find'],
  sourceIds: ['locus-condition', 'locus', 'locus-kept', 'locus-candidates'],
  sourceOptions: { tolerance: 0.25 },
  sources: ({ find }) => ({
    'locus-condition': collection(find.conditions.map((polygons) => feature(polygons))),
    locus: collection(find.locus ? [feature(find.locus)] : []),
    'locus-kept': collection(
      find.kept.map(({ id, name, polygons }) => feature(polygons, { id, name }))
    ),
    'locus-candidates': collection(
      find.candidates.map(({ id, name, at: coordinates, lies, words }, order) => {
        return feature({ type: 'Point', coordinates }, { id, name, words, lies, order });
      })
    )
  }),
  count: ({ find }) => find.kept.length + (find.locus ? 1 : 0),
  draw: (palette) => [
    at('zone', {
      id: 'locus-condition-fill',
      type: 'fill',
      source: 'locus-condition',
      paint: { 'fill-color': palette.locus, 'fill-opacity': 0.07 }
    }),
    at('zone', {
      id: 'locus-condition-edge',
      type: 'line',
      source: 'locus-condition',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.locus,
        'line-width': 1.1,
        'line-opacity': 0.7,
        'line-dasharray': [4, 3]
      }
    }),
    at('zone', {
      id: 'locus-kept-fill',
      type: 'fill',
      source: 'locus-kept',
      paint: { 'fill-color': palette.locus, 'fill-opacity': 0.2 }
    }),
    at('zone', {
      id: 'locus-kept-edge',
      type: 'line',
      source: 'locus-kept',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.locus, 'line-width': 1.4 }
    }),
    at('zone', {
      id: 'locus-fill',
      type: 'fill',
      source: 'locus',
      paint: { 'fill-color': palette.locus, 'fill-opacity': 0.4 }
    }),
    at('zone', {
      id: 'locus-edge',
      type: 'line',
      source: 'locus',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.locus, 'line-width': 2.4 }
    }),
    ...LIES.map(({ lies }) =>
      at('mark', {
        id: `locus-${lies}`,
        type: 'symbol',
        source: 'locus-candidates',
        filter: ['==', ['get', 'lies'], lies],
        layout: { 'icon-image': `candidate-${lies}`, 'icon-allow-overlap': true }
      })
    ),
    at('label', {
      id: 'locus-candidate-name',
      type: 'symbol',
      source: 'locus-candidates',
      layout: {
        'text-field': [
          'format',
          ['get', 'name'],
          { 'text-font': ['literal', font.semibold] },
          '\n',
          {},
          ['get', 'words'],
          {}
        ],
        'text-font': font.text,
        'text-size': ['interpolate', ['linear'], ['zoom'], 7, 11, 10, 12.5],
        'text-max-width': 11,
        'text-variable-anchor': [
          'left',
          'right',
          'top',
          'bottom',
          'top-left',
          'top-right',
          'bottom-left',
          'bottom-right'
        ],
        'text-radial-offset': 1.2,
        'text-justify': 'auto',
        'symbol-sort-key': ['get', 'order']
      },
      paint: {
        'text-color': palette.place,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.6
      }
    }),
    at('label', {
      id: 'locus-kept-name',
      type: 'symbol',
      source: 'locus-kept',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': font.text,
        'text-size': 12.5,
        'text-max-width': 10
      },
      paint: {
        'text-color': palette.locus,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.6
      }
    })
  ],
  legend: [
    { label: 'All conditions', from: ['locus-fill', 'locus-edge'] },
    { label: 'One condition alone', from: ['locus-condition-fill', 'locus-condition-edge'] },
    ...LIES.map(({ lies, label }) => ({ label, from: [`locus-${lies}`] })),
    { label: 'Kept', from: ['locus-kept-fill', 'locus-kept-edge'] }
  ]
});

import { font } from '../fonts';
import { at, defineLayer } from './layer';

export default defineLayer({
  id: 'countries',
  title: 'Countries',
  group: 'base',
  note: 'Boundaries other than the Durand Line; dashed where they are disputed.',
  datasets: ['borders', 'world'],
  shown: true,
  needs: ['borders', 'world'],
  sourceIds: ['both-countries', 'boundaries', 'world-boundaries', 'country-labels'],
  sources: ({ borders, world }) => ({
    'both-countries': borders.bothCountries,
    boundaries: borders.boundaries,
    'world-boundaries': world.boundaries,
    'country-labels': world.labels
  }),
  count: ({ world }) => world.countryCount,
  draw: (palette) => [
    at('ground', {
      id: 'countries-focus',
      type: 'fill',
      source: 'both-countries',
      paint: { 'fill-color': palette.focusLand }
    }),
    at('ground', {
      id: 'countries-world',
      type: 'line',
      source: 'world-boundaries',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.boundary, 'line-width': 0.7 }
    }),
    at('ground', {
      id: 'countries-boundary',
      type: 'line',
      source: 'boundaries',
      filter: ['!', ['get', 'disputed']],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.boundary,
        'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.8, 10, 1.8]
      }
    }),
    at('ground', {
      id: 'countries-disputed',
      type: 'line',
      source: 'boundaries',
      filter: ['get', 'disputed'],
      paint: {
        'line-color': palette.boundary,
        'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.8, 10, 1.8],
        'line-dasharray': [3, 3]
      }
    }),
    at('label', {
      id: 'countries-label',
      type: 'symbol',
      source: 'country-labels',
      maxzoom: 9,
      layout: {
        'text-field': ['upcase', ['get', 'name']],
        'text-font': font.semibold,
        'text-size': ['interpolate', ['linear'], ['zoom'], 2, 10, 7, 17],
        'text-letter-spacing': 0.16,
        'text-max-width': 8,
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.6,
        'symbol-sort-key': ['get', 'rank']
      },
      paint: {
        'text-color': palette.labelSoft,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.2
      }
    })
  ],
  legend: [
    { label: 'Afghanistan, Pakistan', from: ['countries-focus'] },
    { label: 'Boundary', from: ['countries-boundary'] },
    { label: 'Disputed', from: ['countries-disputed'] }
  ]
});

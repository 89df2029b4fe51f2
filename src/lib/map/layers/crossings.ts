import { crossings } from '../../texts/gazetteer';
import { collection, feature } from '../features';
import { font } from '../fonts';
import { at, defineLayer } from './layer';

export default defineLayer({
  id: 'crossings',
  title: 'Crossings',
  group: 'line',
  note: 'Each was checked against the line: its distance from it is within its own uncertainty.',
  datasets: [],
  credit: 'Placed by hand; position sources on each card',
  shown: true,
  needs: [],
  sourceIds: ['crossings'],
  sources: () => ({
    crossings: collection(
      crossings.map(({ id, name, at: coordinates }) =>
        feature({ type: 'Point', coordinates }, { id, name })
      )
    )
  }),
  count: () => crossings.length,
  draw: (palette) => [
    at('pin', {
      id: 'crossings-mark',
      type: 'symbol',
      source: 'crossings',
      minzoom: 4.4,
      layout: {
        'icon-image': 'crossing',
        'icon-size': ['interpolate', ['linear'], ['zoom'], 4, 0.7, 8, 1],
        'icon-padding': 0,
        'icon-allow-overlap': true
      }
    }),
    at('label', {
      id: 'crossings-label',
      type: 'symbol',
      source: 'crossings',
      minzoom: 5.8,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': font.text,
        'text-size': 12.5,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 1.1,
        'text-justify': 'auto',
        'text-max-width': 9
      },
      paint: {
        'text-color': palette.crossing,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.5
      }
    })
  ],
  legend: [{ label: 'Crossing', from: ['crossings-mark'] }]
});

import { collection, feature } from '../features';
import { font } from '../fonts';
import { at, defineLayer } from './layer';

export default defineLayer({
  id: 'imports',
  title: 'Shapes from files',
  group: 'measure',
  note: 'Polygons that you brought from GeoJSON or KML, as their files have them.',
  datasets: [],
  credit: 'Your own files; nothing of them leaves this machine',
  shown: true,
  listedWhenEmpty: false,
  needs: ['shapes'],
  sourceIds: ['imports'],
  sources: ({ shapes }) => ({
    imports: collection(shapes.map(({ id, name, polygons }) => feature(polygons, { id, name })))
  }),
  count: ({ shapes }) => shapes.length,
  draw: (palette) => [
    at('zone', {
      id: 'imports-fill',
      type: 'fill',
      source: 'imports',
      paint: { 'fill-color': palette.place, 'fill-opacity': 0.07 }
    }),
    at('zone', {
      id: 'imports-edge',
      type: 'line',
      source: 'imports',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.place, 'line-width': 1.8, 'line-dasharray': [3, 2] }
    }),
    at('label', {
      id: 'imports-name',
      type: 'symbol',
      source: 'imports',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': font.text,
        'text-size': 12.5,
        'text-max-width': 10
      },
      paint: {
        'text-color': palette.place,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.6
      }
    })
  ],
  legend: [{ label: 'Shape', from: ['imports-fill', 'imports-edge'] }]
});

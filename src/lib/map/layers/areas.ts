import { collection, feature } from '../features';
import { font } from '../fonts';
import { areaFeatures, areaLabels } from '../places';
import { at, defineLayer } from './layer';

export default defineLayer({
  id: 'areas',
  title: 'Areas',
  group: 'texts',
  note: 'Regions that the texts name. An area without a drawn limit has a label only.',
  datasets: ['borders'],
  credit: 'Texts A and B',
  shown: true,
  needs: ['library', 'borders'],
  sourceIds: ['areas', 'area-labels'],
  sources: ({ library, borders }) => ({
    areas: collection(areaFeatures(library, borders)),
    'area-labels': collection(
      areaLabels(library, borders).map(({ id, name, position }) =>
        feature({ type: 'Point', coordinates: position }, { id, name })
      )
    )
  }),
  count: ({ library }) => library.areas.length,
  draw: (palette) => [
    at('area', {
      id: 'areas-fill',
      type: 'fill',
      source: 'areas',
      paint: { 'fill-color': palette.area, 'fill-opacity': 0.07 }
    }),
    at('area', {
      id: 'areas-edge',
      type: 'line',
      source: 'areas',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.area,
        'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.5, 8, 1.2],
        'line-opacity': 0.6
      }
    }),
    at('label', {
      id: 'areas-label',
      type: 'symbol',
      source: 'area-labels',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': font.semibold,
        'text-size': ['interpolate', ['linear'], ['zoom'], 4, 11, 8, 15],
        'text-letter-spacing': 0.06,
        'text-max-width': 9
      },
      paint: {
        'text-color': palette.area,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.4
      }
    })
  ],
  legend: [{ label: 'Region named', from: ['areas-fill', 'areas-edge'] }]
});

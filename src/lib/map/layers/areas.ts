import { collection, feature } from '../features';
import { faded } from '../focus';
import { font } from '../fonts';
import { fading } from '../paint';
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
  needs: ['library', 'focus', 'borders'],
  sourceIds: ['areas', 'area-labels'],
  sources: ({ library, focus, borders }) => ({
    areas: collection(faded(areaFeatures(library, borders), focus)),
    'area-labels': collection(
      faded(
        areaLabels(library, borders).map(({ id, name, position }) =>
          feature({ type: 'Point', coordinates: position }, { id, name })
        ),
        focus
      )
    )
  }),
  count: ({ library }) => library.areas.length,
  draw: (palette) => [
    at('area', {
      id: 'areas-fill',
      type: 'fill',
      source: 'areas',
      paint: { 'fill-color': palette.area, 'fill-opacity': fading(0.07) }
    }),
    at('area', {
      id: 'areas-edge',
      type: 'line',
      source: 'areas',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.area,
        'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.5, 8, 1.2],
        'line-opacity': fading(0.6)
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
        'text-opacity': fading(1),
        'text-color': palette.area,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.4
      }
    })
  ],
  legend: [{ label: 'Region named', from: ['areas-fill', 'areas-edge'] }]
});

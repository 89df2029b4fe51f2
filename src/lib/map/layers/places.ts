import { collection, feature } from '../features';
import { faded } from '../focus';
import { font } from '../fonts';
import { iconFor } from '../icons';
import { fading } from '../paint';
import { at, defineLayer } from './layer';

export default defineLayer({
  id: 'places',
  title: 'Places',
  group: 'texts',
  note: 'Every place that the texts mention; its card says what they say of it.',
  datasets: [],
  credit: 'Texts A and B; position sources on each card',
  shown: true,
  needs: ['library', 'focus', 'named'],
  sourceIds: ['places'],
  sources: ({ library, focus, named }) => ({
    places: collection(
      faded(
        library.places.map(({ id, name, kind, at: coordinates }) =>
          feature(
            { type: 'Point', coordinates },
            {
              id,
              name: named.includes(id) ? '' : name,
              icon: iconFor(kind),
              pinned: kind !== 'district'
            }
          )
        ),
        focus
      )
    )
  }),
  count: ({ library }) => library.places.length,
  draw: (palette) => [
    at('pin', {
      id: 'places-mark',
      type: 'symbol',
      source: 'places',
      filter: ['get', 'pinned'],
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 4, 0.7, 7, 1],
        'icon-padding': 0,
        'icon-allow-overlap': true,
        'icon-ignore-placement': false
      },
      paint: { 'icon-opacity': fading(1) }
    }),
    at('label', {
      id: 'places-label',
      type: 'symbol',
      source: 'places',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': font.semibold,
        'text-size': ['interpolate', ['linear'], ['zoom'], 4, 12.5, 9, 15],
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 1.1,
        'text-justify': 'auto',
        'text-max-width': 9
      },
      paint: {
        'text-opacity': fading(1),
        'text-color': palette.place,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.6
      }
    })
  ],
  legend: [{ label: 'Place', from: ['places-mark'] }]
});

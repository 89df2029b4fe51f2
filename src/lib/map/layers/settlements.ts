import type { Settlement } from '../../geodata/settlements';
import { distanceKm } from '../../geodesy/geodesic';
import type { Library } from '../../texts/library';
import { collection, feature } from '../features';
import { font } from '../fonts';
import { at, defineLayer } from './layer';

const SAME_PLACE_KM = 25;

/** Whether the places of the texts draw this settlement already. */
function isPlace({ name, position }: Settlement, { places }: Library): boolean {
  return places.some(
    (place) =>
      [place.name, place.common, ...place.also].includes(name) &&
      distanceKm(place.at, position) < SAME_PLACE_KM
  );
}

export default defineLayer({
  id: 'settlements',
  title: 'Settlements',
  group: 'base',
  note: 'Populations are often missing or too low in the source; the larger a place, the sooner it is shown.',
  datasets: ['settlements'],
  shown: true,
  needs: ['library', 'settlements'],
  sourceIds: ['settlements'],
  sources: ({ library, settlements }) => ({
    settlements: collection(
      settlements
        .filter((one) => !isPlace(one, library))
        .map(({ name, position, rank }) =>
          feature({ type: 'Point', coordinates: position }, { name, rank })
        )
    )
  }),
  count: ({ settlements }) => settlements.length,
  draw: (palette) =>
    [1, 2, 3, 4, 5].flatMap((rank) => {
      const minzoom = [0, 3, 5, 6.5, 8, 9.5][rank];
      return [
        at('mark', {
          id: `settlements-mark-${rank}`,
          type: 'circle',
          source: 'settlements',
          minzoom,
          filter: ['==', ['get', 'rank'], rank],
          paint: {
            'circle-color': palette.halo,
            'circle-radius': [0, 3.4, 3, 2.6, 2.2, 1.8][rank],
            'circle-stroke-color': palette.settlement,
            'circle-stroke-width': 1.2
          }
        }),
        at('label', {
          id: `settlements-label-${rank}`,
          type: 'symbol',
          source: 'settlements',
          minzoom,
          filter: ['==', ['get', 'rank'], rank],
          layout: {
            'text-field': ['get', 'name'],
            'text-font': rank <= 2 ? font.semibold : font.text,
            'text-size': [0, 13, 12.5, 12, 11.5, 11][rank],
            'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
            'text-radial-offset': 0.5,
            'text-justify': 'auto',
            'symbol-sort-key': rank
          },
          paint: {
            'text-color': palette.label,
            'text-halo-color': palette.halo,
            'text-halo-width': 1.2
          }
        })
      ];
    }),
  legend: [
    { label: 'Larger', from: ['settlements-mark-1'] },
    { label: 'Smaller', from: ['settlements-mark-4'] }
  ]
});

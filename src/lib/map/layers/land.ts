import { collection, feature } from '../features';
import { font } from '../fonts';
import { at, defineLayer } from './layer';

const seas = [
  { name: 'Arabian Sea', at: [62.6, 23.4] },
  { name: 'Gulf of Oman', at: [58.6, 24.7] },
  { name: 'Persian Gulf', at: [51.6, 27.1] },
  { name: 'Caspian Sea', at: [51.2, 41.4] }
];

export default defineLayer({
  id: 'land',
  title: 'Land and sea',
  group: 'base',
  datasets: ['world'],
  shown: true,
  needs: ['world'],
  sourceIds: ['land', 'seas'],
  sources: ({ world }) => ({
    land: world.land,
    seas: collection(
      seas.map(({ name, at }) => feature({ type: 'Point', coordinates: at }, { name }))
    )
  }),
  count: () => 1,
  draw: (palette) => [
    at('ground', {
      id: 'land-fill',
      type: 'fill',
      source: 'land',
      paint: { 'fill-color': palette.land }
    }),
    at('ground', {
      id: 'land-coast',
      type: 'line',
      source: 'land',
      paint: { 'line-color': palette.coast, 'line-width': 0.8 }
    }),
    at('label', {
      id: 'land-seas',
      type: 'symbol',
      source: 'seas',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': font.water,
        'text-size': 14,
        'text-letter-spacing': 0.08
      },
      paint: { 'text-color': palette.labelWater }
    })
  ],
  legend: [{ label: 'Land', from: ['land-fill', 'land-coast'] }]
});

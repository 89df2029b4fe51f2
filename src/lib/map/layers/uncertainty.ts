import { collection } from '../features';
import { faded } from '../focus';
import { fading } from '../paint';
import { uncertaintyRings } from '../places';
import { at, defineLayer } from './layer';

export default defineLayer({
  id: 'uncertainty',
  title: 'How uncertain a position is',
  group: 'texts',
  note: 'The place lies somewhere in the ring.',
  datasets: [],
  credit: 'Stated with each position, on its card',
  shown: true,
  needs: ['library', 'focus'],
  sourceIds: ['uncertainty'],
  sourceOptions: { tolerance: 0.1 },
  sources: ({ library, focus }) => ({
    uncertainty: collection(faded(uncertaintyRings(library), focus))
  }),
  count: ({ library }) => uncertaintyRings(library).length,
  draw: (palette) => [
    at('area', {
      id: 'uncertainty-fill',
      type: 'fill',
      source: 'uncertainty',
      paint: { 'fill-color': palette.uncertain, 'fill-opacity': fading(0.08) }
    }),
    at('area', {
      id: 'uncertainty-edge',
      type: 'line',
      source: 'uncertainty',
      paint: {
        'line-color': palette.uncertain,
        'line-width': 1.2,
        'line-dasharray': [4, 2],
        'line-opacity': fading(1)
      }
    })
  ],
  legend: [{ label: 'Ring of uncertainty', from: ['uncertainty-fill', 'uncertainty-edge'] }]
});

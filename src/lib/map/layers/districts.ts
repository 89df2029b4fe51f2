import { collection } from '../features';
import { faded } from '../focus';
import { fading } from '../paint';
import { districtFeatures } from '../places';
import { at, defineLayer } from './layer';

export default defineLayer({
  id: 'districts',
  title: 'Districts (schematic)',
  group: 'texts',
  note: 'Outlines from a schematic drawing, some 5 km off: to see where, never to measure.',
  datasets: ['districts'],
  shown: true,
  needs: ['library', 'focus', 'districts'],
  sourceIds: ['districts'],
  sources: ({ library, focus, districts }) => ({
    districts: collection(faded(districtFeatures(library, districts), focus))
  }),
  count: ({ library, districts }) => districtFeatures(library, districts).length,
  draw: (palette) => [
    at('area', {
      id: 'districts-fill',
      type: 'fill',
      source: 'districts',
      paint: { 'fill-color': palette.area, 'fill-opacity': fading(0.1) }
    }),
    at('area', {
      id: 'districts-edge',
      type: 'line',
      source: 'districts',
      paint: {
        'line-color': palette.area,
        'line-width': 1.2,
        'line-dasharray': [2, 2],
        'line-opacity': fading(1)
      }
    })
  ],
  legend: [{ label: 'Schematic district', from: ['districts-fill', 'districts-edge'] }]
});

import { collection, feature } from '../features';
import { at, defineLayer } from './layer';

const none = collection([]);

export default defineLayer({
  id: 'ruled-line',
  title: 'The line by your ruler',
  group: 'line',
  note: 'The line as the ruler of “Length by ruler” sees it: stepped along, or simplified.',
  datasets: [],
  credit: 'Drawn here from the line at full detail',
  shown: true,
  listedWhenEmpty: false,
  needs: ['ruledLine'],
  sourceIds: ['ruled-line'],
  sourceOptions: { tolerance: 0.1 },
  sources: ({ ruledLine }) => ({
    'ruled-line': ruledLine
      ? collection([feature({ type: 'LineString', coordinates: ruledLine.path })])
      : none
  }),
  count: ({ ruledLine }) => ruledLine?.path.length ?? 0,
  draw: (palette) => [
    at('line', {
      id: 'ruled-line-casing',
      type: 'line',
      source: 'ruled-line',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.halo, 'line-width': 5, 'line-opacity': 0.85 }
    }),
    at('line', {
      id: 'ruled-line',
      type: 'line',
      source: 'ruled-line',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.select, 'line-width': 2.4 }
    })
  ],
  legend: [{ label: 'The line by your ruler', from: ['ruled-line-casing', 'ruled-line'] }]
});

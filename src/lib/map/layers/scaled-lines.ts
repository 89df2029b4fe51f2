import { at, defineLayer } from './layer';

const scales = [
  { id: 'line-osm-2022', label: 'OpenStreetMap 2022', dash: [1] },
  { id: 'line-ne-10m', label: 'Natural Earth 1:10 m', dash: [6, 2] },
  { id: 'line-ne-50m', label: 'Natural Earth 1:50 m', dash: [4, 2, 1, 2] },
  { id: 'line-ne-110m', label: 'Natural Earth 1:110 m', dash: [1, 2] }
];

export default defineLayer({
  id: 'scaled-lines',
  title: 'The line at other scales',
  group: 'line',
  note: 'The same line as coarser or older maps draw it, to compare; never measured with.',
  datasets: scales.map((scale) => scale.id),
  shown: false,
  needs: ['scaledLines'],
  sourceIds: ['scaled-lines'],
  sources: ({ scaledLines }) => ({ 'scaled-lines': scaledLines }),
  count: ({ scaledLines }) => scaledLines.features.length,
  draw: (palette) =>
    scales.map(({ id, dash }) =>
      at('line', {
        id: `scaled-${id}`,
        type: 'line',
        source: 'scaled-lines',
        filter: ['==', ['get', 'id'], id],
        layout: { 'line-join': 'round' },
        paint: { 'line-color': palette.label, 'line-width': 1.6, 'line-dasharray': dash }
      })
    ),
  legend: scales.map(({ id, label }) => ({ label, from: [`scaled-${id}`] }))
});

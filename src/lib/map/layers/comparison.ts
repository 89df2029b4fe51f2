import { collection, feature } from '../features';
import { at, defineLayer } from './layer';

export default defineLayer({
  id: 'comparison',
  title: 'Difference of two zones',
  group: 'zone',
  note: 'What only one of two compared zones covers, as chosen in the table of zones. True to half a pixel; the table’s figures are exact.',
  datasets: ['line-osm-2026', 'borders'],
  shown: true,
  listedWhenEmpty: false,
  needs: ['comparison'],
  sourceIds: ['comparison-base', 'comparison-other'],
  sourceOptions: { tolerance: 0.25 },
  sources: ({ comparison }) => ({
    'comparison-base': collection(comparison ? [feature(comparison.onlyBase)] : []),
    'comparison-other': collection(comparison ? [feature(comparison.onlyOther)] : [])
  }),
  count: ({ comparison }) => (comparison ? 2 : 0),
  draw: (palette) =>
    [
      { id: 'comparison-base', pattern: 'hatch-base' },
      { id: 'comparison-other', pattern: 'hatch-other' }
    ].flatMap(({ id, pattern }) => [
      at('zone', {
        id: `${id}-fill`,
        type: 'fill',
        source: id,
        paint: { 'fill-pattern': pattern, 'fill-opacity': 0.9 }
      }),
      at('zone', {
        id: `${id}-edge`,
        type: 'line',
        source: id,
        paint: { 'line-color': palette.hatch, 'line-width': 1 }
      })
    ]),
  legend: [
    { label: 'Only in the base', from: ['comparison-base-fill', 'comparison-base-edge'] },
    { label: 'Only in the other', from: ['comparison-other-fill', 'comparison-other-edge'] }
  ]
});

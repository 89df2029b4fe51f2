import { collection, feature } from '../features';
import { at, defineLayer } from './layer';

export default defineLayer({
  id: 'zone',
  title: 'Buffer zone',
  group: 'zone',
  note: 'The zone that you set: all that lies within its width of the line, measured on the ellipsoid.',
  datasets: ['line-osm-2026', 'borders'],
  shown: true,
  needs: ['footprint'],
  sourceIds: ['zone-afghan', 'zone-pakistan'],
  sourceOptions: { tolerance: 0.25 },
  sources: ({ footprint }) => ({
    'zone-afghan': collection([feature(footprint.afghan)]),
    'zone-pakistan': collection([feature(footprint.pakistan)])
  }),
  count: () => 1,
  draw: (palette) =>
    [
      { id: 'zone-afghan', color: palette.zoneAfghan },
      { id: 'zone-pakistan', color: palette.zonePakistan }
    ].flatMap(({ id, color }) => [
      at('zone', {
        id: `${id}-fill`,
        type: 'fill',
        source: id,
        paint: { 'fill-color': color, 'fill-opacity': 0.22 }
      }),
      at('zone', {
        id: `${id}-edge`,
        type: 'line',
        source: id,
        layout: { 'line-join': 'round' },
        paint: { 'line-color': color, 'line-width': 1.4 }
      })
    ]),
  legend: [
    { label: 'Afghan side', from: ['zone-afghan-fill', 'zone-afghan-edge'] },
    { label: 'Pakistani side', from: ['zone-pakistan-fill', 'zone-pakistan-edge'] }
  ]
});

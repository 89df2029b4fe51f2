import { collection, feature } from '../features';
import { geodesicCircle } from '../../geodesy/circle';
import type { PointedIncident } from '../data';
import { at, defineLayer } from './layer';

const RING_STEPS = 120;

function features({ position, radiusKm }: PointedIncident) {
  return [
    ...(radiusKm ? [feature(geodesicCircle(position, radiusKm, RING_STEPS))] : []),
    feature({ type: 'Point', coordinates: position })
  ];
}

/**
 * The incidents that the reader points at or reads of. The tables themselves are drawn by
 * ../incidents, in each slot right below what is drawn here.
 */
export default defineLayer({
  id: 'incidents',
  title: 'Incident pointed at',
  group: 'incidents',
  datasets: [],
  credit: 'Your own files; nothing of them leaves this machine',
  shown: true,
  listedWhenEmpty: false,
  needs: ['pointedIncidents'],
  sourceIds: ['incidents'],
  sourceOptions: { tolerance: 0.1 },
  sources: ({ pointedIncidents }) => ({
    incidents: collection(pointedIncidents.flatMap(features))
  }),
  count: () => 0,
  draw: (palette) => [
    at('zone', {
      id: 'incidents-reach',
      type: 'fill',
      source: 'incidents',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': palette.select, 'fill-opacity': 0.1 }
    }),
    at('mark', {
      id: 'incidents-reach-edge',
      type: 'line',
      source: 'incidents',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'line-color': palette.select, 'line-width': 2 }
    }),
    at('label', {
      id: 'incidents-pointed',
      type: 'circle',
      source: 'incidents',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 10,
        'circle-color': palette.select,
        'circle-opacity': 0.12,
        'circle-stroke-color': palette.select,
        'circle-stroke-width': 2.4
      }
    })
  ],
  legend: [{ label: 'Pointed at', from: ['incidents-pointed'] }]
});

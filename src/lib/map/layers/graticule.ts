import { geoGraticule } from 'd3-geo';
import { collection, feature } from '../features';
import { at, defineLayer } from './layer';

const STEP_DEG = 5;

function meridiansAndParallels() {
  const extent: [[number, number], [number, number]] = [
    [-180, -80],
    [180, 80.01]
  ];
  return geoGraticule().extent(extent).step([STEP_DEG, STEP_DEG]).precision(1).lines();
}

export default defineLayer({
  id: 'graticule',
  title: 'Graticule',
  group: 'base',
  note: 'Meridians and parallels every 5°.',
  datasets: [],
  credit: 'Computed',
  shown: true,
  needs: [],
  sourceIds: ['graticule'],
  sources: () => ({ graticule: collection(meridiansAndParallels().map((line) => feature(line))) }),
  count: () => meridiansAndParallels().length,
  draw: (palette) => [
    at('ground', {
      id: 'graticule-lines',
      type: 'line',
      source: 'graticule',
      paint: { 'line-color': palette.graticule, 'line-width': 0.6 }
    })
  ],
  legend: [{ label: 'Every 5°', from: ['graticule-lines'] }]
});

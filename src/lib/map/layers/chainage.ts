import { collection, feature } from '../features';
import { font } from '../fonts';
import { at, defineLayer } from './layer';

/** Ticks of each step are drawn from the zoom on at which they have room. */
const steps = [
  { step: 100, minzoom: 0 },
  { step: 50, minzoom: 6.6 },
  { step: 10, minzoom: 8.6 }
] as const;

export default defineLayer({
  id: 'chainage',
  title: 'Chainage',
  group: 'line',
  note: 'Kilometres along the line from its south-western end at the Iran tripoint.',
  datasets: ['line-osm-2026'],
  shown: true,
  needs: ['ticks'],
  sourceIds: ['chainage'],
  sources: ({ ticks }) => ({
    chainage: collection(
      ticks.map(({ chainageKm, position, bearingDeg, step }) =>
        feature(
          { type: 'Point', coordinates: position },
          { label: `${chainageKm} km`, bearingDeg: bearingDeg + 90, step }
        )
      )
    )
  }),
  count: ({ ticks }) => ticks.length,
  draw: (palette) =>
    steps.flatMap(({ step, minzoom }) => [
      at('line', {
        id: `chainage-tick-${step}`,
        type: 'symbol',
        source: 'chainage',
        minzoom,
        filter: ['==', ['get', 'step'], step],
        layout: {
          'icon-image': 'tick',
          'icon-size': step === 10 ? 0.7 : ['interpolate', ['linear'], ['zoom'], 3, 0.45, 6, 1],
          'icon-rotate': ['get', 'bearingDeg'],
          'icon-rotation-alignment': 'map',
          'icon-allow-overlap': true,
          'icon-ignore-placement': true
        }
      }),
      at('label', {
        id: `chainage-label-${step}`,
        type: 'symbol',
        source: 'chainage',
        minzoom: step === 100 ? 4.2 : minzoom,
        filter: ['==', ['get', 'step'], step],
        layout: {
          'text-field': ['get', 'label'],
          'text-font': step === 100 ? font.semibold : font.text,
          'text-size': step === 100 ? 11.5 : 10.5,
          'text-variable-anchor': ['bottom-right', 'top-left', 'right', 'left'],
          'text-radial-offset': 0.9,
          'text-padding': 3
        },
        paint: {
          'text-color': palette.line,
          'text-halo-color': palette.halo,
          'text-halo-width': 1.4
        }
      })
    ]),
  legend: [{ label: 'Every 100, 50 or 10 km by zoom', from: ['chainage-tick-100'] }]
});

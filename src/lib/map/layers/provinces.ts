import { gazetteer } from '../../texts/gazetteer';
import { font } from '../fonts';
import { at, defineLayer } from './layer';

/** The layer of areas writes these names already. */
const namedByTexts = new Set(
  gazetteer.areas.flatMap(({ shape }) => (shape.as === 'provinces' ? shape.provinces : []))
);

export default defineLayer({
  id: 'provinces',
  title: 'Provinces',
  group: 'base',
  note: 'F.A.T.A. is drawn as before its merger into Khyber Pakhtunkhwa in 2018.',
  datasets: ['borders'],
  shown: true,
  needs: ['borders'],
  sourceIds: ['provinces', 'province-labels'],
  sources: ({ borders }) => ({
    provinces: borders.provinceBoundaries,
    'province-labels': {
      ...borders.provinceLabels,
      features: borders.provinceLabels.features.filter(
        ({ properties }) => !namedByTexts.has(properties.id)
      )
    }
  }),
  count: ({ borders }) => borders.provinces.features.length,
  draw: (palette) => [
    at('ground', {
      id: 'provinces-boundary',
      type: 'line',
      source: 'provinces',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.province,
        'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.5, 10, 1.4]
      }
    }),
    at('label', {
      id: 'provinces-label',
      type: 'symbol',
      source: 'province-labels',
      minzoom: 5.6,
      maxzoom: 11,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': font.text,
        'text-size': ['interpolate', ['linear'], ['zoom'], 5, 10, 9, 14],
        'text-letter-spacing': 0.1,
        'text-max-width': 7
      },
      paint: {
        'text-color': palette.labelSoft,
        'text-halo-color': palette.halo,
        'text-halo-width': 1
      }
    })
  ],
  legend: [{ label: 'Province', from: ['provinces-boundary'] }]
});

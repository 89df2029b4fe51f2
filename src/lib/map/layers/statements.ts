import type { FilterSpecification } from 'maplibre-gl';
import { collection } from '../features';
import { font } from '../fonts';
import type { Palette } from '../palette';
import { statementFeatures } from '../statements';
import { at, defineLayer } from './layer';

/** From this zoom on there is room for cards; those of a chosen paragraph are drawn at any. */
const MIN_ZOOM = 6.6;

function cards(id: string, filter: FilterSpecification, minzoom: number, palette: Palette) {
  return at('label', {
    id,
    type: 'symbol',
    source: 'statements',
    minzoom,
    filter,
    layout: {
      'icon-image': 'card',
      'icon-text-fit': 'both',
      'icon-text-fit-padding': [3, 6, 3, 6],
      'text-field': [
        'format',
        ['get', 'head'],
        { 'text-font': ['literal', font.semibold] },
        '\n',
        {},
        ['get', 'says'],
        {}
      ],
      'text-font': font.text,
      'text-size': 11.5,
      'text-justify': 'left',
      'text-max-width': 16,
      'text-variable-anchor': [
        'top-left',
        'bottom-left',
        'top-right',
        'bottom-right',
        'top',
        'bottom',
        'left',
        'right'
      ],
      'text-radial-offset': 2,
      'text-padding': 8,
      'symbol-sort-key': ['get', 'order']
    },
    paint: { 'text-color': palette.place }
  });
}

export default defineLayer({
  id: 'statements',
  title: 'What the texts say',
  group: 'texts',
  note: 'Cards beside the places, in our own words; they give way to each other, and the Texts section lists them all.',
  datasets: [],
  credit: 'Texts A and B, and those you add',
  shown: true,
  needs: ['library', 'statements'],
  sourceIds: ['statements'],
  sources: (data) => ({ statements: collection(statementFeatures(data.statements, data)) }),
  count: ({ statements }) => statements.length,
  draw: (palette) => [
    cards('statements-label', ['!', ['get', 'chosen']], MIN_ZOOM, palette),
    cards('statements-chosen', ['get', 'chosen'], 0, palette)
  ],
  legend: [{ label: 'Statement', from: ['statements-label'] }]
});

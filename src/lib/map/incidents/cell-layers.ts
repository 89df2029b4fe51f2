import type { DataDrivenPropertyValueSpecification, LayerSpecification } from 'maplibre-gl';
import { font } from '../fonts';
import type { Slot } from '../layers/layer';
import type { Palette } from '../palette';
import { sequence } from './colours';
import type { DrawnCells } from './drawn';

/** How full hexagons are, and how wide their edges. */
export const HEXAGON_FILL = 0.6;
export const HEXAGON_EDGE_PX = 1.2;

/** Classes a scale of counts may have (`countClasses`). */
export const MOST_CLASSES = 5;

/** The slot that each way of drawing cells has in the stack. */
export const SLOT_OF: Record<DrawnCells['as'], Extract<Slot, 'zone' | 'label'>> = {
  hexagons: 'zone',
  heat: 'zone',
  // Names give way to a cluster’s count, as to what comes last among labels.
  clusters: 'label'
};

export const sourceOf = (tableId: string) => `incidents ${tableId}`;

/** The colour of a class of counts, from few to many. */
export function classColour(index: number, classes: number, palette: Palette): string {
  return sequence(palette)(classes < 2 ? 0.5 : index / (classes - 1));
}

function byClass(classes: number, palette: Palette): DataDrivenPropertyValueSpecification<string> {
  const colours = Array.from({ length: classes }, (_, i) => classColour(i, classes, palette));
  if (colours.length < 2) return colours[0] ?? palette.scaleMiddle;
  const steps = colours.slice(1).flatMap((colour, i) => [i + 1, colour]);
  return ['step', ['get', 'class'], colours[0], ...steps] as never;
}

/** The MapLibre layers that draw a table's cells, bottom to top. */
export function cellLayers(
  tableId: string,
  as: DrawnCells['as'],
  { palette, opacity, classes }: { palette: Palette; opacity: number; classes: number }
): LayerSpecification[] {
  const source = sourceOf(tableId);
  if (as === 'hexagons') {
    return [
      {
        id: `${source} hexagons`,
        type: 'fill',
        source,
        paint: { 'fill-color': byClass(classes, palette), 'fill-opacity': HEXAGON_FILL * opacity }
      },
      {
        id: `${source} hexagons edge`,
        type: 'line',
        source,
        paint: {
          'line-color': byClass(classes, palette),
          'line-width': HEXAGON_EDGE_PX,
          'line-opacity': opacity
        }
      }
    ];
  }
  if (as === 'heat') return [heatLayer(source, palette, opacity)];
  return [
    {
      id: `${source} clusters`,
      type: 'symbol',
      source,
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-size': ['get', 'scale'],
        'icon-allow-overlap': true,
        'symbol-sort-key': ['get', 'order'],
        'text-field': ['get', 'label'],
        'text-font': font.semibold,
        'text-size': 11.5,
        'text-allow-overlap': true
      },
      paint: { 'text-color': palette.place, 'icon-opacity': opacity, 'text-opacity': opacity }
    }
  ];
}

function heatLayer(source: string, palette: Palette, opacity: number): LayerSpecification {
  const at = sequence(palette);
  return {
    id: `${source} heat`,
    type: 'heatmap',
    source,
    paint: {
      'heatmap-weight': ['get', 'weight'],
      'heatmap-radius': 22,
      'heatmap-intensity': 1,
      'heatmap-opacity': 0.8 * opacity,
      'heatmap-color': [
        'interpolate',
        ['linear'],
        ['heatmap-density'],
        0,
        `${at(0)}00`,
        0.12,
        at(0),
        0.4,
        at(0.5),
        1,
        at(1)
      ]
    }
  };
}

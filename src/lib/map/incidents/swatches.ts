import { at, type Drawn, type LegendEntry } from '../layers/layer';
import type { Palette } from '../palette';
import { classLabels, countClasses } from './cell-features';
import { classColour } from './cell-layers';
import { legendColours } from './colours';
import type { ColourScale, DrawnIncidents } from './drawn';

/** An entry of a legend, with the map's own kinds of layers that its swatch is made of. */
export interface LegendSwatch extends LegendEntry {
  draw: (palette: Palette) => Drawn[];
}

type Colour = (palette: Palette) => string;

const source = 'incidents';
const ink: Colour = (palette) => palette.place;

/** A mark as the points layer draws it: filled so far, with an edge of its own colour. */
function mark(id: string, colour: Colour, fill: number, radius = 5): (palette: Palette) => Drawn {
  return (palette) =>
    at('mark', {
      id,
      type: 'circle',
      source,
      paint: {
        'circle-color': colour(palette),
        'circle-opacity': fill,
        'circle-radius': radius,
        'circle-stroke-color': colour(palette),
        'circle-stroke-width': fill < 1 ? 1.4 : 0
      }
    });
}

function dot(label: string, id: string, colour: Colour, fill = 1): LegendSwatch {
  return { label, from: [id], draw: (palette) => [mark(id, colour, fill)(palette)] };
}

function square(label: string, id: string, colour: Colour): LegendSwatch {
  const [fill, edge] = [`${id} fill`, `${id} edge`];
  return {
    label,
    from: [fill, edge],
    draw: (palette) => [
      at('zone', {
        id: fill,
        type: 'fill',
        source,
        paint: { 'fill-color': colour(palette), 'fill-opacity': 0.6 }
      }),
      at('zone', {
        id: edge,
        type: 'line',
        source,
        paint: { 'line-color': colour(palette), 'line-width': 1.2 }
      })
    ]
  };
}

function coloured(scale: ColourScale, labels: string[]): LegendSwatch[] {
  return labels.map((label, i) =>
    dot(label, `colour ${i}`, (palette) => legendColours(scale, labels, palette)[i])
  );
}

/** How marks look by how their position is known. */
export const looks: LegendSwatch[] = [
  dot('Exact position', 'look exact', ink),
  {
    label: 'Near a place: within its ring',
    from: ['look near', 'look near dot'],
    draw: (palette) => [
      mark('look near', ink, 0)(palette),
      mark('look near dot', ink, 1, 2.4)(palette)
    ]
  },
  dot('Somewhere in a region: within its ring', 'look region', ink, 0.12),
  dot('The file does not say how exact', 'look unknown', ink, 0.55)
];

/** What the colours say of what is drawn of a table at present; empty while nothing is. */
export function swatchesOf(drawn: DrawnIncidents | null): LegendSwatch[] {
  if (drawn?.points) {
    const { scale, buffers } = drawn.points;
    return coloured(
      scale,
      buffers.legend.map(({ label }) => label)
    );
  }
  if (!drawn?.cells) return [];
  const { as, split, cells } = drawn.cells;
  if (as === 'clusters') return coloured(split.scale, split.labels);
  if (as === 'hexagons') {
    const labels = classLabels(countClasses(cells.map(({ count }) => count)));
    return labels.map((label, i) =>
      square(`${label} ${label === '1' ? 'incident' : 'incidents'}`, `class ${i}`, (palette) =>
        classColour(i, labels.length, palette)
      )
    );
  }
  return ['Few incidents', 'More', 'Most'].map((label, i) =>
    square(label, `heat ${i}`, (palette) => classColour(i, 3, palette))
  );
}

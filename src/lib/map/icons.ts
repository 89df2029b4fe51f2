import type { Map as MapLibreMap, StyleImageMetadata } from 'maplibre-gl';
import type { Palette } from './palette';

const SIZE = 22;

type Shape = (palette: Palette) => string;

function disc(fill: string, stroke: string, radius: number, inside = ''): string {
  return `<circle cx="11" cy="11" r="${radius}" fill="${fill}" stroke="${stroke}" stroke-width="1.8"/>${inside}`;
}

/** Strokes that go on from tile to tile. */
function hatch(palette: Palette, strokes: string): string {
  return `<path d="${strokes}" fill="none" stroke="${palette.hatch}" stroke-width="1.6"/>`;
}

const shapes = {
  capital: (p) =>
    disc(
      p.placeFill,
      p.place,
      7,
      `<path d="M11 6.6l1.3 2.9 3.1.3-2.3 2.1.7 3.1-2.8-1.6L8.2 15l.7-3.1-2.3-2.1 3.1-.3z" fill="${p.place}"/>`
    ),
  city: (p) => disc(p.placeFill, p.place, 6, `<circle cx="11" cy="11" r="2.6" fill="${p.place}"/>`),
  town: (p) => disc(p.placeFill, p.place, 5),
  mine: (p) =>
    `<path d="M11 3.5l7.5 7.5-7.5 7.5L3.5 11z" fill="${p.placeFill}" stroke="${p.place}" stroke-width="1.8"/><path d="M8 14l5.5-5.5M9.5 7.5c2 0 4 1.5 5 4.5" fill="none" stroke="${p.place}" stroke-width="1.6"/>`,
  venue: (p) =>
    `<path d="M11 4l7 13H4z" fill="${p.placeFill}" stroke="${p.place}" stroke-width="1.8" stroke-linejoin="round"/>`,
  area: (p) =>
    `<rect x="4" y="6" width="14" height="10" rx="2" fill="${p.area}" fill-opacity=".18" stroke="${p.area}" stroke-width="1.6" stroke-dasharray="3 2"/>`,
  crossing: (p) =>
    `<rect x="3.5" y="3.5" width="15" height="15" rx="3" fill="${p.placeFill}" stroke="${p.crossing}" stroke-width="1.6"/><path d="M6.5 9h8l-2.2-2.2M15.5 13h-8l2.2 2.2" fill="none" stroke="${p.crossing}" stroke-width="1.5"/>`,
  line: (p) =>
    `<path d="M3 17c5-1 5-4 8-6s4-4 8-6" fill="none" stroke="${p.line}" stroke-width="3" stroke-linecap="round"/>`,
  zone: (p) =>
    `<path d="M3 17c5-1 5-4 8-6s4-4 8-6" fill="none" stroke="${p.zoneAfghan}" stroke-opacity=".35" stroke-width="10"/><path d="M3 17c5-1 5-4 8-6s4-4 8-6" fill="none" stroke="${p.line}" stroke-width="2"/>`,
  'hatch-base': (p) => hatch(p, 'M-2 13L13 -2M-2 24L24 -2M9 24L24 9'),
  'hatch-other': (p) => hatch(p, 'M-2 9L13 24M-2 -2L24 24M9 -2L24 13'),
  cutEnd: (p) =>
    `<path d="M11 3v16" stroke="${p.placeFill}" stroke-width="5"/><path d="M11 4v14" stroke="${p.place}" stroke-width="2.4"/>`,
  card: (p) =>
    `<rect x="2" y="2" width="18" height="18" rx="3" fill="${p.placeFill}" stroke="${p.area}" stroke-width="1.2"/>`,
  // Full, half, empty: inside, perhaps, outside, whatever the colours.
  'candidate-inside': (p) =>
    disc(p.placeFill, p.locus, 6.5, `<circle cx="11" cy="11" r="3.8" fill="${p.locus}"/>`),
  'candidate-maybe': (p) =>
    disc(p.placeFill, p.locus, 6.5, `<path d="M11 7.2a3.8 3.8 0 0 0 0 7.6z" fill="${p.locus}"/>`),
  'candidate-outside': (p) => disc(p.placeFill, p.locus, 6.5),
  meeting: (p) => disc(p.magenta, p.halo, 6),
  tick: (p) => `<path d="M11 3v16" stroke="${p.line}" stroke-width="2"/>`
} satisfies Record<string, Shape>;

export type IconName = keyof typeof shapes;

export function isIconName(name: string): name is IconName {
  return name in shapes;
}

const iconOfKind: Record<string, IconName> = {
  capital: 'capital',
  city: 'city',
  town: 'town',
  mine: 'mine',
  venue: 'venue',
  country: 'venue',
  crossing: 'crossing',
  line: 'line',
  zone: 'zone'
};

/** The icon for a gazetteer kind; areas and all else without an icon of their own get `area`. */
export function iconFor(kind: string): IconName {
  return iconOfKind[kind] ?? 'area';
}

/** The icon as an SVG data URL: the same picture on the map, in lists and in the legend. */
export function iconUrl(name: IconName, palette: Palette): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="0 0 22 22">${shapes[name](palette)}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

async function rasterise(url: string, pixelRatio: number): Promise<ImageData> {
  const image = new Image(SIZE * pixelRatio, SIZE * pixelRatio);
  image.src = url;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE * pixelRatio;
  // Else each picture waits for the graphics card, which is busy with the map's first frames.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives no 2D canvas, so the map has no icons.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** A card grows with its words: its corners and edges keep their form. */
function stretched(name: IconName, pixelRatio: number): Partial<StyleImageMetadata> {
  if (name !== 'card') return {};
  const [from, to] = [7 * pixelRatio, 15 * pixelRatio];
  return { stretchX: [[from, to]], stretchY: [[from, to]], content: [from, from, to, to] };
}

/** Gives the map its icons once it can take them, all at once, or repaints those that it has. */
export async function loadIcons(
  map: MapLibreMap,
  palette: Palette,
  canTake: Promise<unknown> = Promise.resolve()
): Promise<void> {
  const pixelRatio = Math.max(2, Math.ceil(devicePixelRatio));
  const names = Object.keys(shapes) as IconName[];
  const pictures = await Promise.all(
    names.map((name) => rasterise(iconUrl(name, palette), pixelRatio))
  );
  await canTake;
  names.forEach((name, i) => {
    if (map.hasImage(name)) map.updateImage(name, pictures[i]);
    else map.addImage(name, pictures[i], { pixelRatio, ...stretched(name, pixelRatio) });
  });
}

import { scaleLinear } from 'd3-scale';
import type { Palette } from '../palette';
import type { ColourScale } from './drawn';

/** Red, green and blue, each from 0 to 1. */
export type Rgb = [red: number, green: number, blue: number];

/** As many as can be told apart, with every kind of colour vision; what is beyond is “other”. */
export const MOST_CATEGORIES = 8;

function categories(palette: Palette): string[] {
  return [
    palette.category1,
    palette.category2,
    palette.category3,
    palette.category4,
    palette.category5,
    palette.category6,
    palette.category7,
    palette.category8
  ];
}

/** The scale from few to many: a colour, as #rrggbb, for each share from 0 to 1. */
export function sequence(palette: Palette): (share: number) => string {
  const mix = scaleLinear<string>()
    .domain([0, 0.5, 1])
    .range([palette.scaleLow, palette.scaleMiddle, palette.scaleHigh])
    .clamp(true);
  return (share) => hex(mix(share));
}

function hex(css: string): string {
  const channels = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(css)?.slice(1);
  if (!channels) return css;
  return `#${channels.map((one) => Number(one).toString(16).padStart(2, '0')).join('')}`;
}

/** What the engine calls rows that are in no class of their own (incidents/painting.ts). */
const REST = new Set(['other', 'blank']);

/** A colour for each entry of a legend, in its order. */
export function legendColours(
  scale: ColourScale,
  labels: readonly string[],
  palette: Palette
): string[] {
  const steps = labels.filter((label) => !REST.has(label)).length;
  const at = sequence(palette);
  const sides = [palette.zoneAfghan, palette.zonePakistan];
  const own = categories(palette);
  return labels.map((label, i) => {
    if (REST.has(label)) return palette.categoryOther;
    if (scale === 'sequence') return at(steps < 2 ? 0.5 : i / (steps - 1));
    return (scale === 'sides' ? sides : own)[i] ?? palette.categoryOther;
  });
}

/** Reads `#rrggbb`, as the palette has every colour. */
export function rgb(colour: string): Rgb {
  const value = parseInt(colour.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

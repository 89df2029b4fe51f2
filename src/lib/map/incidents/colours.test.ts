import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Palette } from '../palette';
import { legendColours, MOST_CATEGORIES, rgb, sequence, type Rgb } from './colours';

const css = readFileSync(new URL('../../ui/tokens.css', import.meta.url), 'utf8');
const [light, dark] = css.split(":root[data-theme='dark']");

function tokenIn(theme: string, name: string): string {
  const value = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(theme)?.[1];
  if (!value) throw new Error(`There is no token --${name}.`);
  return value;
}

function paletteOf(theme: string): Palette {
  const names: Record<string, string> = {
    zoneAfghan: 'zone-afghan',
    zonePakistan: 'zone-pakistan',
    categoryOther: 'category-other',
    scaleLow: 'scale-low',
    scaleMiddle: 'scale-middle',
    scaleHigh: 'scale-high'
  };
  for (let i = 1; i <= MOST_CATEGORIES; i++) names[`category${i}`] = `category-${i}`;
  const entries = Object.entries(names).map(([key, name]) => [key, tokenIn(theme, name)]);
  return Object.fromEntries(entries) as Palette;
}

const themes = [
  ['light', light],
  ['dark', dark]
] as const;
const labels = Array.from({ length: MOST_CATEGORIES + 1 }, (_, i) => `type ${i}`);

const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const toLinear = (colour: string): Rgb => rgb(colour).map(linear) as Rgb;
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
/** WCAG 2.2, contrast ratio. */
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(toLinear(a)), luminance(toLinear(b))].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** How readers without one kind of cone see linear RGB (Machado, Oliveira, Fernandes 2009). */
const sights = {
  all: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998
  ],
  deutan: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881
  ],
  tritan: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039
  ]
};

/** Oklab (Ottosson 2020) of a colour as seen by one kind of sight. */
function seen(colour: string, m: number[]): Rgb {
  const [r, g, b] = toLinear(colour);
  const [x, y, z] = [0, 3, 6].map((i) =>
    Math.min(1, Math.max(0, m[i] * r + m[i + 1] * g + m[i + 2] * b))
  );
  const l = Math.cbrt(0.4122214708 * x + 0.5363325363 * y + 0.0514459929 * z);
  const mm = Math.cbrt(0.2119034982 * x + 0.6806995451 * y + 0.1073969566 * z);
  const s = Math.cbrt(0.0883024619 * x + 0.2817188376 * y + 0.6299787005 * z);
  return [
    0.2104542553 * l + 0.793617785 * mm - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * mm + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * mm - 0.808675766 * s
  ];
}

test.each(themes)(
  '%s: every colour of incidents stands out from land and sea by 3 to 1',
  (_, css) => {
    const palette = paletteOf(css);
    const at = sequence(palette);
    const grounds = ['map-land', 'map-focus-land', 'map-sea'].map((name) => tokenIn(css, name));
    const colours = [
      ...legendColours('categories', labels, palette),
      ...legendColours('sides', ['a', 'p', 'n'], palette),
      at(0),
      at(0.25),
      at(0.5),
      at(0.75),
      at(1)
    ];
    for (const colour of colours) {
      for (const ground of grounds) expect(contrast(colour, ground), colour).toBeGreaterThan(3);
    }
  }
);

test.each(themes)('%s: categories are told apart with every kind of colour vision', (_, css) => {
  const colours = legendColours('categories', labels, paletteOf(css));
  for (const [name, matrix] of Object.entries(sights)) {
    for (const [i, a] of colours.entries()) {
      for (const b of colours.slice(i + 1)) {
        const [p, q] = [seen(a, matrix), seen(b, matrix)];
        const apart = Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
        expect(apart, `${a} and ${b}, ${name}`).toBeGreaterThan(0.065);
      }
    }
  }
});

test('a scale of numbers runs from few to many; what is blank or rare is grey', () => {
  const palette = paletteOf(light);
  const scale = legendColours('sequence', ['1', '2', '3'], palette);
  expect(scale).toEqual([palette.scaleLow, palette.scaleMiddle, palette.scaleHigh]);
  expect(legendColours('sequence', ['1', '2', 'blank'], palette)).toEqual([
    palette.scaleLow,
    palette.scaleHigh,
    palette.categoryOther
  ]);
  expect(legendColours('categories', labels, palette).at(-1)).toBe(palette.categoryOther);
  expect(legendColours('categories', ['Battles', 'other'], palette)[1]).toBe(palette.categoryOther);
});

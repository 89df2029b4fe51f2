const tokens = {
  sea: '--map-sea',
  land: '--map-land',
  focusLand: '--map-focus-land',
  coast: '--map-coast',
  graticule: '--map-graticule',
  boundary: '--map-boundary',
  province: '--map-province',
  label: '--map-label',
  labelSoft: '--map-label-soft',
  labelWater: '--map-label-water',
  halo: '--map-halo',
  settlement: '--map-settlement',
  line: '--map-line',
  lineCasing: '--map-line-casing',
  place: '--map-place',
  placeFill: '--map-place-fill',
  uncertain: '--map-uncertain',
  area: '--map-area',
  crossing: '--map-crossing',
  select: '--map-select',
  hatch: '--map-hatch',
  locus: '--map-locus',
  zoneAfghan: '--zone-afghan',
  zonePakistan: '--zone-pakistan',
  blue: '--proposal-blue',
  violet: '--proposal-violet',
  magenta: '--proposal-magenta',
  green: '--proposal-green',
  brown: '--proposal-brown',
  slate: '--proposal-slate',
  category1: '--category-1',
  category2: '--category-2',
  category3: '--category-3',
  category4: '--category-4',
  category5: '--category-5',
  category6: '--category-6',
  category7: '--category-7',
  category8: '--category-8',
  categoryOther: '--category-other',
  scaleLow: '--scale-low',
  scaleMiddle: '--scale-middle',
  scaleHigh: '--scale-high'
} as const;

/** The map's colours, each a hex string. */
export type Palette = Record<keyof typeof tokens, string>;

/** Reads the map's colours from the design tokens (ui/tokens.css) in force on `element`. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const entries = Object.entries(tokens).map(([name, token]) => [
    name,
    style.getPropertyValue(token).trim()
  ]);
  return Object.fromEntries(entries) as Palette;
}

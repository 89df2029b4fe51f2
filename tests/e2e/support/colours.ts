/** Red, green and blue, each 0 to 255. */
export type Colour = readonly [number, number, number];

/** Reads `#rrggbb` and `rgb(r, g, b)`, as styles give them. Throws on anything else. */
export function parseColour(text: string): Colour {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (hex) return [parseInt(hex[1], 16), parseInt(hex[2], 16), parseInt(hex[3], 16)];
  const rgb = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(text);
  if (rgb) return [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])];
  throw new Error(`“${text}” is not a colour as #rrggbb or rgb().`);
}

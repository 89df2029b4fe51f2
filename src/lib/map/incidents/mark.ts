import { PRECISIONS, type Precision } from '../../incidents/table';
import type { PointBuffers } from '../../engine/incidents/protocol';

/** How a mark looks, by how its position is known; the shader knows these numbers. */
export const LOOKS = ['solid', 'ringed', 'hollow', 'absent', 'pale'] as const;
export type Look = (typeof LOOKS)[number];

const LOOK_OF: Record<Precision, Look> = {
  exact: 'solid',
  near: 'ringed',
  region: 'hollow',
  unplaced: 'absent',
  unknown: 'pale'
};

const LOOK_BY_PRECISION = PRECISIONS.map((precision) => LOOKS.indexOf(LOOK_OF[precision]));
const ABSENT = LOOKS.indexOf('absent');

export function lookOf(precision: Precision): Look {
  return LOOK_OF[precision];
}

/** From this radius on, in pixels, the circle that a position lies in is too wide for a solid mark. */
export const LEAST_HOLLOW_PX = 60;

/** Radii in pixels of the smallest and the largest mark, and of one that says no size. */
export const LEAST_PX = 2.2;
export const MOST_PX = 14;
export const PLAIN_PX = 4.5;

/** The least width of a mark's edge, in pixels. */
export const LEAST_EDGE_PX = 1.3;

/** How wide a mark's rim is, in pixels: where marks are too many to be told apart by it, it has none. */
export function rimPx(rows: number): number {
  return rows > 100_000 ? 0 : 0.9;
}

/** The radius of a mark in pixels at scale 1: its area grows evenly with `size`, 0 to 255. */
export function markRadiusPx(size: number): number {
  return Math.sqrt(LEAST_PX ** 2 + (size / 255) * (MOST_PX ** 2 - LEAST_PX ** 2));
}

/**
 * What the shader reads of each row, four bytes: index of its colour, size, look, nothing. A row
 * without a position is absent, whatever its precision says.
 */
export function packMarks({ colour, size, precision, mercator }: PointBuffers): Uint8Array {
  const packed = new Uint8Array(4 * colour.length);
  for (let row = 0; row < colour.length; row++) {
    packed[4 * row] = colour[row];
    packed[4 * row + 1] = size[row];
    packed[4 * row + 2] = Number.isNaN(mercator[2 * row])
      ? ABSENT
      : (LOOK_BY_PRECISION[precision[row]] ?? ABSENT);
  }
  return packed;
}

/**
 * How much smaller marks are drawn the more there are, and larger the closer the view: a million
 * of them are to be a texture, not a blot.
 */
export function markScale(rows: number, zoom: number): number {
  const crowding = rows <= 2000 ? 1 : Math.max(0.34, 1 - 0.22 * Math.log10(rows / 2000));
  const closeness = Math.min(1, Math.max(0, (zoom - 5) / 7));
  return crowding + closeness * (1.25 - crowding);
}

import type { MercatorBox } from './rings';

/** What of the view the shaders need, for one table and one copy of the world. */
export interface Camera {
  /** From mercator less the table's origin and `centre` to clip space. */
  matrix: Float32Array;
  /** Near the middle of the view, in mercator less the table's origin. */
  centre: [x: number, y: number];
  mercatorPerPixel: number;
  pixelsPerKm: number;
  pixelRatio: number;
  zoom: number;
  /** What is in view, less the table's origin. */
  box: MercatorBox;
}

/**
 * A matrix whose positions are given less an offset: its own, moved by that offset. The product is
 * made in 64 bits, so that what the shader multiplies is small and its 32 bits suffice.
 * `matrix` is 4 x 4, column by column.
 */
export function shifted(matrix: ArrayLike<number>, x: number, y: number): Float32Array {
  const moved = Float64Array.from(matrix);
  for (let row = 0; row < 4; row++) {
    moved[12 + row] += matrix[row] * x + matrix[4 + row] * y;
  }
  return Float32Array.from(moved);
}

/** The copies of the world that are in view: 0 for the one from 180° W to 180° E. */
export function worldCopies(westDeg: number, eastDeg: number): number[] {
  const first = Math.floor((westDeg + 180) / 360);
  const last = Math.floor((eastDeg + 180) / 360);
  return Array.from({ length: Math.min(last - first + 1, 5) }, (_, i) => first + i);
}

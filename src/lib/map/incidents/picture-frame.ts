import type { LonLat } from '../../geodesy/position';
import { toPixels, type ScreenAffine } from '../screen-affine';

/** So much of the view is drawn beyond each of its edges, that a small move shows no end of it. */
const MARGIN = 0.2;

/** What part of the map a picture shows, and how finely. */
export interface PictureFrame {
  /** In pixels of the picture. */
  width: number;
  height: number;
  /** Where the map's corner stands in the picture, in its pixels. */
  corner: [x: number, y: number];
  /** Pixels of the picture to one of the page. */
  ratio: number;
  /** From web mercator to pixels of the page, from the map's corner. */
  affine: ScreenAffine;
  zoom: number;
  kmPerPixel: number;
}

/** A picture of the whole view with a margin, none of its sides longer than `mostPx`. */
export function frameAround(
  { width, height }: { width: number; height: number },
  mostPx: number
): Pick<PictureFrame, 'width' | 'height' | 'corner'> {
  const margin = (px: number) =>
    Math.max(0, Math.min(Math.round(MARGIN * px), Math.floor((mostPx - px) / 2)));
  const [x, y] = [margin(width), margin(height)];
  return { width: width + 2 * x, height: height + 2 * y, corner: [x, y] };
}

/**
 * Where a picture's corners lie on the map: top left, top right, bottom left and bottom right, in web
 * mercator less the point that its affine starts from, x and y one after another.
 */
export function cornersOf({ width, height, corner, ratio, affine }: PictureFrame): Float32Array {
  const { ox, oy, ex, ey } = affine;
  const square = ex * ex + ey * ey;
  const corners = [
    [0, 0],
    [width, 0],
    [0, height],
    [width, height]
  ].flatMap(([x, y]) => {
    const px = (x - corner[0]) / ratio - ox;
    const py = (y - corner[1]) / ratio - oy;
    return [(ex * px + ey * py) / square, (ex * py - ey * px) / square];
  });
  return Float32Array.from(corners);
}

/** Whether a picture reaches to a position. */
export function shows({ width, height, corner, ratio, affine }: PictureFrame, at: LonLat): boolean {
  const [x, y] = toPixels(...at, affine);
  const column = corner[0] + ratio * x;
  const row = corner[1] + ratio * y;
  return column >= 0 && row >= 0 && column <= width && row <= height;
}

import type { Map as MapLibreMap } from 'maplibre-gl';

/**
 * From web mercator, 0 to 1 over the world, to pixels of the map: x is ox + ex (X - x0) - ey (Y - y0),
 * y is oy + ey (X - x0) + ex (Y - y0). So it is all over a map that is not tilted, since a quarter
 * turn of what leads east leads south.
 */
export interface ScreenAffine {
  x0: number;
  y0: number;
  ox: number;
  oy: number;
  ex: number;
  ey: number;
}

/** Web mercator, 0 to 1 over the world. */
function mercator(lon: number, lat: number): [x: number, y: number] {
  const phi = (lat * Math.PI) / 180;
  return [(lon + 180) / 360, 0.5 - Math.asinh(Math.tan(phi)) / (2 * Math.PI)];
}

/** Where a position stands on the map, in pixels. */
export function toPixels(
  lon: number,
  lat: number,
  { x0, y0, ox, oy, ex, ey }: ScreenAffine
): [x: number, y: number] {
  const [x, y] = mercator(lon, lat);
  const [dx, dy] = [x - x0, y - y0];
  return [ox + ex * dx - ey * dy, oy + ey * dx + ex * dy];
}

/** For positions as they are on the copy of the world that is in the middle of the view. */
export function screenAffine(map: MapLibreMap): ScreenAffine {
  const { lng, lat } = map.getCenter();
  const scale = 1e-3;
  const origin = map.project([lng, lat]);
  const east = map.project([lng + 360 * scale, lat]);
  const [x0, y0] = mercator(map.getCenter().wrap().lng, lat);
  const [ex, ey] = [(east.x - origin.x) / scale, (east.y - origin.y) / scale];
  return { x0, y0, ox: origin.x, oy: origin.y, ex, ey };
}

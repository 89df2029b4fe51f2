import { expandedAround, type Polynomial } from './complex-polynomial';
import type { FlatPath } from './flat-path';

/** How positions follow from points of a conformal plane. */
export interface InverseSeries {
  /** Longitude + i isometric latitude in radians, seen from `origin`, of a point over `extentKm`. */
  map: Polynomial;
  extentKm: number;
  origin: readonly [lon: number, isometric: number];
  /** The latitude in degrees of an isometric latitude, seen from `middle`, over `half`. */
  latitude: Polynomial;
  middle: number;
  half: number;
}

const DEG = Math.PI / 180;
/** Over a patch this wide the fourth power of distance over the Earth's radius comes to 0.1 mm. */
const PATCH_KM = 16;
const DEGREE = 3;
/** Patches reach this much further than the extent of the series, where that is little off still. */
const MARGIN_PATCHES = 4;

/** Puts the position of a point of the plane into a path, at an index. */
export type Inverse = (x: number, y: number, path: FlatPath, index: number) => void;

/**
 * Gives positions of points of the plane, within 1 mm of what the series give: from short series of
 * each patch of the plane, made at first use. That takes about half of the time, and outlines have
 * them by the ten thousand. Throws a RangeError for points far out of reach.
 */
export function inverseByPatches(series: InverseSeries): Inverse {
  const reach = Math.ceil(series.extentKm / PATCH_KM) + MARGIN_PATCHES;
  const columns = 2 * reach;
  const patches: (Float64Array | undefined)[] = Array.from({ length: columns * columns });

  function patchAt(column: number, row: number): Float64Array {
    if (!(Math.min(column, row) >= 0 && Math.max(column, row) < columns)) {
      throw new RangeError('A point lies too far from the line to have a position.');
    }
    const made = patchOf(series, (column + 0.5 - reach) * PATCH_KM, (row + 0.5 - reach) * PATCH_KM);
    patches[row * columns + column] = made;
    return made;
  }

  return (x, y, path, index) => {
    const column = Math.floor(x / PATCH_KM) + reach;
    const row = Math.floor(y / PATCH_KM) + reach;
    const c = patches[row * columns + column] ?? patchAt(column, row);
    const u = x - (column + 0.5 - reach) * PATCH_KM;
    const v = y - (row + 0.5 - reach) * PATCH_KM;
    const x2 = c[6] * u - c[7] * v + c[4];
    const y2 = c[6] * v + c[7] * u + c[5];
    const x1 = x2 * u - y2 * v + c[2];
    const y1 = x2 * v + y2 * u + c[3];
    const north = x1 * v + y1 * u;
    path[2 * index] = x1 * u - y1 * v + c[0];
    path[2 * index + 1] = ((c[10] * north + c[9]) * north + c[8]) * north + c[1];
  };
}

/**
 * The series of a patch around a point: longitude and latitude there; the further coefficients of
 * longitude + i isometric latitude in degrees, as pairs; those of the latitude.
 */
function patchOf(series: InverseSeries, x: number, y: number): Float64Array {
  const { extentKm, origin, middle, half } = series;
  const map = expandedAround(series.map, x / extentKm, y / extentKm, DEGREE);
  const isometric = origin[1] + map.im[0];
  const latitude = expandedAround(series.latitude, (isometric - middle) / half, 0, DEGREE);
  const perKm = (k: number) => 1 / extentKm ** k / DEG;
  const perDegree = (k: number) => (DEG / half) ** k;
  return Float64Array.of(
    (origin[0] + map.re[0]) / DEG,
    latitude.re[0],
    ...[1, 2, 3].flatMap((k) => [map.re[k] * perKm(k), map.im[k] * perKm(k)]),
    ...[1, 2, 3].map((k) => latitude.re[k] * perDegree(k))
  );
}

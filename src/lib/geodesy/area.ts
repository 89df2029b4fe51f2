import type { MultiPolygon, Polygon } from 'geojson';
import { ECCENTRICITY2, SEMI_MAJOR_AXIS_M } from './ellipsoid';
import { flatPath, type FlatPath } from './flat-path';

const DEG = Math.PI / 180;
const SEMI_MAJOR_AXIS_KM = SEMI_MAJOR_AXIS_M / 1000;

/** The coefficients of sin φ, sin³ φ, ... in `areaToEquatorKm2`; the next would add 1e-14. */
const COEFFICIENTS = Float64Array.from(
  { length: 7 },
  (_, k) =>
    (((1 - ECCENTRICITY2) * SEMI_MAJOR_AXIS_KM ** 2) / 2) *
    (1 + 1 / (2 * k + 1)) *
    ECCENTRICITY2 ** k
);

/**
 * The area in km² of the zone of the ellipsoid from the equator to a latitude, for each radian of
 * longitude; negative in the south (Snyder, Map Projections, USGS PP 1395, equation 3-12, as a
 * series).
 */
function areaToEquatorKm2(latDeg: number): number {
  const sinLat = Math.sin(latDeg * DEG);
  const sin2Lat = sinLat * sinLat;
  let sum = 0;
  for (let k = COEFFICIENTS.length - 1; k >= 0; k--) sum = sum * sin2Lat + COEFFICIENTS[k];
  return sum * sinLat;
}

/**
 * The area in km² between each part of a path and the equator, added up from its beginning: one
 * number a position, the first 0; paths eastwards in the north count as negative. The difference
 * of the sums around a ring that runs counter-clockwise is its area.
 */
export function areaSumsKm2(path: FlatPath): Float64Array {
  const sums = new Float64Array(path.length >> 1);
  areaUnderKm2(path, 0, sums.length - 1, sums);
  return sums;
}

/**
 * The area in km² that a path, or its part from one position to another, adds to the ring of which
 * it is a part; see `areaSumsKm2`.
 */
export function areaUnderKm2(
  path: FlatPath,
  from = 0,
  to = (path.length >> 1) - 1,
  sums?: Float64Array
): number {
  if (to <= from) return 0;
  let sum = 0;
  let lon = path[2 * from];
  let height = areaToEquatorKm2(path[2 * from + 1]);
  for (let i = from + 1; i <= to; i++) {
    const lonHere = path[2 * i];
    const heightHere = areaToEquatorKm2(path[2 * i + 1]);
    sum -= ((lonHere - lon) * DEG * (height + heightHere)) / 2;
    lon = lonHere;
    height = heightHere;
    if (sums) sums[i] = sum;
  }
  return sum;
}

/**
 * The area in km² of a polygon on WGS84, for vertices near enough to each other: its edges are taken
 * as straight on the equal-area cylindrical map, which with edges of up to 25 km is within 0.002 %
 * of the area between geodesics. Rings must follow the right-hand rule of RFC 7946 and not cross the
 * antimeridian.
 */
export function areaKm2(geometry: Polygon | MultiPolygon): number {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flat().reduce((sum, ring) => sum + areaUnderKm2(flatPath(ring)), 0);
}

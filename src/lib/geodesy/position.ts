/** A position on the WGS84 ellipsoid in degrees, in GeoJSON's order. */
export type LonLat = [lon: number, lat: number];

/** Tells whether both coordinates are finite, with lon in [−180, 180] and lat in [−90, 90]. */
export function isLonLat(lon: number, lat: number): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

/** Throws a RangeError that names `what` when the coordinates are no position in degrees. */
export function requireLonLat(lon: number, lat: number, what: string): void {
  if (isLonLat(lon, lat)) return;
  throw new RangeError(
    `${what} is [${lon}, ${lat}]: give finite degrees, lon from -180 to 180 and lat from -90 to 90.`
  );
}

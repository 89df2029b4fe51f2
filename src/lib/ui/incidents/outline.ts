import type { LonLat } from '../../geodesy/position';

/** The corners of the box between two opposite ones, along meridians and parallels. */
export function boxCorners([lonA, latA]: LonLat, [lonB, latB]: LonLat): LonLat[] {
  return [
    [lonA, latA],
    [lonB, latA],
    [lonB, latB],
    [lonA, latB]
  ];
}

/** A ring whose first corner comes again at its end. */
export function closed(corners: readonly LonLat[]): LonLat[] {
  return [...corners, corners[0]];
}

/** Whether two positions are no farther apart than a reach, both in degrees of longitude. */
export function isNear([lonA, latA]: LonLat, [lonB, latB]: LonLat, reachDeg: number): boolean {
  const narrowed = Math.cos((latA * Math.PI) / 180);
  return Math.hypot(lonA - lonB, (latA - latB) / narrowed) <= reachDeg;
}

/** The length of a pixel on the map at a zoom, in degrees of longitude. */
export function pixelDeg(zoom: number): number {
  return 360 / (512 * 2 ** zoom);
}

/** The country around the line, with some 300 km to spare. */
const REGION = { west: 57, east: 79, south: 26, north: 41 };

/**
 * Whether a position lies in the country around the line. No position does so both as it stands and
 * with its coordinates exchanged, which tells the two orders apart.
 */
export function isNearLine(lon: number, lat: number): boolean {
  return lon >= REGION.west && lon <= REGION.east && lat >= REGION.south && lat <= REGION.north;
}

/** The earth's circumference as Web Mercator has it, in km, and the width of its tile at zoom 0. */
const EQUATOR_KM = 40_075;
const TILE_PX = 512;

/** Ground length of a CSS pixel at a latitude, in km, by the Web Mercator scale (to 0.5 %). */
export function pixelKm(zoom: number, latDeg: number): number {
  return (EQUATOR_KM * Math.cos((latDeg * Math.PI) / 180)) / (TILE_PX * 2 ** zoom);
}

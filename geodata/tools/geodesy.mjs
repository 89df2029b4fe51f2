import geodesic from 'geographiclib-geodesic';

const wgs84 = geodesic.Geodesic.WGS84;

/**
 * @param {number[]} a [lon, lat]
 * @param {number[]} b [lon, lat]
 * @returns {number} geodesic distance in km
 */
export function distanceKm(a, b) {
  return (wgs84.Inverse(a[1], a[0], b[1], b[0]).s12 ?? NaN) / 1000;
}

/** @param {number[][]} line [lon, lat] positions @returns {number} length in km, each edge a geodesic */
export function lengthKm(line) {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += distanceKm(line[i - 1], line[i]);
  return sum;
}

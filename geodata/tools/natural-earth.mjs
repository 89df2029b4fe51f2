import { mesh } from 'topojson-client';
import { readPackageJson } from './packages.mjs';

/** @param {string} scale '10m', '50m' or '110m' @returns {any} Natural Earth's countries as TopoJSON */
export function naturalEarthCountries(scale) {
  return readPackageJson('world-atlas', `countries-${scale}.json`);
}

/**
 * @param {string} scale
 * @param {string} a ISO 3166-1 numeric code
 * @param {string} b
 * @returns {number[][]} the boundary of two countries in degrees
 */
export function naturalEarthBoundary(scale, a, b) {
  const world = naturalEarthCountries(scale);
  const pair = new Set([a, b]);
  const lines = mesh(
    world,
    world.objects.countries,
    (p, q) => p !== q && pair.has(String(p.id)) && pair.has(String(q.id))
  ).coordinates;
  if (lines.length !== 1) throw new Error(`${a}-${b} at ${scale} has ${lines.length} pieces`);
  return lines[0];
}

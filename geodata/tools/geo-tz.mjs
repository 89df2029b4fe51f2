import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { planarArea, withoutRepeats } from './rings.mjs';
import { micro } from './topojson.mjs';

const require = createRequire(import.meta.url);
/** @type {{ decode(pbf: unknown): import('geojson').FeatureCollection }} */
const geobuf = require('geobuf');
/** @type {new (bytes: Uint8Array) => unknown} */
const Pbf = require('pbf');

/** Half the width and height of the square that geo-tz divides again and again, in degrees. */
const HALF_WORLD = [179.9999, 89.9999];

/**
 * @typedef {[number, number]} Micro a position in whole microdegrees, [lon, lat]
 * @typedef {{ west: number, south: number, east: number, north: number }} Bounds in degrees
 */

/**
 * The outlines of time zones as geo-tz stores them (one zone a country here), freed of the cuts along
 * the quads that it stores them by. Each outline piece is a chain of microdegree positions with the
 * zone on its left; a piece ends where a cut was.
 *
 * @param {string[]} zones time zone names, such as 'Asia/Kabul'
 * @returns {Map<string, Micro[][]>} pieces by zone
 */
export function readZonePieces(zones) {
  const folder = new URL('../node_modules/geo-tz/data/', import.meta.url);
  const index = JSON.parse(readFileSync(new URL('timezones.geojson.index.json', folder), 'utf8'));
  const bytes = readFileSync(new URL('timezones.geojson.geo.dat', folder));
  const wanted = new Set(zones);
  /** @type {Map<string, Micro[][]>} */
  const pieces = new Map(zones.map((zone) => [zone, []]));

  for (const { pos, len, bounds } of quads(index.lookup)) {
    const tile = geobuf.decode(new Pbf(bytes.subarray(pos, pos + len)));
    for (const { properties, geometry } of tile.features) {
      const zone = properties?.tzid;
      if (!wanted.has(zone)) continue;
      for (const ring of ringsOf(geometry)) {
        pieces.get(zone)?.push(...withoutCuts(ring, bounds));
      }
    }
  }
  return pieces;
}

/**
 * The leaves of geo-tz's quadtree that hold geometry.
 * @param {Record<string, any>} lookup
 * @returns {{ pos: number, len: number, bounds: Bounds }[]}
 */
function quads(lookup) {
  /** @type {{ pos: number, len: number, bounds: Bounds }[]} */
  const leaves = [];
  /** @param {any} node @param {Bounds} bounds */
  const visit = (node, bounds) => {
    if ('pos' in node) leaves.push({ pos: node.pos, len: node.len, bounds });
    else {
      const lon = (bounds.west + bounds.east) / 2;
      const lat = (bounds.south + bounds.north) / 2;
      if (node.a) visit(node.a, { ...bounds, west: lon, south: lat });
      if (node.b) visit(node.b, { ...bounds, east: lon, south: lat });
      if (node.c) visit(node.c, { ...bounds, east: lon, north: lat });
      if (node.d) visit(node.d, { ...bounds, west: lon, north: lat });
    }
  };
  const [east, north] = HALF_WORLD;
  visit(lookup, { west: -east, south: -north, east, north });
  return leaves;
}

/**
 * @param {import('geojson').Geometry} geometry
 * @returns {Micro[][]} open rings (first position not repeated), the area on the left
 */
function ringsOf(geometry) {
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  return polygons.flatMap((polygon) =>
    polygon.flatMap((ring, i) => {
      const closed = withoutRepeats(ring.map(micro));
      // The source has slivers that are less than a microdegree wide.
      if (closed.length < 4) return [];
      const isRight = planarArea(closed) > 0 === (i === 0);
      return [(isRight ? closed : closed.reverse()).slice(1)];
    })
  );
}

/**
 * @param {Micro[]} ring open
 * @param {Bounds} bounds of the quad
 * @returns {Micro[][]} what is left of the ring without the edges that lie on the quad's sides; a ring
 * that touches no side comes back closed
 */
function withoutCuts(ring, bounds) {
  const sides = [
    [0, bounds.west],
    [0, bounds.east],
    [1, bounds.south],
    [1, bounds.north]
  ].map(([axis, value]) => [axis, Math.round(value * 1e6)]);
  const n = ring.length;
  const isCut = ring.map((p, i) =>
    sides.some(([axis, value]) => p[axis] === value && ring[(i + 1) % n][axis] === value)
  );
  const firstCut = isCut.indexOf(true);
  if (firstCut < 0) return [[...ring, ring[0]]];

  /** @type {Micro[][]} */
  const pieces = [];
  /** @type {Micro[]} */
  let piece = [];
  for (let step = 1; step <= n; step++) {
    const i = (firstCut + step) % n;
    piece.push(ring[i]);
    if (isCut[i]) {
      if (piece.length > 1) pieces.push(piece);
      piece = [];
    }
  }
  return pieces;
}

import { feature, mergeArcs, meshArcs } from 'topojson-client';
import { topology } from 'topojson-server';
import { cutAtAntimeridian } from '../tools/antimeridian.mjs';
import { NATURAL_EARTH } from '../tools/licences.mjs';
import { naturalEarthCountries } from '../tools/natural-earth.mjs';
import { planarArea, rightHanded, withoutRepeats, withoutSpikes } from '../tools/rings.mjs';
import { simplifyArcs } from '../tools/simplify.mjs';
import { deltas, pruneArcs, topojsonText } from '../tools/topojson.mjs';

/** @typedef {import('../tools/chains.mjs').Micro} Micro positions here are in units of UNIT degrees */
/** @typedef {import('../tools/datafile.mjs').DataFile} DataFile */

/** The file's grid in degrees: 111 m and finer than the source's own. */
const UNIT = 1e-3;

/** Where the map is meant to be used; all round it the coast keeps its detail. */
const REGION = { west: 44, south: 18, east: 92, north: 46 };

/** Least triangle in square degrees on the ground, in the region and far away (1 km2 is 8e-5). */
const LEAST_TRIANGLE = { near: 1e-4, far: 4e-3 };

/** Least island in square degrees on the ground. */
const LEAST_ISLAND = { near: 2e-3, far: 1.5e-2 };

/** Countries all of whose boundaries are in borders.topojson (ISO 3166-1 numeric). */
const IN_BORDERS = new Set(['004', '586', '364', '795', '860', '762']);
const CHINA_INDIA = new Set(['156', '356']);

/** @type {ReturnType<typeof makeWorld> | undefined} */
let cached;

/** @returns {ReturnType<typeof makeWorld>} */
export function world() {
  cached ??= makeWorld();
  return cached;
}

/**
 * The world for orientation: Natural Earth's 1:10 million countries, as they are around the region and
 * much simplified far away, in one topology, so that there is no seam between the two.
 *
 * @returns {DataFile[]}
 */
export function build() {
  const { arcs, objects } = world();
  return [
    {
      id: 'world',
      file: 'world.topojson',
      title: 'Land, countries and their boundaries, for orientation (Natural Earth)',
      from: ['world-atlas'],
      licence: NATURAL_EARTH,
      vintage: 'Natural Earth 4.1.0, 2018',
      method:
        'countries-10m.json cut at the antimeridian, put on a grid of 0.001°, simplified by Visvalingam’s method: triangles under 1e-4 square degrees go between 44° and 92° E, 18° and 46° N, under 4e-3 elsewhere; small islands go. Land is all countries merged. The object `boundaries` leaves out those that borders.topojson has: all of Afghanistan, Pakistan, Iran, Turkmenistan, Uzbekistan and Tajikistan, and China with India.',
      knownFaults: [
        'The package keeps positions on a grid of about 400 m by 190 m, so the coast has small steps.',
        'Boundaries are Natural Earth’s de facto ones and of 2018; they end up to some km from where those of borders.topojson begin.',
        'Countries whose islands are all small keep only the largest; Vatican City is too small to be there.'
      ],
      featureCount: objects.countries.geometries.length,
      content: topojsonText({
        type: 'Topology',
        transform: { scale: [UNIT, UNIT], translate: [0, 0] },
        objects,
        arcs: arcs.map(deltas)
      })
    }
  ];
}

/** @returns {Micro[][][]} the land's polygons in microdegrees, outer rings anticlockwise */
export function landPolygons() {
  const { arcs, objects } = world();
  const land = feature(
    /** @type {any} */ ({ type: 'Topology', arcs, objects }),
    /** @type {any} */ (objects.land)
  );
  const { coordinates } = /** @type {import('geojson').MultiPolygon} */ (
    /** @type {import('geojson').Feature} */ (/** @type {unknown} */ (land)).geometry
  );
  return coordinates.map((polygon) =>
    polygon.map((ring) =>
      ring.map(([x, y]) => [Math.round(x * UNIT * 1e6), Math.round(y * UNIT * 1e6)])
    )
  );
}

function makeWorld() {
  const source = naturalEarthCountries('10m');
  /** @type {import('geojson').FeatureCollection<import('geojson').Polygon | import('geojson').MultiPolygon>} */
  const countries = feature(source, source.objects.countries);
  const detailed = topology({
    countries: { type: 'FeatureCollection', features: countries.features.map(onGrid) }
  });
  const simple = simplifyArcs(detailed.arcs, (p) => perGround(p, LEAST_TRIANGLE));
  const shapes = detailed.objects.countries.geometries
    .map((shape) => withoutGone(shape, simple))
    .filter(({ arcs }) => arcs.length > 0);
  const collection = { type: 'GeometryCollection', geometries: shapes };
  const all = /** @type {any} */ ({ type: 'Topology', arcs: simple, objects: {} });
  const objects = {
    land: /** @type {any} */ (mergeArcs(all, /** @type {any} */ (shapes))),
    countries: collection,
    boundaries: /** @type {any} */ (meshArcs(all, /** @type {any} */ (collection), isOwnBoundary))
  };
  return { arcs: pruneArcs(Object.values(objects), simple), objects };
}

/**
 * @param {import('geojson').Feature<import('geojson').Polygon | import('geojson').MultiPolygon>} country
 * @returns {import('geojson').Feature}
 */
function onGrid({ id, properties, geometry }) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const cut = polygons
    .flatMap((polygon) => {
      const [outer, ...holes] = polygon.map(ringOnGrid);
      const open = holes.flat().filter((hole) => hole.length > 3);
      return outer.map((ring, i) => (i === 0 ? [ring, ...open] : [ring]));
    })
    .filter(([ring]) => ring.length > 3)
    .sort((a, b) => Math.abs(planarArea(b[0])) - Math.abs(planarArea(a[0])));
  const kept = cut.filter(
    ([ring], i) => i === 0 || Math.abs(planarArea(ring)) > perGround(ring[0], LEAST_ISLAND)
  );
  return {
    type: 'Feature',
    ...(id === undefined ? {} : { id }),
    properties: { name: properties?.name },
    geometry: { type: 'MultiPolygon', coordinates: kept.map(rightHanded) }
  };
}

/** @param {number[][]} ring in degrees @returns {Micro[][]} */
function ringOnGrid(ring) {
  const half = 180 / UNIT;
  const grid = ring.map(
    ([x, y]) => /** @type {Micro} */ ([Math.round(x / UNIT), Math.round(y / UNIT)])
  );
  return cutAtAntimeridian(withoutSpikes(withoutRepeats(grid)), half);
}

/**
 * @param {Micro} position
 * @param {{ near: number, far: number }} area in square degrees on the ground
 * @returns {number} in square units of the grid
 */
function perGround([x, y], area) {
  const [lon, lat] = [x * UNIT, y * UNIT];
  const isNear =
    lon >= REGION.west && lon <= REGION.east && lat >= REGION.south && lat <= REGION.north;
  // Near the poles a degree of longitude is next to nothing; a fifth is enough for this map.
  const narrowing = Math.max(0.2, Math.cos((lat * Math.PI) / 180));
  return (isNear ? area.near : area.far) / (UNIT * UNIT * narrowing);
}

/** @param {any} shape @param {Micro[][]} arcs */
function withoutGone(shape, arcs) {
  const isThere = (/** @type {number[]} */ ring) =>
    ring.every((ref) => arcs[ref < 0 ? ~ref : ref].length > 0);
  const kept = shape.arcs
    .filter((/** @type {number[][]} */ polygon) => isThere(polygon[0]))
    .map((/** @type {number[][]} */ polygon) => polygon.filter(isThere));
  return { ...shape, arcs: kept };
}

/**
 * Units of their own in the source that are no countries: the glacier, which borders.topojson divides
 * between its neighbours, and leased ground.
 */
const NO_COUNTRY = new Set(['Siachen Glacier', 'Baikonur', 'USNB Guantanamo Bay']);

/** @param {any} a @param {any} b @returns {boolean} whether borders.topojson does not have it */
function isOwnBoundary(a, b) {
  if (a === b || IN_BORDERS.has(a.id) || IN_BORDERS.has(b.id)) return false;
  if ([a, b].some(({ properties }) => NO_COUNTRY.has(properties.name))) return false;
  return !(CHINA_INDIA.has(a.id) && CHINA_INDIA.has(b.id));
}

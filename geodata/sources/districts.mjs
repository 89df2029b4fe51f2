import { geojsonText } from '../tools/datafile.mjs';
import { leastSquares } from '../tools/least-squares.mjs';
import { SVG_MAPS } from '../tools/licences.mjs';
import { readPackageText } from '../tools/packages.mjs';
import { rightHanded, withoutRepeats, withoutSpikes } from '../tools/rings.mjs';
import { svgRings } from '../tools/svg-path.mjs';
import { degrees } from '../tools/topojson.mjs';
import { outline } from './borders.mjs';

/** @typedef {import('../tools/datafile.mjs').DataFile} DataFile */
/** @typedef {[number, number]} Position in the drawing's units or in degrees, as said */

/** A vertex of the drawing farther than this from every other district lies on Pakistan's outline. */
const RIM_UNITS = 4;

/** Rounds of pairing the drawing's outline with Pakistan's, and the share of best pairs that is used. */
const ROUNDS = 20;
const KEPT_SHARE = 0.9;

/** The coordinates' grid in degrees: finer would be pretence. */
const GRID = 1e-3;

/** @returns {DataFile[]} */
export function build() {
  const districts = readDistricts();
  const { toLonLat, residualsKm } = fit(rimVertices(districts));
  const features = districts.map(({ id, name, rings }) => ({
    type: /** @type {const} */ ('Feature'),
    id,
    properties: { name, schematic: true },
    geometry: {
      type: /** @type {const} */ ('MultiPolygon'),
      coordinates: rings.map((ring) => rightHanded([gridRing(ring.map(toLonLat))]).map(toDegrees))
    }
  }));
  const quantile = (/** @type {number} */ q) =>
    residualsKm[Math.floor(q * (residualsKm.length - 1))].toFixed(1);
  return [
    {
      id: 'districts',
      file: 'districts.geojson',
      title: 'Districts of Pakistan, schematic',
      from: ['@svg-maps/pakistan.districts'],
      licence: SVG_MAPS,
      vintage:
        'Undated; Kohistan (divided in 2014), Chitral (2018) and South Waziristan (2022) are still whole',
      method: `The drawing's paths laid over the country by an affine fit: the vertices that touch no other district (${residualsKm.length} of them) are paired with the nearest position of Pakistan's outline, the best nine tenths are fitted by least squares, ${ROUNDS} times over. Distance of all of them from the outline after the fit: median ${quantile(0.5)} km, nine tenths within ${quantile(0.9)} km, at most ${quantile(1)} km.`,
      knownFaults: [
        'Schematic: a district has 13 to 25 vertices in the main, and its centre is some 5 km off. Fit for a tinted area with a label, never for a measurement.',
        'The outer edge does not follow the line.'
      ],
      featureCount: features.length,
      content: geojsonText(features)
    }
  ];
}

/** @typedef {{ id: string, name: string, rings: Position[][] }} District rings open, in the drawing's units */

/** @returns {District[]} by id */
function readDistricts() {
  const module = readPackageText('@svg-maps/pakistan.districts', 'index.js');
  const map = JSON.parse(module.slice(module.indexOf('{'), module.lastIndexOf('}') + 1));
  return map.locations
    .map((/** @type {{ id: string, name: string, path: string }} */ { id, name, path }) => ({
      id,
      name,
      rings: svgRings(path)
    }))
    .sort((/** @type {District} */ a, /** @type {District} */ b) => (a.id < b.id ? -1 : 1));
}

/** @param {District[]} districts @returns {Position[]} the vertices on the country's outline */
function rimVertices(districts) {
  const edges = districts.flatMap(({ id, rings }) =>
    rings.flatMap((ring) => ring.map((a, i) => ({ id, a, b: ring[(i + 1) % ring.length] })))
  );
  return districts.flatMap(({ id, rings }) =>
    rings
      .flat()
      .filter((p) =>
        edges.every((edge) => edge.id === id || distanceToEdge(p, edge.a, edge.b) > RIM_UNITS)
      )
  );
}

/**
 * @param {Position[]} rim in the drawing's units
 * @returns {{ toLonLat: (p: Position) => Position, residualsKm: number[] }} residuals in rising order
 */
function fit(rim) {
  const target = evenly(outline('PK').map(degrees));
  let toLonLat = overBounds(rim, target);
  for (let round = 0; round < ROUNDS; round++) {
    const pairs = paired(rim, target, toLonLat);
    const best = pairs.slice(0, Math.floor(KEPT_SHARE * pairs.length));
    const terms = best.map(({ from: [x, y] }) => [1, x, y]);
    const [lon, lat] = [0, 1].map((axis) =>
      leastSquares(
        terms,
        best.map(({ to }) => to[axis])
      )
    );
    toLonLat = ([x, y]) => [lon[0] + lon[1] * x + lon[2] * y, lat[0] + lat[1] * x + lat[2] * y];
  }
  return { toLonLat, residualsKm: paired(rim, target, toLonLat).map(({ km }) => km) };
}

/**
 * @param {Position[]} rim
 * @param {Position[]} target
 * @param {(p: Position) => Position} toLonLat
 * @returns {{ from: Position, to: Position, km: number }[]} nearest pairs first
 */
function paired(rim, target, toLonLat) {
  return rim
    .map((from) => {
      const at = toLonLat(from);
      const narrowing = Math.cos((at[1] * Math.PI) / 180);
      let [to, km] = [target[0], Infinity];
      for (const q of target) {
        const distance = Math.hypot((q[0] - at[0]) * narrowing, q[1] - at[1]) * 111.2;
        if (distance < km) [to, km] = [q, distance];
      }
      return { from, to, km };
    })
    .sort((a, b) => a.km - b.km);
}

/** @param {Position[]} from y downwards @param {Position[]} to @returns {(p: Position) => Position} bounds onto bounds */
function overBounds(from, to) {
  const [[x0, x1], [y0, y1], [lon0, lon1], [lat0, lat1]] = [from, to].flatMap((points) =>
    [0, 1].map((axis) => {
      const values = points.map((p) => p[axis]);
      return [Math.min(...values), Math.max(...values)];
    })
  );
  return ([x, y]) => [
    lon0 + ((x - x0) / (x1 - x0)) * (lon1 - lon0),
    lat1 - ((y - y0) / (y1 - y0)) * (lat1 - lat0)
  ];
}

/** @param {Position[]} line in degrees @returns {Position[]} positions about 1 km apart */
function evenly(line) {
  const step = 0.01;
  const out = [line[0]];
  for (const [x, y] of line) {
    const [ax, ay] = out[out.length - 1];
    const n = Math.floor(Math.hypot(x - ax, y - ay) / step);
    for (let k = 1; k <= n; k++) out.push([ax + ((x - ax) * k) / n, ay + ((y - ay) * k) / n]);
  }
  return out;
}

/** @param {Position} p @param {Position} a @param {Position} b */
function distanceToEdge(p, a, b) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const along = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(a[0] + t * dx - p[0], a[1] + t * dy - p[1]);
}

/** @param {Position[]} ring open, in degrees @returns {Position[]} closed, in units of GRID */
function gridRing(ring) {
  const grid = ring.map((p) => /** @type {Position} */ (p.map((v) => Math.round(v / GRID))));
  return withoutSpikes(withoutRepeats([...grid, grid[0]]));
}

/** @param {Position[]} ring in units of GRID */
const toDegrees = (ring) => ring.map((p) => p.map((v) => Number((v * GRID).toFixed(3))));

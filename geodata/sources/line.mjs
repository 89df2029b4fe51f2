import { gzipSize } from '../tools/gzip.mjs';
import { NATURAL_EARTH, ODBL } from '../tools/licences.mjs';
import { geojsonText } from '../tools/datafile.mjs';
import { lengthKm } from '../tools/geodesy.mjs';
import { edgeKey } from '../tools/chains.mjs';
import { sharedBoundary } from '../tools/outlines.mjs';
import { polyline } from '../tools/polyline.mjs';
import { degrees, deltas, micro, MICRO_TRANSFORM, topojsonText } from '../tools/topojson.mjs';
import { naturalEarthBoundary } from '../tools/natural-earth.mjs';
import { readPackageJson } from '../tools/packages.mjs';

/** @typedef {import('../tools/chains.mjs').Micro} Micro */
/** @typedef {import('../tools/datafile.mjs').DataFile} DataFile */

/**
 * The line, at full detail and at the other scales that open sources keep, each oriented from Iran
 * (SW) to China (NE), so that Afghanistan is on its left.
 *
 * @returns {DataFile[]}
 */
export function build() {
  return [fullDetail(), ...naturalEarth(), openStreetMap2022()];
}

/** @returns {Micro[]} the full-detail line, SW to NE */
export function fullLine() {
  const chains = sharedBoundary('AF', 'PK');
  if (chains.length !== 1) throw new Error(`the line came out in ${chains.length} pieces`);
  return chains[0];
}

/** @returns {DataFile} */
function fullDetail() {
  const line = fullLine();
  const content = topojsonText({
    type: 'Topology',
    transform: MICRO_TRANSFORM,
    objects: { line: { type: 'LineString', arcs: [0] } },
    arcs: [deltas(line)]
  });
  const positions = line.map(degrees);
  const plain = geojsonText([feature(positions)]);
  const encoded = polyline(line);
  return {
    id: 'line-osm-2026',
    file: 'line-osm-2026.topojson',
    title: 'The line, full detail (OpenStreetMap 2026)',
    from: ['geo-tz'],
    licence: ODBL,
    vintage: 'OpenStreetMap, 2026',
    method:
      'Edges that the zones Asia/Kabul and Asia/Karachi share in data/timezones.geojson.geo.dat; the cuts along its quads dropped, the pieces joined by equal end positions, oriented from Iran to China. Kept on the microdegree grid of the source, so nothing is lost.',
    knownFaults: [
      'Only as good as OpenStreetMap: where nobody surveyed, edges run straight for up to 70 km.',
      'Where an edge crosses a quad of the source, the source has put a vertex of its own, rounded to a microdegree (0.1 m).'
    ],
    measured: [
      `TopoJSON: ${sizes(content)}`,
      `plain GeoJSON: ${sizes(plain)}`,
      `encoded polyline, precision 6: ${sizes(encoded)}`,
      'FlatGeobuf 4.5.0, once by hand: 554.5 kB, 372.1 kB gzip',
      'TopoJSON was chosen: a standard with a standard reader, small, lossless on this grid, and its arcs let borders.topojson share the line instead of storing it again. The encoded polyline is smaller but has no place for a licence, objects or shared arcs.'
    ],
    featureCount: 1,
    lengthKm: lengthKm(positions),
    content
  };
}

/** @returns {DataFile[]} */
function naturalEarth() {
  return ['10m', '50m', '110m'].map((scale) => {
    const positions = northEastward(naturalEarthBoundary(scale, '004', '586')).map((p) =>
      degrees(micro(p))
    );
    return {
      id: `line-ne-${scale}`,
      file: `line-ne-${scale}.geojson`,
      title: `The line at 1:${scale.replace('m', '')} million (Natural Earth)`,
      from: ['world-atlas'],
      licence: NATURAL_EARTH,
      vintage: 'Natural Earth 4.1.0, 2018',
      method: `Arcs shared by Afghanistan and Pakistan in countries-${scale}.json, rounded to a microdegree.`,
      knownFaults: [
        'The package keeps positions on a grid of about 340 m by 190 m, so the line has small steps.',
        ...(scale === '10m' ? ['1.2 km off the full line on average, up to 4.9 km.'] : []),
        ...(scale === '110m' ? ['Its north-eastern end lies some 55 km east of the others.'] : [])
      ],
      featureCount: 1,
      lengthKm: lengthKm(positions),
      content: geojsonText([feature(positions)])
    };
  });
}

/** @returns {DataFile} */
function openStreetMap2022() {
  const positions = northEastward(afghanSideOf2022());
  return {
    id: 'line-osm-2022',
    file: 'line-osm-2022.geojson',
    title: 'The line at 10 m tolerance (OpenStreetMap 2022)',
    from: ['@osm_borders/maritime_10m'],
    licence: ODBL,
    vintage: 'OpenStreetMap, 2022',
    method:
      'The outline of Afghanistan in borders.geo.json from the first to the last edge that Pakistan’s outline has too.',
    knownFaults: [
      'Simplified to 10 m by the package, for each country by itself: in 13 short places the two outlines do not share their vertices, and Afghanistan’s is kept.'
    ],
    featureCount: 1,
    lengthKm: lengthKm(positions),
    content: geojsonText([feature(positions)])
  };
}

/** @returns {number[][]} Afghanistan's outline from the first to the last edge that Pakistan has too */
function afghanSideOf2022() {
  const pakistan = new Set(
    ringOf2022('PK').flatMap((p, i, ring) => (i ? [edgeKey(p, ring[i - 1])] : []))
  );
  const ring = ringOf2022('AF').slice(1);
  const n = ring.length;
  /** @param {number} i */
  const isShared = (i) => pakistan.has(edgeKey(ring[i % n], ring[(i + 1) % n]));
  const shared = [...ring.keys()].filter(isShared);
  // The longest run without a shared edge is the rest of the country's outline.
  const gaps = shared.map((at, i) => (shared[(i + 1) % shared.length] - at + n) % n);
  const last = gaps.indexOf(Math.max(...gaps));
  const from = shared[(last + 1) % shared.length];
  const length = ((shared[last] + 1 - from + n) % n) + 1;
  return Array.from({ length }, (_, i) => ring[(from + i) % n]).map(([x, y]) => [x / 1e7, y / 1e7]);
}

/** @param {string} iso @returns {Micro[]} in units of 1e-7 degrees, the package's own grid */
function ringOf2022(iso) {
  const borders = readPackageJson('@osm_borders/maritime_10m', 'borders.geo.json');
  const country = borders.features.find(
    (/** @type {import('geojson').Feature} */ f) => f.properties?.isoA2 === iso
  );
  /** @type {number[][]} */
  const ring = country.geometry.geometries[0].coordinates[0];
  return ring.map(([lon, lat]) => [Math.round(lon * 1e7), Math.round(lat * 1e7)]);
}

/** @param {number[][]} line @returns {number[][]} the line from its western end */
function northEastward(line) {
  return line[0][0] < line[line.length - 1][0] ? line : [...line].reverse();
}

/** @param {number[][]} coordinates @returns {import('geojson').Feature} */
function feature(coordinates) {
  return {
    type: 'Feature',
    properties: { name: 'Durand Line' },
    geometry: { type: 'LineString', coordinates }
  };
}

/** @param {string} content */
function sizes(content) {
  const raw = Buffer.byteLength(content);
  return `${(raw / 1000).toFixed(1)} kB, ${(gzipSize(content) / 1000).toFixed(1)} kB gzip`;
}

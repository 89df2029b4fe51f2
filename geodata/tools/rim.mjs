import { assemblePolygons, pointsOf } from './assemble.mjs';
import { key } from './chains.mjs';
import { innerBoundaries, nearestVertex } from './provinces.mjs';
import { snapEnd } from './snap.mjs';

/** @typedef {import('./chains.mjs').Micro} Micro */
/** @typedef {import('./provinces.mjs').Province} Province */
/** @typedef {import('./clip-to-land.mjs').Boundary} Boundary */

/**
 * A piece of boundary with the countries and, in Afghanistan and Pakistan, the provinces on its sides.
 * @typedef {Boundary & { leftProvince?: string, rightProvince?: string, disputed: boolean }} Arc
 */

/** @param {Boundary} boundary */
export const isLine = ({ left, right }) => left === 'AF' && right === 'PK';

/** Which provinces the outline, anticlockwise, has before and after a node. @typedef {{ before: string, after: string }} Node */

/**
 * @param {Province[]} provinces
 * @param {Arc[]} countries
 * @returns {{ inner: Arc[], nodes: Map<string, Node>, moved: { line: number, other: number } }} nodes by nodeKey
 */
export function snapProvinces(provinces, countries) {
  const outlines = { AF: mainRing(countries, 'AF'), PK: mainRing(countries, 'PK') };
  /** @type {Map<string, Node>} */
  const nodes = new Map();
  const onLine = new Set(countries.filter(isLine).flatMap(({ points }) => points.map(key)));
  const moved = { line: 0, other: 0 };
  const inner = innerBoundaries(provinces).map(({ points, left, right, country, reachesRim }) => {
    const sides = { left: country, right: country, leftProvince: left, rightProvince: right };
    if (!reachesRim) return { points, ...sides, disputed: false };
    const snapped = snapEnd(points, outlines[country]);
    const place = onLine.has(key(snapped.points[snapped.points.length - 1])) ? 'line' : 'other';
    moved[place] = Math.max(moved[place], snapped.movedKm);
    const node = nodeKey(country, snapped.points[snapped.points.length - 1]);
    if (nodes.has(node)) throw new Error(`two boundaries end at ${node}`);
    // The boundary comes from inside, so the outline leads from its right to its left.
    nodes.set(node, { before: right, after: left });
    return { points: snapped.points, ...sides, disputed: false };
  });
  return { inner, nodes, moved };
}

/** @param {string} country @param {Micro} position */
const nodeKey = (country, position) => `${country}:${key(position)}`;

/** @param {Arc[]} arcs @param {string} country @returns {Micro[]} the largest ring, anticlockwise */
export function mainRing(arcs, country) {
  const points = arcs.map((arc) => arc.points);
  const [[ring]] = assemblePolygons(
    points,
    refsAround(arcs, ({ left, right }) => [left === country, right === country])
  );
  return ring.flatMap((ref, i) => pointsOf(points, ref).slice(i === 0 ? 0 : 1));
}

/**
 * @param {Arc} boundary
 * @param {Map<string, Node>} nodes
 * @returns {Arc[]} its pieces between the nodes of either country
 */
export function cutAtNodes(boundary, nodes) {
  const { points, left, right } = boundary;
  const cuts = [...points.keys()]
    .slice(1, -1)
    .filter((i) => nodes.has(nodeKey(left, points[i])) || nodes.has(nodeKey(right, points[i])));
  const ends = [0, ...cuts, points.length - 1];
  return ends.slice(1).map((end, i) => ({ ...boundary, points: points.slice(ends[i], end + 1) }));
}

/**
 * Writes into each arc of a country's outline which province it bounds, changing once at each node.
 *
 * @param {Arc[]} rim changed in place
 * @param {'AF' | 'PK'} country
 * @param {Map<string, Node>} nodes
 * @param {Province[]} provinces of the country
 * @throws when two nodes disagree about the province between them
 */
export function nameProvincesAlong(rim, country, nodes, provinces) {
  const points = rim.map((arc) => arc.points);
  const polygons = assemblePolygons(
    points,
    refsAround(rim, ({ left, right }) => [left === country, right === country])
  );
  /** @param {number} ref */
  const nodeAt = (ref) => nodes.get(nodeKey(country, pointsOf(points, ref)[0]));
  for (const ring of polygons.flat()) {
    const start = ring.findIndex(nodeAt);
    let province = start < 0 ? provinceOf(pointsOf(points, ring[0])[0], provinces) : '';
    const turned = [...ring.slice(Math.max(start, 0)), ...ring.slice(0, Math.max(start, 0))];
    for (const ref of turned) {
      const node = nodeAt(ref);
      if (node && province && node.before !== province) {
        throw new Error(`${province} or ${node.before} at ${pointsOf(points, ref)[0]}?`);
      }
      province = node?.after ?? province;
      if (ref < 0) rim[~ref].rightProvince = province;
      else rim[ref].leftProvince = province;
    }
  }
}

/** @param {Micro} position on an island @param {Province[]} provinces @returns {string} the nearest one's id */
function provinceOf(position, provinces) {
  const distances = provinces.map(({ id, polygons }) => ({
    id,
    distance: Math.min(...polygons.flat().map((ring) => nearestVertex(position, ring).distance))
  }));
  distances.sort((a, b) => a.distance - b.distance);
  return distances[0].id;
}

/**
 * @param {Arc[]} arcs
 * @param {(arc: Arc) => [boolean, boolean]} isOn whether the territory is on the arc's left, on its right
 * @returns {number[]} refs with the territory on the left
 */
export function refsAround(arcs, isOn) {
  return arcs.flatMap((arc, i) => {
    const [left, right] = isOn(arc);
    if (left === right) return [];
    return left ? [i] : [~i];
  });
}

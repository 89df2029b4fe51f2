import { key } from './chains.mjs';
import { insideRing, planarArea } from './rings.mjs';

/** @typedef {import('./chains.mjs').Micro} Micro */

/**
 * Builds a territory's polygons from the arcs around it.
 *
 * @param {Micro[][]} arcs all arcs
 * @param {number[]} refs those around the territory, as TopoJSON counts them: i for arc i, ~i for arc
 *   i reversed, so that the territory is on the left
 * @returns {number[][][]} polygons of rings of refs: outer ring (anticlockwise) first, then holes
 * @throws when a ring does not close
 */
export function assemblePolygons(arcs, refs) {
  const rings = joinRefs(arcs, refs).map((ring) => {
    const positions = ring.flatMap((ref) => pointsOf(arcs, ref));
    return { ring, positions, area: planarArea(positions) };
  });
  const outer = rings.filter(({ area }) => area > 0).sort((a, b) => b.area - a.area);
  const holes = rings.filter(({ area }) => area < 0);
  const polygons = outer.map(({ ring }) => [ring]);
  for (const hole of holes) {
    const owners = outer.filter(({ positions }) => insideRing(between(hole.positions), positions));
    // The smallest around it, which is the last.
    const owner = owners[owners.length - 1];
    if (!owner) throw new Error(`a hole lies in no ring, at ${hole.positions[0]}`);
    polygons[outer.indexOf(owner)].push(hole.ring);
  }
  return polygons;
}

/** @param {Micro[][]} arcs @param {number} ref @returns {Micro[]} */
export const pointsOf = (arcs, ref) => (ref < 0 ? [...arcs[~ref]].reverse() : arcs[ref]);

/** @param {Micro[][]} arcs @param {number[]} refs @returns {number[][]} rings */
function joinRefs(arcs, refs) {
  const first = (/** @type {number} */ ref) =>
    key(ref < 0 ? arcs[~ref][arcs[~ref].length - 1] : arcs[ref][0]);
  const last = (/** @type {number} */ ref) => first(~ref);
  /** @type {Map<string, number[]>} */
  const byStart = new Map();
  for (const ref of refs) byStart.set(first(ref), [...(byStart.get(first(ref)) ?? []), ref]);
  const rings = [];
  for (const start of refs) {
    if (!byStart.get(first(start))?.includes(start)) continue;
    /** @type {number[]} */
    const ring = [];
    for (let at = first(start); ;) {
      const next = byStart.get(at)?.shift();
      if (next === undefined) throw new Error(`a ring does not close, at ${at}`);
      ring.push(next);
      at = last(next);
      if (at === first(start)) break;
    }
    rings.push(ring);
  }
  return rings;
}

/** @param {Micro[]} ring @returns {Micro} a position on it that is no vertex of its neighbours */
function between(ring) {
  return [(ring[0][0] + ring[1][0]) / 2, (ring[0][1] + ring[1][1]) / 2];
}

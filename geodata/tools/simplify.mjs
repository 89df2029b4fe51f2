import { presimplify } from 'topojson-simplify';
import { findCrossings } from './crossings.mjs';
import { planarArea } from './rings.mjs';

/** @typedef {import('./chains.mjs').Micro} Micro */

/**
 * What an arc's tolerance is multiplied with, one after the other, while the arc crosses another:
 * mostly more detail helps, but where the source itself touches, only less does.
 */
const FACTORS = [1, 0.5, 2, 0.25, 4, 0.12, 8, 0.06, 16, 0];

/** A ring of one arc keeps triangles of this part of its own area, so that islands stay rings. */
const LEAST_PART = 1 / 20;

/**
 * Simplifies arcs by Visvalingam's method, least triangle first, so that no arc crosses itself or
 * another. Ends stay, so that what was joined stays joined. Where an island and another arc cannot be
 * told apart at any tolerance, the island goes.
 *
 * @param {Micro[][]} arcs
 * @param {(position: Micro, arcIndex: number) => number} leastArea at that position, in square units;
 *   0 keeps the vertex
 * @returns {Micro[][]} the arcs in the same order; one that had to go is empty
 * @throws when crossings remain
 */
export function simplifyArcs(arcs, leastArea) {
  const weighted = presimplify({ type: 'Topology', objects: {}, arcs }).arcs;
  const ringArea = arcs.map((arc) => (isClosed(arc) ? Math.abs(planarArea(arc)) : Infinity));
  const step = arcs.map(() => 0);
  const gone = new Set();
  for (;;) {
    const simple = weighted.map((arc, i) => {
      if (gone.has(i)) return [];
      const most = ringArea[i] * LEAST_PART;
      return arc
        .filter(([x, y, area]) => area >= FACTORS[step[i]] * Math.min(most, leastArea([x, y], i)))
        .map(([x, y]) => /** @type {Micro} */ ([x, y]));
    });
    const crossings = findCrossings(simple);
    if (crossings.length === 0) return simple;
    const open = new Set();
    for (const [a, b] of crossings) {
      if (gone.has(a) || gone.has(b)) continue;
      const smaller = ringArea[a] < ringArea[b] ? a : b;
      if (a !== b && ringArea[smaller] < Infinity) gone.add(smaller);
      else open.add(a).add(b);
    }
    const canMove = [...open].filter((i) => step[i] < FACTORS.length - 1);
    if (open.size > 0 && canMove.length === 0) {
      throw new Error(`arcs cross at every tolerance: ${crossings.slice(0, 5).join(' | ')}`);
    }
    for (const i of canMove) step[i]++;
  }
}

/** @param {Micro[]} arc */
function isClosed(arc) {
  const [a, b] = [arc[0], arc[arc.length - 1]];
  return arc.length > 3 && a[0] === b[0] && a[1] === b[1];
}

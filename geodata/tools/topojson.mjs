/** @typedef {import('./chains.mjs').Micro} Micro */

/**
 * The grid of every TopoJSON file here that belongs to the full-detail line: whole microdegrees, the
 * grid on which the source keeps it, so nothing is lost and vertices of two files compare equal.
 */
export const MICRO_TRANSFORM = {
  scale: /** @type {[number, number]} */ ([1e-6, 1e-6]),
  translate: /** @type {[number, number]} */ ([0, 0])
};

/**
 * @param {Micro[]} positions
 * @returns {Micro[]} the first position, then the steps from one to the next
 */
export function deltas(positions) {
  return positions.map(([x, y], i) =>
    i === 0 ? [x, y] : [x - positions[i - 1][0], y - positions[i - 1][1]]
  );
}

/** @param {Micro} position @returns {[number, number]} [lon, lat] in degrees */
export const degrees = ([x, y]) => [x / 1e6, y / 1e6];

/** @param {number[]} position [lon, lat] in degrees @returns {Micro} */
export const micro = ([lon, lat]) => [Math.round(lon * 1e6), Math.round(lat * 1e6)];

/** @param {object} topology @returns {string} compact JSON */
export const topojsonText = (topology) => `${JSON.stringify(topology)}\n`;

/**
 * Drops arcs that no object uses and numbers the rest anew, in their old order.
 *
 * @param {any[]} objects TopoJSON geometries, changed in place
 * @param {Micro[][]} arcs
 * @returns {Micro[][]} the arcs in use
 */
export function pruneArcs(objects, arcs) {
  const used = new Set();
  const visit = (/** @type {any} */ refs) => {
    if (Array.isArray(refs)) refs.forEach(visit);
    else used.add(refs < 0 ? ~refs : refs);
  };
  const geometries = objects.flatMap((object) => object.geometries ?? [object]);
  for (const geometry of geometries) visit(geometry.arcs);
  const kept = [...arcs.keys()].filter((i) => used.has(i));
  const renumbered = new Map(kept.map((old, now) => [old, now]));
  /** @param {any} refs @returns {any} */
  const renumber = (refs) => {
    if (Array.isArray(refs)) return refs.map(renumber);
    return refs < 0 ? ~Number(renumbered.get(~refs)) : renumbered.get(refs);
  };
  for (const geometry of geometries) geometry.arcs = renumber(geometry.arcs);
  return kept.map((i) => arcs[i]);
}

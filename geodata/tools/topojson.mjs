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

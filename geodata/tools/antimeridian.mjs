import { withoutRepeats } from './rings.mjs';

/** @typedef {import('./chains.mjs').Micro} Micro */

/**
 * Cuts a ring that jumps over the antimeridian, as spherical data has it, into rings that do not
 * (RFC 7946, 3.1.9). A ring around the South Pole is led down to the pole.
 *
 * @param {Micro[]} ring closed
 * @param {number} half 180 degrees in the ring's units
 * @returns {Micro[][]} closed rings
 */
export function cutAtAntimeridian(ring, half) {
  /** @type {Micro[][]} */
  const runs = [[ring[0]]];
  for (let i = 1; i < ring.length; i++) {
    const [p, q] = [ring[i - 1], ring[i]];
    if (Math.abs(q[0] - p[0]) > half) {
      const side = p[0] > 0 ? half : -half;
      const lat = crossingLatitude(p, q, half);
      runs[runs.length - 1].push([side, lat]);
      runs.push([[-side, lat]]);
    }
    runs[runs.length - 1].push(q);
  }
  if (runs.length === 1) return [ring];
  // The ring's own start is no cut: its first and last run are one.
  const last = /** @type {Micro[]} */ (runs.pop());
  runs[0] = [...last, ...runs[0].slice(1)];
  return runs.map((run) => {
    const [start, end] = [run[0], run[run.length - 1]];
    /** @type {Micro[]} */
    const pole =
      start[0] === end[0]
        ? []
        : [
            [end[0], -half / 2],
            [start[0], -half / 2]
          ];
    return withoutRepeats([...run, ...pole, start]);
  });
}

/** @param {Micro} p @param {Micro} q @param {number} half */
function crossingLatitude(p, q, half) {
  const toEdge = half - Math.abs(p[0]);
  const width = toEdge + half - Math.abs(q[0]);
  return width === 0 ? p[1] : Math.round(p[1] + ((q[1] - p[1]) * toEdge) / width);
}

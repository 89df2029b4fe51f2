/** @typedef {import('./chains.mjs').Micro} Micro */

/**
 * Finds where arcs cross, touch or overlap themselves or each other. Segments may share an end
 * position, as neighbours in an arc and arcs at a node do; all else counts.
 *
 * @param {Micro[][]} arcs whole-number positions; products of two segments' lengths must stay below
 *   2^53 for the answer to be exact
 * @returns {[number, number][]} the two arcs of each crossing
 */
export function findCrossings(arcs) {
  const segments = arcs.flatMap((arc, arcIndex) =>
    arc.slice(1).map((b, i) => ({ a: arc[i], b, arcIndex, west: Math.min(arc[i][0], b[0]) }))
  );
  segments.sort((s, t) => s.west - t.west);
  /** @type {[number, number][]} */
  const crossings = [];
  for (let i = 0; i < segments.length; i++) {
    const s = segments[i];
    const east = Math.max(s.a[0], s.b[0]);
    for (let j = i + 1; j < segments.length && segments[j].west <= east; j++) {
      const t = segments[j];
      if (conflict(s.a, s.b, t.a, t.b)) crossings.push([s.arcIndex, t.arcIndex]);
    }
  }
  return crossings;
}

/** @param {Micro} a @param {Micro} b @param {Micro} c @param {Micro} d */
function conflict(a, b, c, d) {
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1])) return false;
  if (Math.max(c[1], d[1]) < Math.min(a[1], b[1])) return false;
  if (same(a, c)) return overlap(a, b, d);
  if (same(a, d)) return overlap(a, b, c);
  if (same(b, c)) return overlap(b, a, d);
  if (same(b, d)) return overlap(b, a, c);
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (abc === 0 && abd === 0) return between(a, b, c) || between(a, b, d) || between(c, d, a);
  return abc * abd <= 0 && cda * cdb <= 0;
}

/** Whether two segments out of one position run over each other. @param {Micro} o @param {Micro} p @param {Micro} q */
function overlap(o, p, q) {
  const along = (p[0] - o[0]) * (q[0] - o[0]) + (p[1] - o[1]) * (q[1] - o[1]);
  return turn(o, p, q) === 0 && along > 0;
}

/** @param {Micro} a @param {Micro} b @param {Micro} p */
function between(a, b, p) {
  return (p[0] - a[0]) * (p[0] - b[0]) <= 0 && (p[1] - a[1]) * (p[1] - b[1]) <= 0;
}

/** @param {Micro} a @param {Micro} b @param {Micro} c @returns {number} 1 left, -1 right, 0 straight on */
function turn(a, b, c) {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

/** @param {Micro} a @param {Micro} b */
const same = (a, b) => a[0] === b[0] && a[1] === b[1];

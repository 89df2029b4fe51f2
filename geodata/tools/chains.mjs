/** @typedef {[number, number]} Micro a position in whole microdegrees, [lon, lat] */

/** @param {Micro} position @returns {string} the same for the same position */
export const key = ([x, y]) => `${x},${y}`;

/** @param {Micro} a @param {Micro} b @returns {string} the same for the same directed edge */
export const edgeKey = (a, b) => `${key(a)};${key(b)}`;

/**
 * Joins pieces end to start into the longest chains. Where several pieces start at one position, the
 * one that was given first is taken first.
 *
 * @param {Micro[][]} pieces directed
 * @returns {Micro[][]} chains; a closed one repeats its first position at its end
 */
export function joinChains(pieces) {
  /** @type {Map<string, Micro[][]>} */
  const byStart = new Map();
  const ends = new Set();
  for (const piece of pieces) {
    const start = key(piece[0]);
    byStart.set(start, [...(byStart.get(start) ?? []), piece]);
    ends.add(key(piece[piece.length - 1]));
  }
  const used = new Set();
  /** @param {Micro[]} first */
  const follow = (first) => {
    const chain = [...first];
    used.add(first);
    for (;;) {
      const end = key(chain[chain.length - 1]);
      if (end === key(chain[0])) return chain;
      const next = byStart.get(end)?.find((piece) => !used.has(piece));
      if (!next) return chain;
      used.add(next);
      for (let i = 1; i < next.length; i++) chain.push(next[i]);
    }
  };
  // Pieces that nothing leads to come first: a chain must not start in its own middle.
  const chains = [];
  for (const piece of pieces) {
    if (!used.has(piece) && !ends.has(key(piece[0]))) chains.push(follow(piece));
  }
  for (const piece of pieces) {
    if (!used.has(piece)) chains.push(follow(piece));
  }
  return chains;
}

/** @typedef {import('./chains.mjs').Micro} Micro */

/** @param {Micro[]} ring closed @returns {number} its planar area in square units, anticlockwise positive */
export function planarArea(ring) {
  const [ox, oy] = ring[0];
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
    twice += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
  }
  return twice / 2;
}

/** @param {Micro[][]} polygon closed rings @returns {Micro[][]} outer ring anticlockwise, holes clockwise */
export function rightHanded(polygon) {
  return polygon.map((ring, i) =>
    planarArea(ring) > 0 === (i === 0) ? ring : [...ring].reverse()
  );
}

/** @param {Micro} position @param {Micro[]} ring closed @returns {boolean} whether it lies inside */
export function insideRing([x, y], ring) {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** @param {Micro[]} positions @returns {Micro[]} without positions that repeat the one before */
export function withoutRepeats(positions) {
  return positions.filter((p, i) => i === 0 || !same(p, positions[i - 1]));
}

/** @param {Micro[]} ring closed @returns {Micro[]} without tips that it only runs out to and back */
export function withoutSpikes(ring) {
  /** @type {Micro[]} */
  let kept = [];
  for (const p of ring) {
    kept.push(p);
    while (kept.length > 2 && same(p, kept[kept.length - 3])) kept.splice(-2);
  }
  while (kept.length > 3 && same(kept[1], kept[kept.length - 2])) kept = kept.slice(1, -1);
  return kept;
}

/** @param {Micro} a @param {Micro} b */
const same = (a, b) => a[0] === b[0] && a[1] === b[1];

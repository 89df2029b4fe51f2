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

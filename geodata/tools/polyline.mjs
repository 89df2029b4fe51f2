/**
 * Google's encoded polyline at precision 6, to compare sizes with.
 *
 * @param {import('./chains.mjs').Micro[]} positions
 * @returns {string}
 */
export function polyline(positions) {
  let text = '';
  let before = [0, 0];
  for (const [x, y] of positions) {
    text += encode(y - before[1]) + encode(x - before[0]);
    before = [x, y];
  }
  return text;
}

/** @param {number} step */
function encode(step) {
  let bits = step < 0 ? ~(step << 1) : step << 1;
  let text = '';
  while (bits >= 0x20) {
    text += String.fromCharCode((0x20 | (bits & 0x1f)) + 63);
    bits >>= 5;
  }
  return text + String.fromCharCode(bits + 63);
}

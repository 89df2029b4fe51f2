/**
 * The rings of an SVG path made of straight pieces (m, l, z and their capitals).
 *
 * @param {string} path
 * @returns {[number, number][][]} open rings in the drawing's units, y downwards
 * @throws on any other command
 */
export function svgRings(path) {
  const tokens = path.match(/[a-z]|-?[\d.]+/gi) ?? [];
  /** @type {[number, number][][]} */
  const rings = [];
  let [x, y] = [0, 0];
  let command = '';
  for (let i = 0; i < tokens.length;) {
    if (/[a-z]/i.test(tokens[i])) command = tokens[i++];
    if (command === 'z' || command === 'Z') {
      [x, y] = rings[rings.length - 1][0];
      continue;
    }
    const isRelative = command === 'm' || command === 'l';
    if (!isRelative && command !== 'M' && command !== 'L') throw new Error(`command ${command}`);
    x = Number(tokens[i++]) + (isRelative ? x : 0);
    y = Number(tokens[i++]) + (isRelative ? y : 0);
    if (command === 'm' || command === 'M') {
      rings.push([]);
      command = isRelative ? 'l' : 'L';
    }
    rings[rings.length - 1].push([x, y]);
  }
  return rings;
}

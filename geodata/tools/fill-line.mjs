/**
 * @typedef {import('topojson-specification').Topology} Topology
 * @typedef {import('topojson-specification').Arc} Arc
 */

/**
 * Puts the line into borders.topojson, whose first arcs are left empty because they are the line's:
 * arc i is the line's vertices lineNodes[i] to lineNodes[i + 1]. Both files are on one grid, so the
 * positions come out equal to the bit.
 *
 * @template {Topology & { lineNodes: number[] }} T
 * @param {T} borders borders.topojson, not changed
 * @param {Topology} line line-osm-2026.topojson
 * @returns {T} the same topology with those arcs filled in
 * @throws when the two files are not on one grid or not of one build
 */
export function fillLineArcs(borders, line) {
  if (JSON.stringify(borders.transform) !== JSON.stringify(line.transform)) {
    throw new Error('the line and the borders are not on one grid');
  }
  const steps = line.arcs[0];
  const { lineNodes } = borders;
  if (lineNodes[lineNodes.length - 1] !== steps.length - 1) {
    throw new Error(`the line has ${steps.length} vertices, the borders want another`);
  }
  let [x, y] = [0, 0];
  let vertex = 0;
  const filled = lineNodes.slice(1).map((end, i) => {
    for (; vertex <= lineNodes[i]; vertex++) {
      x += steps[vertex][0];
      y += steps[vertex][1];
    }
    /** @type {Arc} */
    const arc = [[x, y], ...steps.slice(lineNodes[i] + 1, end + 1)];
    return arc;
  });
  return { ...borders, arcs: [...filled, ...borders.arcs.slice(filled.length)] };
}

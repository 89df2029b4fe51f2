import type { MultiPolygon, Polygon } from 'geojson';
import { orient2d } from 'robust-predicates';
import { buildBoxTree, endOfEdges, firstEdge, type BoxTree } from './box-tree';
import { kept } from './kept';
import type { LonLat } from './position';

const EDGES_PER_LEAF = 32;

/**
 * Tells whether a polygon, which must not be changed later, holds a position, with edges straight in
 * longitude and latitude: in some microseconds, once the first question has prepared it. Of a
 * position on an edge that two polygons share, one of them holds it.
 */
export function createWithin(polygon: Polygon | MultiPolygon): (position: LonLat) => boolean {
  return ([lon, lat]) => isWithin(treesOf(polygon), lon, lat);
}

/** Kept, since many zones ask about the same few countries and provinces. */
const treesOf = kept((polygon: Polygon | MultiPolygon): BoxTree[] => {
  const rings = polygon.type === 'Polygon' ? polygon.coordinates : polygon.coordinates.flat();
  return rings.map((ring) => {
    const path = {
      x: Float64Array.from(ring, ([x]) => x),
      y: Float64Array.from(ring, ([, y]) => y)
    };
    return buildBoxTree(path, EDGES_PER_LEAF);
  });
});

/** Whether a point is within closed paths, or paths that close each other, by the even-odd rule. */
export function isWithin(trees: readonly BoxTree[], x: number, y: number): boolean {
  let crossed = 0;
  for (const tree of trees) crossed += crossedEastward(tree, 1, x, y);
  return crossed % 2 === 1;
}

/** How many edges of a node a ray from a point to the east crosses. */
function crossedEastward(tree: BoxTree, node: number, px: number, py: number): number {
  const { boxes, leaves } = tree;
  const at = 4 * node;
  if (boxes[at + 1] > py || boxes[at + 3] < py || boxes[at + 2] < px) return 0;
  if (node < leaves) {
    return crossedEastward(tree, 2 * node, px, py) + crossedEastward(tree, 2 * node + 1, px, py);
  }
  const { x, y } = tree.path;
  let crossed = 0;
  for (let i = firstEdge(tree, node); i < endOfEdges(tree, node); i++) {
    const goesUp = y[i + 1] > py;
    if (y[i] > py === goesUp) continue;
    if (orient2d(x[i], y[i], x[i + 1], y[i + 1], px, py) < 0 === goesUp) crossed++;
  }
  return crossed;
}

import { orient2d } from 'robust-predicates';
import { buildBoxTree, endOfEdges, firstEdge, type BoxTree, type Path } from '../geodesy/box-tree';

/** Where a path crosses or touches itself: on two edges, the earlier first. */
export interface SelfCrossing {
  edge: number;
  otherEdge: number;
  x: number;
  y: number;
}

const EDGES_PER_LEAF = 16;

/**
 * All crossings of a path with itself, by the edge where each closes. A path whose edges all point
 * into one half of the compass cannot cross itself, so a smooth path is passed over quickly
 * (P. Volino and N. Magnenat Thalmann, Efficient self-collision detection on smoothly discretized
 * surface animations, Computer Graphics Forum 13, 1994).
 */
export function selfCrossings(path: Path): SelfCrossing[] {
  const edges = path.x.length - 1;
  if (edges < 3) return [];
  const tree = buildTree(path);
  const found: SelfCrossing[] = [];
  searchWithin(tree, 1, found);
  return found.sort((a, b) => a.otherEdge - b.otherEdge || b.edge - a.edge);
}

interface Tree extends BoxTree {
  /** The eighths of the compass into which a node's edges point, as bits. */
  eighths: Uint8Array;
  /** Whether the first point is the last again, so that the first edge follows the last. */
  isClosed: boolean;
}

/** One for all, since one path is looked at at a time and room takes time. */
let room = new Float64Array(0);

function buildTree(path: Path): Tree {
  const tree = buildBoxTree(path, EDGES_PER_LEAF, room);
  const { edges, leaves, boxes } = tree;
  room = boxes;
  const eighths = new Uint8Array(2 * leaves);
  for (let leaf = 0; leaf < leaves; leaf++) {
    eighths[leaves + leaf] = eighthsOf(path, leaf * EDGES_PER_LEAF, edges);
  }
  for (let node = leaves - 1; node > 0; node--) {
    eighths[node] = eighths[2 * node] | eighths[2 * node + 1];
  }
  const { x, y } = path;
  return { ...tree, eighths, isClosed: x[0] === x[edges] && y[0] === y[edges] };
}

/** The eighths into which the edges of a leaf point. */
function eighthsOf({ x, y }: Path, first: number, edges: number): number {
  const end = Math.min(first + EDGES_PER_LEAF, edges);
  let fromX = x[first];
  let fromY = y[first];
  let set = 0;
  for (let i = first + 1; i <= end; i++) {
    const toX = x[i];
    const toY = y[i];
    set |= eighthOf(toX - fromX, toY - fromY);
    fromX = toX;
    fromY = toY;
  }
  return set;
}

/** The eighths of the compass, in bits, by the signs of dx and dy and whether dx is the longer. */
const EIGHTHS = Uint8Array.of(1 << 1, 1 << 0, 1 << 2, 1 << 3, 1 << 6, 1 << 7, 1 << 5, 1 << 4);

/** The eighth of the compass that a direction is in, as a bit, counter-clockwise from east. */
function eighthOf(dx: number, dy: number): number {
  const isLong = Math.abs(dx) > Math.abs(dy) ? 1 : 0;
  return EIGHTHS[(dy < 0 ? 4 : 0) | (dx < 0 ? 2 : 0) | isLong];
}

/** For each set of eighths, whether four that follow each other hold it. */
const IS_HALF = Uint8Array.from({ length: 256 }, (_, set) => {
  const halves = Array.from({ length: 8 }, (_, k) => (0b1111 << k) | (0b1111 >> (8 - k)));
  return halves.some((half) => (set & ~half) === 0) ? 1 : 0;
});

function searchWithin(tree: Tree, node: number, found: SelfCrossing[]): void {
  if (IS_HALF[tree.eighths[node]]) return;
  if (node >= tree.leaves) return crossLeaves(tree, node, node, found);
  searchWithin(tree, 2 * node, found);
  searchWithin(tree, 2 * node + 1, found);
  searchBetween(tree, 2 * node, 2 * node + 1, found);
}

/** Looks at two nodes of the same depth, the earlier first. */
function searchBetween(tree: Tree, a: number, b: number, found: SelfCrossing[]): void {
  const { boxes, eighths } = tree;
  const [p, q] = [4 * a, 4 * b];
  if (boxes[p] > boxes[q + 2] || boxes[q] > boxes[p + 2]) return;
  if (boxes[p + 1] > boxes[q + 3] || boxes[q + 1] > boxes[p + 3]) return;
  if (b === a + 1 && IS_HALF[eighths[a] | eighths[b]]) return;
  if (a >= tree.leaves) return crossLeaves(tree, a, b, found);
  searchBetween(tree, 2 * a, 2 * b, found);
  searchBetween(tree, 2 * a, 2 * b + 1, found);
  searchBetween(tree, 2 * a + 1, 2 * b, found);
  searchBetween(tree, 2 * a + 1, 2 * b + 1, found);
}

function crossLeaves(tree: Tree, a: number, b: number, found: SelfCrossing[]): void {
  const { edges, isClosed, path } = tree;
  for (let i = firstEdge(tree, a); i < endOfEdges(tree, a); i++) {
    for (let j = Math.max(firstEdge(tree, b), i + 2); j < endOfEdges(tree, b); j++) {
      if (isClosed && i === 0 && j === edges - 1) continue;
      const crossing = crossEdges(path, i, j);
      if (crossing) found.push(crossing);
    }
  }
}

function crossEdges({ x, y }: Path, i: number, j: number): SelfCrossing | null {
  const [ax, ay, bx, by] = [x[i], y[i], x[i + 1], y[i + 1]];
  const [cx, cy, dx, dy] = [x[j], y[j], x[j + 1], y[j + 1]];
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return null;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return null;
  const [a, b] = [orient2d(cx, cy, dx, dy, ax, ay), orient2d(cx, cy, dx, dy, bx, by)];
  if ((a > 0 && b > 0) || (a < 0 && b < 0)) return null;
  const [c, d] = [orient2d(ax, ay, bx, by, cx, cy), orient2d(ax, ay, bx, by, dx, dy)];
  if ((c > 0 && d > 0) || (c < 0 && d < 0)) return null;
  const share = a === b ? 1 : a / (a - b);
  return { edge: i, otherEdge: j, x: ax + share * (bx - ax), y: ay + share * (by - ay) };
}

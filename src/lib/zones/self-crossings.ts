import { orient2d } from 'robust-predicates';
import type { Path } from './crossings';

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

/** A binary tree over leaves of consecutive edges; the children of node n are 2n and 2n + 1. */
interface Tree {
  path: Path;
  edges: number;
  leaves: number;
  /** West, south, east, north of each node. */
  boxes: Float64Array;
  /** The eighths of the compass into which a node's edges point, as bits. */
  eighths: Uint8Array;
  /** Whether the first point is the last again, so that the first edge follows the last. */
  isClosed: boolean;
}

function buildTree(path: Path): Tree {
  const { x, y } = path;
  const edges = x.length - 1;
  let leaves = 1;
  while (leaves * EDGES_PER_LEAF < edges) leaves *= 2;
  const boxes = new Float64Array(8 * leaves);
  const eighths = new Uint8Array(2 * leaves);
  const isClosed = x[0] === x[edges] && y[0] === y[edges];
  const tree = { path, edges, leaves, boxes, eighths, isClosed };
  for (let leaf = 0; leaf < leaves; leaf++) boundLeaf(tree, leaf);
  for (let node = leaves - 1; node > 0; node--) {
    const [at, a, b] = [4 * node, 8 * node, 8 * node + 4];
    boxes[at] = Math.min(boxes[a], boxes[b]);
    boxes[at + 1] = Math.min(boxes[a + 1], boxes[b + 1]);
    boxes[at + 2] = Math.max(boxes[a + 2], boxes[b + 2]);
    boxes[at + 3] = Math.max(boxes[a + 3], boxes[b + 3]);
    eighths[node] = eighths[2 * node] | eighths[2 * node + 1];
  }
  return tree;
}

function boundLeaf({ path, edges, leaves, boxes, eighths }: Tree, leaf: number): void {
  const { x, y } = path;
  const at = 4 * (leaves + leaf);
  const first = leaf * EDGES_PER_LEAF;
  const last = Math.min(first + EDGES_PER_LEAF, edges);
  let fromX = x[first];
  let fromY = y[first];
  let [west, east, south, north] = [fromX, fromX, fromY, fromY];
  let set = 0;
  for (let i = first + 1; i <= last; i++) {
    const toX = x[i];
    const toY = y[i];
    west = Math.min(west, toX);
    east = Math.max(east, toX);
    south = Math.min(south, toY);
    north = Math.max(north, toY);
    set |= eighthOf(toX - fromX, toY - fromY);
    fromX = toX;
    fromY = toY;
  }
  const isEmpty = first >= edges;
  boxes[at] = isEmpty ? Infinity : west;
  boxes[at + 1] = isEmpty ? Infinity : south;
  boxes[at + 2] = isEmpty ? -Infinity : east;
  boxes[at + 3] = isEmpty ? -Infinity : north;
  eighths[leaves + leaf] = set;
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
  const { edges, leaves, isClosed, path } = tree;
  const [firstA, firstB] = [(a - leaves) * EDGES_PER_LEAF, (b - leaves) * EDGES_PER_LEAF];
  for (let i = firstA; i < Math.min(firstA + EDGES_PER_LEAF, edges); i++) {
    for (let j = Math.max(firstB, i + 2); j < Math.min(firstB + EDGES_PER_LEAF, edges); j++) {
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

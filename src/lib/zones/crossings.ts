import { orient2d } from 'robust-predicates';
import { buildBoxTree, endOfEdges, firstEdge, type BoxTree, type Path } from '../geodesy/box-tree';

/** Where an edge of one path crosses an edge of another. */
export interface Crossing {
  /** The edge of the first path and how far along it, as a share; the same for the second. */
  edge: number;
  share: number;
  otherEdge: number;
  otherShare: number;
  /** Whether the first path passes from the right of the second to its left. */
  isEntering: boolean;
  x: number;
  y: number;
}

/** A path with the boxes around its edges, to find crossings quickly. */
export interface BoxedPath extends Path {
  tree: BoxTree;
}

const EDGES_PER_LEAF = 32;

export function boxPath({ x, y }: Path): BoxedPath {
  return { x, y, tree: buildBoxTree({ x, y }, EDGES_PER_LEAF) };
}

/**
 * All crossings of two paths, in no order. Where they touch or run along each other, they are counted
 * as if the first path were moved a little, as if no two points had ever coincided: so a closed path
 * is left as often as it is entered (H. Edelsbrunner and E. P. Mücke, Simulation of simplicity, ACM
 * Trans. Graphics 9, 1990).
 */
export function findCrossings(path: BoxedPath, other: BoxedPath): Crossing[] {
  const found: Crossing[] = [];
  crossNodes(path.tree, 1, other.tree, 1, found);
  return found;
}

/** Goes down both trees by turns, as far as their boxes meet. */
function crossNodes(p: BoxTree, a: number, q: BoxTree, b: number, found: Crossing[]): void {
  if (!boxesMeet(p.boxes, 4 * a, q.boxes, 4 * b)) return;
  const isLeafA = a >= p.leaves;
  const isLeafB = b >= q.leaves;
  if (isLeafA && isLeafB) return crossLeaves(p, a, q, b, found);
  for (let i = isLeafA ? a : 2 * a; i <= (isLeafA ? a : 2 * a + 1); i++) {
    for (let j = isLeafB ? b : 2 * b; j <= (isLeafB ? b : 2 * b + 1); j++) {
      crossNodes(p, i, q, j, found);
    }
  }
}

function boxesMeet(p: Float64Array, a: number, q: Float64Array, b: number): boolean {
  return p[a] <= q[b + 2] && q[b] <= p[a + 2] && p[a + 1] <= q[b + 3] && q[b + 1] <= p[a + 3];
}

function crossLeaves(p: BoxTree, a: number, q: BoxTree, b: number, found: Crossing[]): void {
  for (let i = firstEdge(p, a); i < endOfEdges(p, a); i++) {
    if (!edgeMeetsBox(p.path, i, q.boxes, 4 * b)) continue;
    for (let j = firstEdge(q, b); j < endOfEdges(q, b); j++) {
      if (!edgeMeetsBox(q.path, j, p.boxes, 4 * a)) continue;
      const crossing = crossEdges(p.path, i, q.path, j);
      if (crossing) found.push(crossing);
    }
  }
}

function edgeMeetsBox({ x, y }: Path, i: number, boxes: Float64Array, box: number): boolean {
  if (x[i] < boxes[box] && x[i + 1] < boxes[box]) return false;
  if (x[i] > boxes[box + 2] && x[i + 1] > boxes[box + 2]) return false;
  if (y[i] < boxes[box + 1] && y[i + 1] < boxes[box + 1]) return false;
  return !(y[i] > boxes[box + 3] && y[i + 1] > boxes[box + 3]);
}

function crossEdges(p: Path, i: number, q: Path, j: number): Crossing | null {
  const ax = p.x[i];
  const ay = p.y[i];
  const bx = p.x[i + 1];
  const by = p.y[i + 1];
  const cx = q.x[j];
  const cy = q.y[j];
  const dx = q.x[j + 1];
  const dy = q.y[j + 1];
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return null;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return null;
  const [a, b] = [orient2d(cx, cy, dx, dy, ax, ay), orient2d(cx, cy, dx, dy, bx, by)];
  const isEntering = isLeft(b, dx - cx, dy - cy);
  if (isLeft(a, dx - cx, dy - cy) === isEntering) return null;
  const [c, d] = [orient2d(ax, ay, bx, by, cx, cy), orient2d(ax, ay, bx, by, dx, dy)];
  if (isLeft(c, ax - bx, ay - by) === isLeft(d, ax - bx, ay - by)) return null;
  const share = a / (a - b);
  return {
    edge: i,
    share,
    otherEdge: j,
    otherShare: c / (c - d),
    isEntering,
    x: ax + share * (bx - ax),
    y: ay + share * (by - ay)
  };
}

/**
 * Whether a point is to the left of an edge, by the sign of orient2d, which where y points up is
 * negative on the left. A point on it is told as if it were moved right, and less so up, relative to
 * the edge, which runs in the direction (dx, dy).
 */
function isLeft(orientation: number, dx: number, dy: number): boolean {
  if (orientation !== 0) return orientation < 0;
  return dy !== 0 ? dy < 0 : dx > 0;
}

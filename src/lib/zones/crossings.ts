import { orient2d } from 'robust-predicates';

/** A path in the plane. */
export interface Path {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}

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

/** A path with the boxes around each few of its edges, to find crossings quickly. */
export interface BoxedPath extends Path {
  /** West, south, east, north of each block of edges. */
  boxes: Float64Array;
}

const EDGES_PER_BOX = 32;

export function boxPath({ x, y }: Path): BoxedPath {
  const boxes = new Float64Array(4 * Math.ceil(Math.max(0, x.length - 1) / EDGES_PER_BOX));
  for (let block = 0; block < boxes.length / 4; block++) {
    const first = block * EDGES_PER_BOX;
    let west = x[first];
    let south = y[first];
    let east = west;
    let north = south;
    const last = Math.min(first + EDGES_PER_BOX, x.length - 1);
    for (let i = first + 1; i <= last; i++) {
      if (x[i] < west) west = x[i];
      else if (x[i] > east) east = x[i];
      if (y[i] < south) south = y[i];
      else if (y[i] > north) north = y[i];
    }
    boxes[4 * block] = west;
    boxes[4 * block + 1] = south;
    boxes[4 * block + 2] = east;
    boxes[4 * block + 3] = north;
  }
  return { x, y, boxes };
}

/**
 * All crossings of two paths, in no order. Where they touch or run along each other, they are counted
 * as if the first path were moved a little, as if no two points had ever coincided: so a closed path
 * is left as often as it is entered (H. Edelsbrunner and E. P. Mücke, Simulation of simplicity, ACM
 * Trans. Graphics 9, 1990).
 */
export function findCrossings(path: BoxedPath, other: BoxedPath): Crossing[] {
  const found: Crossing[] = [];
  for (let a = 0; a < path.boxes.length; a += 4) {
    for (let b = 0; b < other.boxes.length; b += 4) {
      if (boxesMeet(path.boxes, a, other.boxes, b)) crossBlocks(path, a / 4, other, b / 4, found);
    }
  }
  return found;
}

function boxesMeet(p: Float64Array, a: number, q: Float64Array, b: number): boolean {
  return p[a] <= q[b + 2] && q[b] <= p[a + 2] && p[a + 1] <= q[b + 3] && q[b + 1] <= p[a + 3];
}

function crossBlocks(p: BoxedPath, a: number, q: BoxedPath, b: number, found: Crossing[]): void {
  const end = (path: Path, block: number) =>
    Math.min((block + 1) * EDGES_PER_BOX, path.x.length - 1);
  for (let i = a * EDGES_PER_BOX; i < end(p, a); i++) {
    if (!edgeMeetsBox(p, i, q.boxes, 4 * b)) continue;
    for (let j = b * EDGES_PER_BOX; j < end(q, b); j++) {
      if (!edgeMeetsBox(q, j, p.boxes, 4 * a)) continue;
      const crossing = crossEdges(p, i, q, j);
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

/** Whether a point is within closed paths, or paths that close each other, by the even-odd rule. */
export function isWithin(paths: readonly BoxedPath[], x: number, y: number): boolean {
  let crossed = 0;
  for (const path of paths) {
    for (let b = 0; b < path.boxes.length; b += 4) {
      if (path.boxes[b + 1] > y || path.boxes[b + 3] < y || path.boxes[b + 2] < x) continue;
      crossed += crossedEastward(path, b / 4, x, y);
    }
  }
  return crossed % 2 === 1;
}

/** How many edges of a block a ray from a point to the east crosses. */
function crossedEastward({ x, y }: Path, block: number, px: number, py: number): number {
  let crossed = 0;
  const end = Math.min((block + 1) * EDGES_PER_BOX, x.length - 1);
  for (let i = block * EDGES_PER_BOX; i < end; i++) {
    const goesUp = y[i + 1] > py;
    if (y[i] > py === goesUp) continue;
    if (orient2d(x[i], y[i], x[i + 1], y[i + 1], px, py) < 0 === goesUp) crossed++;
  }
  return crossed;
}

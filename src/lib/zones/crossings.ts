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
    let [west, south, east, north] = [x[first], y[first], x[first], y[first]];
    for (let i = first; i <= Math.min(first + EDGES_PER_BOX, x.length - 1); i++) {
      west = Math.min(west, x[i]);
      south = Math.min(south, y[i]);
      east = Math.max(east, x[i]);
      north = Math.max(north, y[i]);
    }
    boxes.set([west, south, east, north], 4 * block);
  }
  return { x, y, boxes };
}

/** All crossings of two paths, in no order. Paths that only touch in a point may cross or not. */
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

function crossBlocks(p: Path, a: number, q: Path, b: number, found: Crossing[]): void {
  const end = (path: Path, block: number) =>
    Math.min((block + 1) * EDGES_PER_BOX, path.x.length - 1);
  for (let i = a * EDGES_PER_BOX; i < end(p, a); i++) {
    for (let j = b * EDGES_PER_BOX; j < end(q, b); j++) {
      const crossing = crossEdges(p, i, q, j);
      if (crossing) found.push(crossing);
    }
  }
}

function crossEdges(p: Path, i: number, q: Path, j: number): Crossing | null {
  const [ax, ay, bx, by] = [p.x[i], p.y[i], p.x[i + 1], p.y[i + 1]];
  const [cx, cy, dx, dy] = [q.x[j], q.y[j], q.x[j + 1], q.y[j + 1]];
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return null;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return null;
  const [a, b] = [orient2d(cx, cy, dx, dy, ax, ay), orient2d(cx, cy, dx, dy, bx, by)];
  const [c, d] = [orient2d(ax, ay, bx, by, cx, cy), orient2d(ax, ay, bx, by, dx, dy)];
  if (a < 0 === b < 0 || c < 0 === d < 0) return null;
  const share = a / (a - b);
  return {
    edge: i,
    share,
    otherEdge: j,
    otherShare: c / (c - d),
    isEntering: b < 0, // where y points up, orient2d is negative on the left
    x: ax + share * (bx - ax),
    y: ay + share * (by - ay)
  };
}

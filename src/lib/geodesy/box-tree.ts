/** A path in the plane. */
export interface Path {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}

/**
 * A binary tree of boxes around a path: each leaf holds a few edges that follow each other, and node
 * n has the children 2n and 2n + 1. The root is node 1, the first leaf node `leaves`.
 */
export interface BoxTree {
  path: Path;
  edges: number;
  edgesPerLeaf: number;
  leaves: number;
  /** West, south, east, north of each node; of one without edges infinite, the wrong way round. */
  boxes: Float64Array<ArrayBuffer>;
}

/** Builds the tree, in `room` if that is large enough: then the tree that was there is gone. */
export function buildBoxTree(
  path: Path,
  edgesPerLeaf: number,
  room = new Float64Array(0)
): BoxTree {
  const edges = Math.max(0, path.x.length - 1);
  let leaves = 1;
  while (leaves * edgesPerLeaf < edges) leaves *= 2;
  const boxes = room.length < 8 * leaves ? new Float64Array(8 * leaves) : room;
  const tree = { path, edges, edgesPerLeaf, leaves, boxes };
  for (let node = leaves; node < 2 * leaves; node++) boundLeaf(tree, node);
  for (let node = leaves - 1; node > 0; node--) {
    const [at, a, b] = [4 * node, 8 * node, 8 * node + 4];
    boxes[at] = Math.min(boxes[a], boxes[b]);
    boxes[at + 1] = Math.min(boxes[a + 1], boxes[b + 1]);
    boxes[at + 2] = Math.max(boxes[a + 2], boxes[b + 2]);
    boxes[at + 3] = Math.max(boxes[a + 3], boxes[b + 3]);
  }
  return tree;
}

/** The first edge of a leaf, given as a node, and the one after its last. */
export const firstEdge = ({ leaves, edgesPerLeaf }: BoxTree, node: number): number =>
  (node - leaves) * edgesPerLeaf;
export const endOfEdges = (tree: BoxTree, node: number): number =>
  Math.min(firstEdge(tree, node) + tree.edgesPerLeaf, tree.edges);

function boundLeaf(tree: BoxTree, node: number): void {
  const { boxes } = tree;
  const { x, y } = tree.path;
  const first = firstEdge(tree, node);
  const end = endOfEdges(tree, node);
  const isEmpty = first >= end;
  let west = isEmpty ? Infinity : x[first];
  let south = isEmpty ? Infinity : y[first];
  let east = isEmpty ? -Infinity : west;
  let north = isEmpty ? -Infinity : south;
  for (let i = first + 1; i <= end; i++) {
    const px = x[i];
    const py = y[i];
    if (px < west) west = px;
    if (px > east) east = px;
    if (py < south) south = py;
    if (py > north) north = py;
  }
  boxes[4 * node] = west;
  boxes[4 * node + 1] = south;
  boxes[4 * node + 2] = east;
  boxes[4 * node + 3] = north;
}

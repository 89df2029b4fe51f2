import { next, previous, turned, type Mesh } from './delaunay';
import { insertSite, type Sites } from './sites';

/**
 * Adds sites until each of some, and each that an addition changes, is joined to the one ahead of it
 * by an edge whose diametral circle holds no other site. Then the part of the line between them is
 * nearer to these two than to any other, and the line is a wall in the triangulation: each side can
 * be walked by itself. Adds the half-edges whose triangles are new to `changed`. Throws an Error if
 * the room for sites does not suffice, as when the line crosses itself.
 */
export function joinNeighbours(
  sites: Sites,
  suspects: Iterable<number>,
  changed: number[] = []
): void {
  const { mesh, ahead } = sites;
  const waiting: number[] = [];
  for (const suspect of suspects) {
    waiting.push(suspect);
    for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
      const intruder = ahead[from] < 0 ? null : intruderAhead(sites, from);
      if (intruder === null) continue;
      if (mesh.points === mesh.x.length) {
        throw new Error('The line touches or crosses itself, so its sides cannot be told apart.');
      }
      const known = changed.length;
      insertSite(sites, from, splitFraction(sites, from, intruder), changed);
      waiting.push(...cornersOf(mesh, changed.slice(known)));
    }
  }
}

/** The corners of the triangles left of half-edges. */
export function cornersOf({ origin }: Mesh, halfEdges: readonly number[]): Set<number> {
  return new Set(halfEdges.flatMap((e) => [origin[e], origin[next(e)], origin[previous(e)]]));
}

/**
 * The site in the diametral circle of the edge to the site ahead, among the two that are nearest to
 * it; -1 if there is no such edge, null if nothing is amiss.
 */
function intruderAhead({ mesh, ahead }: Sites, from: number): number | null {
  const { origin, twin, leaving } = mesh;
  const to = ahead[from];
  let e = leaving[from];
  while (origin[next(e)] !== to) {
    e = turned(mesh, e);
    if (e === leaving[from]) return -1;
  }
  const left = origin[previous(e)];
  if (isInDiametralCircle(mesh, from, to, left)) return left;
  const right = origin[previous(twin[e])];
  return isInDiametralCircle(mesh, from, to, right) ? right : null;
}

function isInDiametralCircle({ x, y }: Mesh, a: number, b: number, p: number): boolean {
  return (x[a] - x[p]) * (x[b] - x[p]) + (y[a] - y[p]) * (y[b] - y[p]) <= 0;
}

/**
 * Where to split the edge ahead of a site. At a sharp bend the intruder is the neighbour on the
 * other arm: split as far from the bend as it is, or both arms would be halved for ever in turn.
 */
function splitFraction({ mesh, ahead, behind }: Sites, from: number, intruder: number): number {
  const { x, y } = mesh;
  const to = ahead[from];
  const distance = (a: number, b: number) => Math.hypot(x[a] - x[b], y[a] - y[b]);
  const length = distance(from, to);
  if (intruder >= 0 && behind[from] === intruder) return distance(from, intruder) / length;
  if (intruder >= 0 && ahead[to] === intruder) return 1 - distance(to, intruder) / length;
  return 0.5;
}

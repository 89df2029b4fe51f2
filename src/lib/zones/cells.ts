import { next, previous, turned, type Mesh } from './delaunay';
import type { Sites } from './sites';

/** Left of the line, seen along it, or right of it. */
export type Hand = 1 | -1;

/**
 * The borders between the sites' cells (the Voronoi diagram), one for each half-edge of the mesh.
 *
 * All points of the border that half-edge e stands for are as far from its origin as from its
 * destination. Away from the middle of the edge, towards the triangle left of e, that distance
 * grows from `nearKm[e]` to `farKm[e]`; this is the left arm of the border. It has no left arm where
 * nearKm[e] is infinite. Its right arm is the left arm of e's twin. (These intervals make up the
 * alpha shapes of H. Edelsbrunner, D. Kirkpatrick and R. Seidel, On the shape of a set of points in
 * the plane, IEEE Trans. Inform. Theory 29, 1983.)
 */
export interface Cells {
  sites: Sites;
  nearKm: Float64Array;
  farKm: Float64Array;
  /** On which hand of the line the left arm lies, as its origin sees it; 0 where it is no one's. */
  hand: Int8Array;
  /** The half-edge from each site to the one ahead, or -1. */
  edgeAhead: Int32Array;
  arms: SortedArms;
  /** Half-edges that were changed after the arms were sorted. */
  changed: Int32Array;
}

/** All half-edges that had a left arm on some hand when sorted, those that reach farthest first. */
interface SortedArms {
  halfEdges: Int32Array;
  /** Their farKm at that time. */
  farKm: Float64Array;
}

export function measureCells(sites: Sites): Cells {
  const { mesh, ahead } = sites;
  const cells: Cells = {
    sites,
    nearKm: new Float64Array(mesh.origin.length),
    farKm: new Float64Array(mesh.origin.length),
    hand: new Int8Array(mesh.origin.length),
    edgeAhead: new Int32Array(ahead.length).fill(-1),
    arms: { halfEdges: new Int32Array(0), farKm: new Float64Array(0) },
    changed: new Int32Array(0)
  };
  for (let t = 0; t < mesh.halfEdges; t += 3) measureFar(cells, t);
  for (let e = 0; e < mesh.halfEdges; e++) measureNear(cells, e);
  for (let e = 0; e < mesh.halfEdges; e++) {
    if (ahead[mesh.origin[e]] === mesh.origin[next(e)]) cells.edgeAhead[mesh.origin[e]] = e;
  }
  for (let i = 0; i < ahead.length; i++) tellHands(cells, i);
  cells.arms = sortArms(cells);
  return cells;
}

function sortArms({ sites, nearKm, farKm, hand }: Cells): SortedArms {
  const arms: number[] = [];
  for (let e = 0; e < sites.mesh.halfEdges; e++) {
    if (hand[e] !== 0 && nearKm[e] < farKm[e]) arms.push(e);
  }
  arms.sort((a, b) => farKm[b] - farKm[a]);
  return { halfEdges: Int32Array.from(arms), farKm: Float64Array.from(arms, (e) => farKm[e]) };
}

/**
 * The cells of sites that were made from `before`'s by inserting more, where `changed` are the
 * half-edges whose triangles are new: only those are measured afresh.
 */
export function remeasureCells(before: Cells, sites: Sites, changed: readonly number[]): Cells {
  const { mesh } = sites;
  const triangles = new Set(changed.map((e) => e - (e % 3)));
  const halfEdges = [...triangles].flatMap((e) => [e, e + 1, e + 2]);
  const all = [...new Set(halfEdges.flatMap((e) => [e, mesh.twin[e]]))];
  const cells: Cells = {
    sites,
    nearKm: widened(before.nearKm, new Float64Array(mesh.origin.length)),
    farKm: widened(before.farKm, new Float64Array(mesh.origin.length)),
    hand: widened(before.hand, new Int8Array(mesh.origin.length)),
    edgeAhead: widened(before.edgeAhead, new Int32Array(sites.ahead.length).fill(-1)),
    arms: before.arms,
    changed: Int32Array.from(all)
  };
  for (const e of triangles) measureFar(cells, e);
  for (const e of all) measureNear(cells, e);
  const origins = new Set(all.map((e) => mesh.origin[e]));
  for (const e of all) {
    if (sites.ahead[mesh.origin[e]] === mesh.origin[next(e)]) cells.edgeAhead[mesh.origin[e]] = e;
  }
  for (const i of origins) tellHands(cells, i);
  return cells;
}

function widened<T extends Float64Array | Int8Array | Int32Array>(values: T, wide: T): T {
  wide.set(values.subarray(0, Math.min(values.length, wide.length)));
  return wide;
}

/** Sets farKm of the three half-edges of a triangle, the radius of its circumcircle. */
function measureFar({ sites, farKm }: Cells, e: number): void {
  const [x, y] = circumcentre(sites.mesh, e);
  const a = sites.mesh.origin[e];
  const radius = Math.hypot(x - sites.mesh.x[a], y - sites.mesh.y[a]);
  farKm.fill(Number.isFinite(radius) ? radius : Infinity, e - (e % 3), e - (e % 3) + 3);
}

function measureNear({ sites, nearKm, farKm }: Cells, e: number): void {
  const { mesh, ahead } = sites;
  const { x, y, origin, twin } = mesh;
  const [a, b] = [origin[e], origin[next(e)]];
  const farOf = (f: number) => (f < 0 ? Infinity : farKm[f]);
  if (ahead[a] === b || ahead[b] === a) nearKm[e] = 0;
  else if (isObtuseAt(mesh, previous(e))) nearKm[e] = Infinity;
  else if (twin[e] >= 0 && isObtuseAt(mesh, previous(twin[e]))) nearKm[e] = farKm[twin[e]];
  else nearKm[e] = Math.min(Math.hypot(x[b] - x[a], y[b] - y[a]) / 2, farKm[e], farOf(twin[e]));
}

/** Whether a triangle's angle at the origin of its half-edge e is a right angle or more. */
function isObtuseAt({ x, y, origin }: Mesh, e: number): boolean {
  const [p, a, b] = [origin[e], origin[next(e)], origin[previous(e)]];
  return (x[a] - x[p]) * (x[b] - x[p]) + (y[a] - y[p]) * (y[b] - y[p]) <= 0;
}

/** The centre of the circumcircle of the triangle left of a half-edge. */
export function circumcentre({ x, y, origin }: Mesh, e: number): [x: number, y: number] {
  const [a, b, c] = [origin[e], origin[next(e)], origin[previous(e)]];
  const [bx, by, cx, cy] = [x[b] - x[a], y[b] - y[a], x[c] - x[a], y[c] - y[a]];
  const [b2, c2] = [bx * bx + by * by, cx * cx + cy * cy];
  const d = 2 * (bx * cy - by * cx);
  return [x[a] + (cy * b2 - by * c2) / d, y[a] + (bx * c2 - cx * b2) / d];
}

/** Sets the hands of all half-edges that leave a site of the line. */
function tellHands(cells: Cells, i: number): void {
  const { mesh, ahead, behind } = cells.sites;
  if (ahead[i] >= 0 && behind[i] >= 0) tellHandsAround(cells, i);
  else if (ahead[i] >= 0) tellHandsBeyond(cells, i, cells.edgeAhead[i], 1);
  else if (behind[i] >= 0) tellHandsBeyond(cells, i, mesh.twin[cells.edgeAhead[behind[i]]], -1);
}

/** Walks around a site, from the edge ahead over the left to the edge behind, and on. */
function tellHandsAround({ sites, hand, edgeAhead }: Cells, i: number): void {
  const { mesh, behind } = sites;
  const edge = edgeAhead[i];
  let current: Hand = 1;
  let e = edge;
  do {
    if (mesh.origin[next(e)] === behind[i]) current = -1;
    hand[e] = current;
    e = turned(mesh, e);
  } while (e !== edge);
}

/** Beyond an end of the line, the line drawn straight on tells left from right. */
function tellHandsBeyond({ sites, hand }: Cells, i: number, edge: number, edgeHand: Hand): void {
  const { x, y, origin } = sites.mesh;
  const neighbour = origin[next(edge)];
  const [ux, uy] = [edgeHand * (x[neighbour] - x[i]), edgeHand * (y[neighbour] - y[i])];
  let e = edge;
  do {
    const j = origin[next(e)];
    hand[e] = ux * (y[j] - y[i]) - uy * (x[j] - x[i]) > 0 ? 1 : -1;
    e = turned(sites.mesh, e);
  } while (e !== edge);
  hand[edge] = edgeHand;
}

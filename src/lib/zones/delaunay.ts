import { incircle, orient2d } from 'robust-predicates';

/**
 * A Delaunay triangulation of points in the plane, as half-edges: half-edge e runs from point
 * `origin[e]` to the origin of the next half-edge of its triangle, and has its triangle on its left.
 * Triangle t owns the half-edges 3t, 3t + 1 and 3t + 2; `twin[e]` is the other half of the same
 * edge, or -1 on the hull. The arrays may be longer than what is in use.
 */
export interface Mesh {
  x: Float64Array;
  y: Float64Array;
  points: number;
  origin: Int32Array;
  twin: Int32Array;
  halfEdges: number;
  /** One of the half-edges that leave each point. */
  leaving: Int32Array;
}

export const next = (e: number): number => (e % 3 === 2 ? e - 2 : e + 1);
export const previous = (e: number): number => (e % 3 === 0 ? e + 2 : e - 1);

/** The half-edge that follows e counter-clockwise around its origin. */
export const turned = (mesh: Mesh, e: number): number => mesh.twin[previous(e)];

/**
 * Triangulates points in a row, such as the vertices of a path, of which no two are the same. The
 * last four must be corners of a rectangle around all others, counter-clockwise.
 *
 * The points are inserted one by one: first those far apart along the row, then those midway between
 * them and so on, so that each is near to one that is already in and changes few triangles, however
 * the row winds. The predicates are exact (J. R. Shewchuk, Adaptive precision floating-point
 * arithmetic and fast robust geometric predicates, 1997), so every triangle is Delaunay.
 */
export function triangulate(x: Float64Array, y: Float64Array): Mesh {
  const row = x.length - 4;
  const halfEdges = 6 * (row + 1);
  const mesh: Mesh = {
    x,
    y,
    points: x.length,
    origin: new Int32Array(halfEdges),
    twin: new Int32Array(halfEdges).fill(-1),
    halfEdges: 6,
    leaving: new Int32Array(x.length)
  };
  const [a, b, c, d] = [row, row + 1, row + 2, row + 3];
  mesh.origin.set([a, b, c, a, c, d]);
  link(mesh, 2, 3);
  mesh.leaving.set([0, 1, 2, 5], row);

  let stride = 1;
  while (stride < row) stride *= 2;
  place(mesh, 0, 0);
  for (; stride >= 1; stride /= 2) {
    for (let i = stride; i < row; i += 2 * stride) place(mesh, i, mesh.leaving[i - stride]);
  }
  return inOrder(mesh);
}

/**
 * Triangulates points of which some are triangulated already: `places` tells where the points of
 * `mesh` are among them. The others must lie inside its hull, each near to the one before it.
 */
export function refine(mesh: Mesh, places: Int32Array, x: Float64Array, y: Float64Array): Mesh {
  const size = mesh.halfEdges + 6 * (x.length - mesh.points);
  const finer: Mesh = {
    x,
    y,
    points: x.length,
    origin: new Int32Array(size),
    twin: widened(mesh.twin, mesh.halfEdges, new Int32Array(size)),
    halfEdges: mesh.halfEdges,
    leaving: new Int32Array(x.length).fill(-1)
  };
  for (let e = 0; e < mesh.halfEdges; e++) finer.origin[e] = places[mesh.origin[e]];
  for (let i = 0; i < mesh.points; i++) finer.leaving[places[i]] = mesh.leaving[i];
  for (let i = 0; i < x.length; i++) {
    if (finer.leaving[i] < 0) place(finer, i, finer.leaving[i - 1]);
  }
  return inOrder(finer);
}

/** The same mesh with its triangles in the order of their points, so that neighbours are at hand. */
function inOrder(mesh: Mesh): Mesh {
  const { origin, twin, leaving, halfEdges } = mesh;
  const triangles = halfEdges / 3;
  const firstPoint = new Int32Array(triangles);
  const place = new Int32Array(mesh.points + 1);
  for (let t = 0; t < triangles; t++) {
    firstPoint[t] = Math.min(origin[3 * t], origin[3 * t + 1], origin[3 * t + 2]);
    place[firstPoint[t] + 1]++;
  }
  for (let p = 0; p < mesh.points; p++) place[p + 1] += place[p];
  const moved = new Int32Array(halfEdges);
  for (let t = 0; t < triangles; t++) {
    const at = 3 * place[firstPoint[t]]++;
    moved[3 * t] = at;
    moved[3 * t + 1] = at + 1;
    moved[3 * t + 2] = at + 2;
  }
  const ordered = {
    ...mesh,
    origin: new Int32Array(halfEdges),
    twin: new Int32Array(halfEdges),
    leaving: new Int32Array(mesh.points)
  };
  for (let e = 0; e < halfEdges; e++) {
    ordered.origin[moved[e]] = origin[e];
    ordered.twin[moved[e]] = twin[e] < 0 ? -1 : moved[twin[e]];
  }
  for (let p = 0; p < mesh.points; p++) ordered.leaving[p] = moved[leaving[p]];
  return ordered;
}

/** A copy that can take `extra` more points. */
export function copyMesh(mesh: Mesh, extra: number): Mesh {
  const points = mesh.points + extra;
  const halfEdges = mesh.halfEdges + 6 * extra;
  return {
    x: widened(mesh.x, mesh.points, new Float64Array(points)),
    y: widened(mesh.y, mesh.points, new Float64Array(points)),
    points: mesh.points,
    origin: widened(mesh.origin, mesh.halfEdges, new Int32Array(halfEdges)),
    twin: widened(mesh.twin, mesh.halfEdges, new Int32Array(halfEdges)),
    halfEdges: mesh.halfEdges,
    leaving: widened(mesh.leaving, mesh.points, new Int32Array(points))
  };
}

/** Fills `target` with the first `used` values, and gives it. */
export function widened<T extends Float64Array | Int32Array | Int8Array | Uint8Array>(
  values: T,
  used: number,
  target: T
): T {
  target.set(values.subarray(0, used));
  return target;
}

/**
 * Adds a point, which must lie inside the hull; the arrays must have room for it (see `copyMesh`).
 * The search begins at half-edge `near`. Adds the half-edges whose triangles are new to `changed`.
 */
export function insertPoint(
  mesh: Mesh,
  x: number,
  y: number,
  near: number,
  changed: number[]
): void {
  if (mesh.points === mesh.x.length) throw new RangeError('The mesh has no room for a point.');
  const p = mesh.points++;
  mesh.x[p] = x;
  mesh.y[p] = y;
  place(mesh, p, near, changed);
}

/** Parts the triangle that holds point p into three, and flips edges around. */
function place(mesh: Mesh, p: number, near: number, changed?: number[]): void {
  const { origin, leaving } = mesh;
  const ab = triangleAround(mesh, p, near);
  const [bp, pa] = [next(ab), previous(ab)];
  const [a, b, c] = [origin[ab], origin[bp], origin[pa]];
  const [beyondBc, beyondCa] = [mesh.twin[bp], mesh.twin[pa]];
  const bc = mesh.halfEdges;
  const [cp, pb, ca, ap, pc] = [bc + 1, bc + 2, bc + 3, bc + 4, bc + 5];
  mesh.halfEdges += 6;
  origin[bc] = b;
  origin[cp] = c;
  origin[pb] = p;
  origin[ca] = c;
  origin[ap] = a;
  origin[pc] = p;
  origin[pa] = p;
  leaving[p] = pa;
  leaving[b] = bc;
  leaving[c] = ca;
  link(mesh, bc, beyondBc);
  link(mesh, ca, beyondCa);
  link(mesh, bp, pb);
  link(mesh, pa, ap);
  link(mesh, cp, pc);
  changed?.push(ab, bc, ca);
  legalise(mesh, ab, changed);
  legalise(mesh, bc, changed);
  legalise(mesh, ca, changed);
}

function link({ twin }: Mesh, a: number, b: number): void {
  twin[a] = b;
  if (b >= 0) twin[b] = a;
}

/** A half-edge of the triangle that holds point p, found by walking towards it. */
function triangleAround(mesh: Mesh, p: number, near: number): number {
  let e = near;
  for (let inside = 0; inside < 3;) {
    if (isLeft(mesh, e, p)) {
      e = next(e);
      inside++;
    } else {
      e = next(mesh.twin[e]);
      inside = 1;
    }
  }
  return e;
}

/** Whether point p lies left of half-edge e or on it. */
function isLeft({ x, y, origin }: Mesh, e: number, p: number): boolean {
  const a = origin[e];
  const b = origin[next(e)];
  return orient2d(x[a], y[a], x[b], y[b], x[p], y[p]) <= 0;
}

/** Half-edges that are still to be looked at. One list for all, empty between the calls. */
const waiting: number[] = [];

/**
 * Flips a half-edge, opposite to the point inserted last, if the point beyond it lies in its
 * triangle's circle; then the two edges that come to lie opposite, and so on. With a list, since
 * one point can flip more edges in a row than calls within calls would have room for in a worker.
 */
function legalise(mesh: Mesh, opposite: number, changed?: number[]): void {
  const { x, y, origin, twin, leaving } = mesh;
  waiting.push(opposite);
  for (let a = waiting.pop(); a !== undefined; a = waiting.pop()) {
    const b = twin[a];
    if (b < 0) continue;
    const al = next(a);
    const ar = previous(a);
    const bl = previous(b);
    const br = next(b);
    const p0 = origin[ar];
    const pr = origin[a];
    const pl = origin[al];
    const p1 = origin[bl];
    if (incircle(x[p0], y[p0], x[pr], y[pr], x[pl], y[pl], x[p1], y[p1]) <= 0) continue;
    const beyondAr = twin[ar];
    const beyondBl = twin[bl];
    origin[a] = p1;
    origin[b] = p0;
    leaving[pl] = al;
    leaving[pr] = br;
    link(mesh, a, beyondBl);
    link(mesh, b, beyondAr);
    link(mesh, ar, bl);
    changed?.push(a, b);
    waiting.push(br, a);
  }
}

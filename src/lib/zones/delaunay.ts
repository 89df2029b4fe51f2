import Delaunator from 'delaunator';
import { incircle, orient2d } from 'robust-predicates';

/**
 * A Delaunay triangulation of points in the plane, as half-edges: half-edge e runs from point
 * `origin[e]` to the origin of the next half-edge of its triangle, and has its triangle on its left.
 * Triangle t owns the half-edges 3t, 3t + 1 and 3t + 2; `twin[e]` is the other half of the same
 * edge, or -1 on the hull.
 */
export interface Mesh {
  x: Float64Array;
  y: Float64Array;
  points: number;
  origin: Int32Array;
  twin: Int32Array;
  halfEdges: number;
}

export const next = (e: number): number => (e % 3 === 2 ? e - 2 : e + 1);
export const previous = (e: number): number => (e % 3 === 0 ? e + 2 : e - 1);

/** The half-edge that follows e counter-clockwise around its origin. */
export const turned = (mesh: Mesh, e: number): number => mesh.twin[previous(e)];

/**
 * Triangulates points. Delaunator's legalisation is bounded and not robust: on some lines it leaves
 * tens of thousands of edges that are not Delaunay, so they are flipped here until none is left.
 */
export function triangulate(x: Float64Array, y: Float64Array): Mesh {
  const coordinates = new Float64Array(2 * x.length);
  for (let i = 0; i < x.length; i++) {
    coordinates[2 * i] = x[i];
    coordinates[2 * i + 1] = -y[i]; // Delaunator turns counter-clockwise where y points down
  }
  const { triangles, halfedges } = new Delaunator(coordinates);
  const mesh: Mesh = {
    x,
    y,
    points: x.length,
    origin: Int32Array.from(triangles),
    twin: Int32Array.from(halfedges),
    halfEdges: triangles.length
  };
  legalise(
    mesh,
    Array.from({ length: mesh.halfEdges }, (_, e) => e)
  );
  return mesh;
}

/** A copy that can take `extra` more points. */
export function copyMesh(mesh: Mesh, extra: number): Mesh {
  const widen = <T extends Float64Array | Int32Array>(target: T, source: T): T => {
    target.set(source);
    return target;
  };
  const points = mesh.points + extra;
  const halfEdges = mesh.halfEdges + 6 * extra;
  return {
    x: widen(new Float64Array(points), mesh.x.subarray(0, mesh.points)),
    y: widen(new Float64Array(points), mesh.y.subarray(0, mesh.points)),
    points: mesh.points,
    origin: widen(new Int32Array(halfEdges), mesh.origin.subarray(0, mesh.halfEdges)),
    twin: widen(new Int32Array(halfEdges), mesh.twin.subarray(0, mesh.halfEdges)),
    halfEdges: mesh.halfEdges
  };
}

/**
 * Adds a point, which must lie inside the hull; the arrays must have room for it (see `copyMesh`).
 * The search begins at half-edge `near`. Gives the half-edges whose triangles are new.
 */
export function insertPoint(mesh: Mesh, x: number, y: number, near: number): number[] {
  const { origin, twin } = mesh;
  if (mesh.points === mesh.x.length) throw new RangeError('The mesh has no room for a point.');
  const p = mesh.points++;
  mesh.x[p] = x;
  mesh.y[p] = y;
  const ab = triangleAround(mesh, p, near);
  const [bc, ca] = [next(ab), previous(ab)];
  const [a, b, c] = [origin[ab], origin[bc], origin[ca]];
  const first = mesh.halfEdges;
  mesh.halfEdges += 6;
  const [bp, pa, cp, pb, ap, pc] = [bc, ca, first + 1, first + 2, first + 4, first + 5];
  const [newBc, newCa] = [first, first + 3];
  const [beyondBc, beyondCa] = [twin[bc], twin[ca]];
  origin.set([b, c, p, c, a, p], first);
  origin[ca] = p;
  link(mesh, newBc, beyondBc);
  link(mesh, newCa, beyondCa);
  link(mesh, bp, pb);
  link(mesh, pa, ap);
  link(mesh, cp, pc);
  return [ab, newBc, newCa, ...legalise(mesh, [ab, newBc, newCa])];
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
  const [a, b] = [origin[e], origin[next(e)]];
  return orient2d(x[a], y[a], x[b], y[b], x[p], y[p]) <= 0;
}

/** Flips edges, beginning with those of `stack`, until each passes the in-circle test. */
function legalise(mesh: Mesh, stack: number[]): number[] {
  const { x, y, origin, twin } = mesh;
  const changed: number[] = [];
  for (let a = stack.pop(); a !== undefined; a = stack.pop()) {
    const b = twin[a];
    if (b < 0) continue;
    const [al, ar, bl, br] = [next(a), previous(a), previous(b), next(b)];
    const [p0, pr, pl, p1] = [origin[ar], origin[a], origin[al], origin[bl]];
    if (incircle(x[p0], y[p0], x[pr], y[pr], x[pl], y[pl], x[p1], y[p1]) <= 0) continue;
    origin[a] = p1;
    origin[b] = p0;
    const [beyondAr, beyondBl] = [twin[ar], twin[bl]];
    link(mesh, a, beyondBl);
    link(mesh, b, beyondAr);
    link(mesh, ar, bl);
    stack.push(a, b, al, br);
    changed.push(a, b);
  }
  return changed;
}

import { sortArms, type Arms } from './arms';
import { measureBends, remeasureBends, type Bends } from './bends';
import { next, previous, turned, widened, type Mesh } from './delaunay';
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
  /** 1 where the triangle left of a half-edge has no acute angle opposite to it. */
  isBlunt: Uint8Array;
  /** On which hand of the line the left arm lies, as its origin sees it; 0 where it is no one's. */
  hand: Int8Array;
  /** The half-edge from each site to the one ahead, or -1. */
  edgeAhead: Int32Array;
  /** The arms on either hand. */
  arms: Record<Hand, Arms>;
  /** The line's bends, as seen from either hand. */
  bends: Record<Hand, Bends>;
  /** Half-edges that were changed after the arms were sorted. */
  changed: Int32Array;
}

/** Cells before their arms are sorted and their bends measured. */
export type Measures = Omit<Cells, 'arms' | 'bends'>;

export function measureCells(sites: Sites): Cells {
  const { mesh } = sites;
  const size = mesh.origin.length;
  const cells = {
    sites,
    nearKm: new Float64Array(size),
    farKm: new Float64Array(size),
    isBlunt: new Uint8Array(size),
    hand: new Int8Array(size),
    edgeAhead: new Int32Array(sites.ahead.length).fill(-1),
    changed: new Int32Array(0)
  };
  for (let e = 0; e < mesh.halfEdges; e += 3) measureTriangle(cells, e);
  for (let e = 0; e < mesh.halfEdges; e++) measureNear(cells, e);
  for (let e = 0; e < mesh.halfEdges; e++) tellEdgeAhead(cells, e);
  for (let i = 0; i < mesh.points; i++) tellHands(cells, i);
  return {
    ...cells,
    arms: sortArms(cells),
    bends: { [1]: measureBends(cells, 1), [-1]: measureBends(cells, -1) }
  };
}

/**
 * The cells of sites that were made from `before`'s by inserting more, where `changed` are the
 * half-edges whose triangles are new: only those are measured afresh.
 */
export function remeasureCells(before: Cells, sites: Sites, changed: readonly number[]): Cells {
  const { mesh } = sites;
  const size = mesh.origin.length;
  const used = before.sites.mesh.halfEdges;
  const triangles = new Set(changed.map((e) => e - (e % 3)));
  const halfEdges = [...triangles].flatMap((e) => [e, e + 1, e + 2]);
  const all = [...new Set(halfEdges.flatMap((e) => [e, mesh.twin[e]]))];
  const cells: Measures = {
    sites,
    nearKm: widened(before.nearKm, used, new Float64Array(size)),
    farKm: widened(before.farKm, used, new Float64Array(size)),
    isBlunt: widened(before.isBlunt, used, new Uint8Array(size)),
    hand: widened(before.hand, used, new Int8Array(size)),
    edgeAhead: widened(
      before.edgeAhead,
      before.sites.mesh.points,
      new Int32Array(sites.ahead.length).fill(-1)
    ),
    changed: Int32Array.from(all)
  };
  for (const e of triangles) measureTriangle(cells, e);
  for (const e of all) measureNear(cells, e);
  for (const e of all) tellEdgeAhead(cells, e);
  const touched = new Set(all.map((e) => mesh.origin[e]));
  for (const i of touched) tellHands(cells, i);
  const bendsOf = (hand: Hand) => remeasureBends(before.bends[hand], cells, hand, touched);
  return { ...cells, arms: before.arms, bends: { [1]: bendsOf(1), [-1]: bendsOf(-1) } };
}

/** Sets farKm, the radius of the circumcircle, and isBlunt of the three half-edges of a triangle. */
function measureTriangle({ sites, farKm, isBlunt }: Measures, e: number): void {
  const { x, y, origin } = sites.mesh;
  const a = origin[e];
  const bx = x[origin[e + 1]] - x[a];
  const by = y[origin[e + 1]] - y[a];
  const cx = x[origin[e + 2]] - x[a];
  const cy = y[origin[e + 2]] - y[a];
  const [dx, dy] = [cx - bx, cy - by];
  const sides2 = (bx * bx + by * by) * (cx * cx + cy * cy) * (dx * dx + dy * dy);
  // The product of the sides over four times the area; infinite where the three are in a row.
  farKm[e] = farKm[e + 1] = farKm[e + 2] = Math.sqrt(sides2) / Math.abs(2 * (bx * cy - by * cx));
  isBlunt[e] = cx * dx + cy * dy <= 0 ? 1 : 0;
  isBlunt[e + 1] = bx * cx + by * cy <= 0 ? 1 : 0;
  isBlunt[e + 2] = bx * dx + by * dy >= 0 ? 1 : 0;
}

function measureNear({ sites, nearKm, farKm, isBlunt }: Measures, e: number): void {
  const { mesh, ahead } = sites;
  const { x, y, origin } = mesh;
  const a = origin[e];
  const b = origin[next(e)];
  const twin = mesh.twin[e];
  if (ahead[a] === b || ahead[b] === a) nearKm[e] = 0;
  else if (isBlunt[e]) nearKm[e] = Infinity;
  else if (twin >= 0 && isBlunt[twin]) nearKm[e] = farKm[twin];
  else {
    const half = Math.sqrt((x[b] - x[a]) ** 2 + (y[b] - y[a]) ** 2) / 2;
    nearKm[e] = Math.min(half, farKm[e], twin < 0 ? Infinity : farKm[twin]);
  }
}

/** The centre of the circumcircle of the triangle left of a half-edge. */
export function circumcentre({ x, y, origin }: Mesh, e: number): [x: number, y: number] {
  const [a, b, c] = [origin[e], origin[next(e)], origin[previous(e)]];
  const [bx, by, cx, cy] = [x[b] - x[a], y[b] - y[a], x[c] - x[a], y[c] - y[a]];
  const [b2, c2] = [bx * bx + by * by, cx * cx + cy * cy];
  const d = 2 * (bx * cy - by * cx);
  return [x[a] + (cy * b2 - by * c2) / d, y[a] + (bx * c2 - cx * b2) / d];
}

function tellEdgeAhead({ sites, edgeAhead }: Measures, e: number): void {
  const { origin } = sites.mesh;
  if (sites.ahead[origin[e]] === origin[next(e)]) edgeAhead[origin[e]] = e;
}

/** Sets the hands of all half-edges that leave a site of the line. */
function tellHands(cells: Measures, i: number): void {
  const { mesh, ahead, behind } = cells.sites;
  if (ahead[i] >= 0 && behind[i] >= 0) tellHandsAround(cells, i);
  else if (ahead[i] >= 0) tellHandsBeyond(cells, i, cells.edgeAhead[i], 1);
  else if (behind[i] >= 0) tellHandsBeyond(cells, i, mesh.twin[cells.edgeAhead[behind[i]]], -1);
}

/** Walks around a site, from the edge ahead over the left to the edge behind, and on. */
function tellHandsAround({ sites, hand, edgeAhead }: Measures, i: number): void {
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
function tellHandsBeyond({ sites, hand }: Measures, i: number, edge: number, edgeHand: Hand): void {
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

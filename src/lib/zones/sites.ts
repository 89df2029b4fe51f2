import { copyMesh, insertPoint, next, previous, triangulate, turned, type Mesh } from './delaunay';
import type { PlaneLine } from './plane-line';

/**
 * Points spread over the line, in a Delaunay triangulation in which each joins the next one along
 * the line. Its dual tells for every point of the plane which site, so which part of the line, is
 * nearest.
 */
export interface Sites {
  mesh: Mesh;
  /** The next site along the line and the one before it; -1 where there is none. */
  ahead: Int32Array;
  behind: Int32Array;
  /** Chainage in km; beyond the line's ends for the two outermost, NaN for the frame's points. */
  chainageKm: Float64Array;
  /** Plane km per true km. */
  scale: Float64Array;
}

/**
 * Half the distance in km between the two sites that mark a limit across the line. The limit runs
 * midway between them, so it is exact but for round-off; this far at most it is off beside a vertex.
 */
export const LIMIT_GAP_KM = 5e-5;
/** The frame lies this much further out than the widest zone, so that it never touches one. */
const FRAME_REACHES = 2.5;
const FRAME_POINTS_PER_EDGE = 40;

/**
 * Spreads sites over the line: every vertex, never more than `spacingKm` apart, closer where two
 * parts of the line run so near to each other that neighbours on the line would not be joined. One
 * more site lies just beyond each end: what is nearest to it is beyond the line.
 */
export function spreadSites(line: PlaneLine, spacingKm: number, reachKm: number): Sites {
  const x: number[] = [];
  const y: number[] = [];
  const chainageKm: number[] = [];
  const scale: number[] = [];
  const last = line.x.length - 1;
  const add = (segment: number, fraction: number) => {
    const along = (v: Float64Array) => v[segment] + fraction * (v[segment + 1] - v[segment]);
    x.push(along(line.x));
    y.push(along(line.y));
    chainageKm.push(along(line.chainageKm));
    scale.push(along(line.scale));
  };
  const lengthKm = (segment: number) => line.chainageKm[segment + 1] - line.chainageKm[segment];

  add(0, (-2 * LIMIT_GAP_KM) / lengthKm(0));
  for (let segment = 0; segment < last; segment++) {
    const steps = Math.ceil(lengthKm(segment) / spacingKm);
    for (let k = 0; k < steps; k++) add(segment, k / steps);
  }
  add(last - 1, 1);
  add(last - 1, 1 + (2 * LIMIT_GAP_KM) / lengthKm(last - 1));
  const count = x.length;
  addFrame(x, y, FRAME_REACHES * reachKm);

  const sites: Sites = {
    mesh: triangulate(Float64Array.from(x), Float64Array.from(y)),
    ahead: new Int32Array(x.length).fill(-1),
    behind: new Int32Array(x.length).fill(-1),
    chainageKm: new Float64Array(x.length).fill(NaN),
    scale: new Float64Array(x.length).fill(1)
  };
  sites.chainageKm.set(chainageKm);
  sites.scale.set(scale);
  for (let i = 0; i < count - 1; i++) joinSites(sites, i, i + 1);
  return joinNeighbours(sites);
}

/** Points around all others, a little off a rectangle, so that no site is on the hull. */
function addFrame(x: number[], y: number[], distance: number): void {
  const least = (v: number[]) => v.reduce((a, b) => Math.min(a, b)) - distance;
  const greatest = (v: number[]) => v.reduce((a, b) => Math.max(a, b)) + distance;
  const [west, east, south, north] = [least(x), greatest(x), least(y), greatest(y)];
  for (let k = 0; k < FRAME_POINTS_PER_EDGE; k++) {
    const t = (k + 0.5) / FRAME_POINTS_PER_EDGE;
    const bulge = distance * t * (1 - t);
    const alongX = west + t * (east - west);
    const alongY = south + t * (north - south);
    x.push(alongX, alongX, west - bulge, east + bulge);
    y.push(south - bulge, north + bulge, alongY, alongY);
  }
}

function joinSites({ ahead, behind }: Sites, from: number, to: number): void {
  ahead[from] = to;
  behind[to] = from;
}

/** A copy of the sites that can take `extra` more. */
export function copySites(sites: Sites, extra: number): Sites {
  const size = sites.mesh.points + extra;
  const ints = (v: Int32Array) => {
    const copy = new Int32Array(size).fill(-1);
    copy.set(v.subarray(0, sites.mesh.points));
    return copy;
  };
  const floats = (v: Float64Array) => {
    const copy = new Float64Array(size).fill(NaN);
    copy.set(v.subarray(0, sites.mesh.points));
    return copy;
  };
  return {
    mesh: copyMesh(sites.mesh, extra),
    ahead: ints(sites.ahead),
    behind: ints(sites.behind),
    chainageKm: floats(sites.chainageKm),
    scale: floats(sites.scale)
  };
}

/**
 * Puts a site on the line between `from` and the one ahead of it, beginning the search for its place
 * at half-edge `near`. Gives the half-edges whose triangles are new.
 */
export function insertSite(sites: Sites, from: number, fraction: number, near: number): number[] {
  const { mesh, ahead, chainageKm, scale } = sites;
  const to = ahead[from];
  const between = (v: Float64Array) => v[from] + fraction * (v[to] - v[from]);
  const site = mesh.points;
  const changed = insertPoint(mesh, between(mesh.x), between(mesh.y), near);
  chainageKm[site] = between(chainageKm);
  scale[site] = between(scale);
  joinSites(sites, from, site);
  joinSites(sites, site, to);
  return changed;
}

/** Sites that may be added to join neighbours, before a line is called too tangled. */
const MOST_EXTRA_SITES = 20_000;

/**
 * Adds sites until each is joined to the one ahead of it by an edge whose diametral circle holds no
 * other site. Then the part of the line between them is nearer to these two than to any other, and
 * the line is a wall in the triangulation: each side can be walked by itself.
 */
function joinNeighbours(sites: Sites): Sites {
  let current = sites;
  for (;;) {
    const intruders = findIntruders(current);
    if (intruders.length === 0) return current;
    if (current.mesh.points > sites.mesh.points + MOST_EXTRA_SITES) {
      throw new Error('The line touches or crosses itself, so its sides cannot be told apart.');
    }
    current = copySites(current, intruders.length);
    const { mesh } = current;
    for (const { from, intruder } of intruders) {
      const fraction = splitFraction(current, from, intruder);
      insertSite(current, from, fraction, mesh.origin.indexOf(from));
    }
  }
}

/**
 * Joins neighbours again around half-edges that changed when sites were inserted, by inserting more.
 * Gives the half-edges whose triangles are new.
 */
export function joinAgain(sites: Sites, changed: readonly number[]): number[] {
  const added: number[] = [];
  for (let waiting = changed; waiting.length > 0;) {
    const fresh = intrudersAround(sites, waiting).flatMap(({ from, intruder, near }) =>
      insertSite(sites, from, splitFraction(sites, from, intruder), near)
    );
    added.push(...fresh);
    waiting = fresh;
  }
  return added;
}

/** The intrusions at the corners of triangles, each with a half-edge nearby. */
function intrudersAround({ mesh, ahead }: Sites, changed: readonly number[]) {
  const { origin } = mesh;
  const leaving = new Map<number, number>();
  for (const e of changed) {
    for (const corner of [e, next(e), previous(e)]) leaving.set(origin[corner], corner);
  }
  const intruders: (Intrusion & { near: number })[] = [];
  for (const [from, near] of leaving) {
    if (ahead[from] < 0) continue;
    const edge = edgeTo(mesh, near, ahead[from]);
    const intruder = edge === null ? -1 : intruderOf(mesh, edge);
    if (intruder !== null) intruders.push({ from, intruder, near });
  }
  return intruders;
}

/** The half-edge to a point among those that leave the origin of `start`. */
function edgeTo(mesh: Mesh, start: number, destination: number): number | null {
  let e = start;
  do {
    if (mesh.origin[next(e)] === destination) return e;
    e = turned(mesh, e);
  } while (e !== start);
  return null;
}

/** A site whose edge to the one ahead is missing (-1) or has a third in its diametral circle. */
interface Intrusion {
  from: number;
  intruder: number;
}

function findIntruders({ mesh, ahead }: Sites): Intrusion[] {
  const { origin, halfEdges } = mesh;
  const edgeAhead = new Int32Array(mesh.points).fill(-1);
  for (let e = 0; e < halfEdges; e++) {
    if (ahead[origin[e]] === origin[next(e)]) edgeAhead[origin[e]] = e;
  }
  const intruders: Intrusion[] = [];
  for (let from = 0; from < mesh.points; from++) {
    if (ahead[from] < 0) continue;
    const intruder = edgeAhead[from] < 0 ? -1 : intruderOf(mesh, edgeAhead[from]);
    if (intruder !== null) intruders.push({ from, intruder });
  }
  return intruders;
}

/** The site in the diametral circle of an edge, among the two that are nearest to it. */
function intruderOf(mesh: Mesh, e: number): number | null {
  const { origin, twin } = mesh;
  const [a, b] = [origin[e], origin[next(e)]];
  const apexes = [origin[previous(e)], origin[previous(twin[e])]];
  return apexes.find((apex) => isInDiametralCircle(mesh, a, b, apex)) ?? null;
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

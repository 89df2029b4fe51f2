import { extent } from 'd3-array';
import { copyMesh, insertPoint, refine, triangulate, widened, type Mesh } from './delaunay';
import { joinNeighbours } from './join';
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
const FRAME_CORNERS = 4;
/** Sites that may be added to join neighbours; a line that needs more crosses itself. */
const ROOM_TO_JOIN = 10_000;

/**
 * Spreads sites over the line: every vertex, never more than `spacingKm` apart, closer where two
 * parts of the line run so near to each other that neighbours on the line would not be joined. One
 * more site lies just beyond each end: what is nearest to it is beyond the line.
 */
export function spreadSites(line: PlaneLine, spacingKm: number, reachKm: number): Sites {
  const ends = lengthened(line);
  const row = subdivided(ends, stepsAlong(ends, spacingKm));
  const frame = frameAround(row, FRAME_REACHES * reachKm);
  return sitesInRow(triangulate(joined(row.x, frame.x), joined(row.y, frame.y)), row);
}

/**
 * The given sites and more between them, so that none are more than `spacingKm` apart: as exact as
 * if they were spread anew, and made in less time.
 */
export function refineSites(sites: Sites, spacingKm: number): Sites {
  const { mesh } = sites;
  const order = sitesInOrder(sites);
  const coarse = rowOf(sites, order);
  const steps = stepsAlong(coarse, spacingKm);
  const row = subdivided(coarse, steps);

  const places = new Int32Array(mesh.points).fill(-1);
  let place = 0;
  order.forEach((site, i) => {
    places[site] = place;
    place += i < steps.length ? steps[i] : 1;
  });
  const x = joined(row.x, new Float64Array(FRAME_CORNERS));
  const y = joined(row.y, new Float64Array(FRAME_CORNERS));
  for (let i = 0; i < mesh.points; i++) {
    if (places[i] < 0) places[i] = place++;
    x[places[i]] = mesh.x[i];
    y[places[i]] = mesh.y[i];
  }
  return sitesInRow(refine(mesh, places, x, y), row);
}

/** The sites in their order along the line. */
export function sitesInOrder({ ahead, behind }: Sites): Int32Array {
  const order = new Int32Array(ahead.length);
  let count = 0;
  for (let i = ahead.findIndex((to, at) => to >= 0 && behind[at] < 0); i >= 0; i = ahead[i]) {
    order[count++] = i;
  }
  return order.subarray(0, count);
}

/** The sites of a mesh whose first points are a row along the line and whose last are the frame. */
function sitesInRow(mesh: Mesh, row: PlaneLine): Sites {
  const size = mesh.points;
  const count = row.x.length;
  const ahead = new Int32Array(size).fill(-1);
  const behind = new Int32Array(size).fill(-1);
  for (let i = 1; i < count; i++) {
    ahead[i - 1] = i;
    behind[i] = i - 1;
  }
  const chainageKm = widened(row.chainageKm, count, new Float64Array(size).fill(NaN));
  const scale = widened(row.scale, count, new Float64Array(size));
  const sites = copySites({ mesh, ahead, behind, chainageKm, scale }, ROOM_TO_JOIN);
  joinNeighbours(sites, sites.ahead.keys());
  return sites;
}

/** The line with one more vertex just beyond each end. */
function lengthened(line: PlaneLine): PlaneLine {
  const last = line.x.length - 1;
  const beyond = 2 * LIMIT_GAP_KM;
  const before = -beyond / (line.chainageKm[1] - line.chainageKm[0]);
  const after = 1 + beyond / (line.chainageKm[last] - line.chainageKm[last - 1]);
  return columnwise(line, (v) => {
    const values = new Float64Array(v.length + 2);
    values[0] = between(v, 0, 1, before);
    values.set(v, 1);
    values[v.length + 1] = between(v, last - 1, last, after);
    return values;
  });
}

/** Into how many parts each segment is cut so that none is longer than `spacingKm`. */
function stepsAlong({ chainageKm }: PlaneLine, spacingKm: number): Int32Array {
  const steps = new Int32Array(chainageKm.length - 1);
  for (let i = 0; i < steps.length; i++) {
    steps[i] = Math.ceil((chainageKm[i + 1] - chainageKm[i]) / spacingKm);
  }
  return steps;
}

/** The line with each segment cut into so many equal parts. */
function subdivided(line: PlaneLine, steps: Int32Array): PlaneLine {
  const count = steps.reduce((sum, n) => sum + n, 1);
  return columnwise(line, (v) => {
    const values = new Float64Array(count);
    let used = 0;
    for (let i = 0; i < steps.length; i++) {
      const step = (v[i + 1] - v[i]) / steps[i];
      for (let k = 0; k < steps[i]; k++) values[used++] = v[i] + k * step;
    }
    values[used] = v[steps.length];
    return values;
  });
}

function columnwise(line: PlaneLine, made: (v: Float64Array) => Float64Array): PlaneLine {
  const { x, y, chainageKm, scale } = line;
  return { x: made(x), y: made(y), chainageKm: made(chainageKm), scale: made(scale) };
}

/** Sites as a row, in an order. */
function rowOf({ mesh: { x, y }, chainageKm, scale }: Sites, order: Int32Array): PlaneLine {
  return columnwise({ x, y, chainageKm, scale }, (v) => {
    const values = new Float64Array(order.length);
    for (let i = 0; i < order.length; i++) values[i] = v[order[i]];
    return values;
  });
}

const between = (v: Float64Array, from: number, to: number, fraction: number) =>
  v[from] + fraction * (v[to] - v[from]);

function joined(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** The corners of a rectangle that lies further out than some points, counter-clockwise. */
function frameAround({ x, y }: PlaneLine, distance: number) {
  const [west = 0, east = 0] = extent(x);
  const [south = 0, north = 0] = extent(y);
  return {
    x: Float64Array.of(west - distance, east + distance, east + distance, west - distance),
    y: Float64Array.of(south - distance, south - distance, north + distance, north + distance)
  };
}

/** A copy of the sites that can take `extra` more. */
export function copySites(sites: Sites, extra: number): Sites {
  const used = sites.mesh.points;
  const size = used + extra;
  return {
    mesh: copyMesh(sites.mesh, extra),
    ahead: widened(sites.ahead, used, new Int32Array(size).fill(-1)),
    behind: widened(sites.behind, used, new Int32Array(size).fill(-1)),
    chainageKm: widened(sites.chainageKm, used, new Float64Array(size).fill(NaN)),
    scale: widened(sites.scale, used, new Float64Array(size))
  };
}

/**
 * Puts a site on the line between `from` and the one ahead of it. Adds the half-edges whose
 * triangles are new to `changed`.
 */
export function insertSite(sites: Sites, from: number, fraction: number, changed: number[]): void {
  const { mesh, ahead, behind, chainageKm, scale } = sites;
  const to = ahead[from];
  const valueOf = (v: Float64Array) => between(v, from, to, fraction);
  const site = mesh.points;
  insertPoint(mesh, valueOf(mesh.x), valueOf(mesh.y), mesh.leaving[from], changed);
  chainageKm[site] = valueOf(chainageKm);
  scale[site] = valueOf(scale);
  ahead[from] = behind[to] = site;
  ahead[site] = to;
  behind[site] = from;
}

import { copyMesh, insertPoint, triangulate, widened, type Mesh } from './delaunay';
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
  const last = line.x.length - 1;
  const lengthKm = (segment: number) => line.chainageKm[segment + 1] - line.chainageKm[segment];
  let count = 3;
  for (let segment = 0; segment < last; segment++) count += stepsOf(lengthKm(segment), spacingKm);
  const size = count + FRAME_CORNERS;
  const x = new Float64Array(size);
  const y = new Float64Array(size);
  const chainageKm = new Float64Array(size).fill(NaN);
  const scale = new Float64Array(size);

  let used = 0;
  const add = (segment: number, fraction: number) => {
    x[used] = between(line.x, segment, fraction);
    y[used] = between(line.y, segment, fraction);
    chainageKm[used] = between(line.chainageKm, segment, fraction);
    scale[used++] = between(line.scale, segment, fraction);
  };
  add(0, (-2 * LIMIT_GAP_KM) / lengthKm(0));
  for (let segment = 0; segment < last; segment++) {
    const steps = stepsOf(lengthKm(segment), spacingKm);
    for (let k = 0; k < steps; k++) add(segment, k / steps);
  }
  add(last - 1, 1);
  add(last - 1, 1 + (2 * LIMIT_GAP_KM) / lengthKm(last - 1));
  addFrame(x, y, count, FRAME_REACHES * reachKm);

  const ahead = new Int32Array(size).fill(-1);
  const behind = new Int32Array(size).fill(-1);
  for (let i = 1; i < count; i++) {
    ahead[i - 1] = i;
    behind[i] = i - 1;
  }
  const sites = copySites(
    { mesh: triangulate(x, y), ahead, behind, chainageKm, scale },
    ROOM_TO_JOIN
  );
  joinNeighbours(sites, sites.ahead.keys());
  return sites;
}

const stepsOf = (lengthKm: number, spacingKm: number) => Math.ceil(lengthKm / spacingKm);

const between = (v: Float64Array, segment: number, fraction: number) =>
  v[segment] + fraction * (v[segment + 1] - v[segment]);

/** Puts the corners of a rectangle around the first points behind them, counter-clockwise. */
function addFrame(x: Float64Array, y: Float64Array, count: number, distance: number): void {
  const least = (v: Float64Array) =>
    v.subarray(0, count).reduce((a, b) => Math.min(a, b)) - distance;
  const most = (v: Float64Array) =>
    v.subarray(0, count).reduce((a, b) => Math.max(a, b)) + distance;
  const [west, east, south, north] = [least(x), most(x), least(y), most(y)];
  x.set([west, east, east, west], count);
  y.set([south, south, north, north], count);
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
  const between = (v: Float64Array) => v[from] + fraction * (v[to] - v[from]);
  const site = mesh.points;
  insertPoint(mesh, between(mesh.x), between(mesh.y), mesh.leaving[from], changed);
  chainageKm[site] = between(chainageKm);
  scale[site] = between(scale);
  ahead[from] = behind[to] = site;
  ahead[site] = to;
  behind[site] = from;
}

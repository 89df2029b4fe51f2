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
/** Sites that may be added to join neighbours; a line that needs more crosses itself. */
const ROOM_TO_JOIN = 10_000;

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

  const sites = copySites(
    {
      mesh: triangulate(Float64Array.from(x), Float64Array.from(y)),
      ahead: Int32Array.from(x, (_, i) => (i < count - 1 ? i + 1 : -1)),
      behind: Int32Array.from(x, (_, i) => (i < count ? i - 1 : -1)),
      chainageKm: Float64Array.from(x, (_, i) => chainageKm[i]),
      scale: Float64Array.from(x, (_, i) => scale[i])
    },
    ROOM_TO_JOIN
  );
  joinNeighbours(sites, sites.ahead.keys());
  return sites;
}

/** The corners of a rectangle around all others, counter-clockwise. */
function addFrame(x: number[], y: number[], distance: number): void {
  const least = (v: number[]) => v.reduce((a, b) => Math.min(a, b)) - distance;
  const greatest = (v: number[]) => v.reduce((a, b) => Math.max(a, b)) + distance;
  const [west, east, south, north] = [least(x), greatest(x), least(y), greatest(y)];
  x.push(west, east, east, west);
  y.push(south, south, north, north);
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

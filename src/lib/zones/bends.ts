import type { Hand, Measures } from './cells';

/**
 * How the outline of one side passes each site while nothing but the line's own bend shapes it there:
 * on an arc from the border with one neighbour on the line to that with the other.
 */
export interface Bends {
  /** The half-edge from each site to its neighbour on the line at which the arc begins, or -1. */
  edge: Int32Array;
  /** How far that border reaches; the arc begins on it only at a radius below this. */
  reachKm: Float64Array;
  /** What stands for the arc: `MANY_POINTS`, `ONE_POINT` or `NO_POINT`. */
  points: Uint8Array;
  /** Where the one point lies, seen from the site, at a radius of 1. */
  x: Float64Array;
  y: Float64Array;
}

export const MANY_POINTS = 0;
export const ONE_POINT = 1;
/** Where the line goes straight on, the point lies on the chord between those beside it. */
export const NO_POINT = 2;

/** Chords of an outline stay within this share of the radius from the arc. */
const ARC_ERROR = 2e-4;
/** A chord that spans an angle t, half outside the arc and half inside, strays by t²/16. */
export const ARC_STEP_RAD = Math.sqrt(16 * ARC_ERROR);
export const COS_ARC_STEP = Math.cos(ARC_STEP_RAD);
/** The sine up to which the line goes straight on: sites within its segments are so to round-off. */
const STRAIGHT = 1e-7;
/** Two arcs are tight if there is less than this share of the radius, on each side, between them. */
export const TIGHT = 1e-3;

export function measureBends(cells: Measures, hand: Hand): Bends {
  const bends = noBends(cells.sites.ahead.length);
  for (let site = 0; site < cells.sites.mesh.points; site++) measureBend(bends, cells, hand, site);
  return bends;
}

/** Bends of which some sites are measured afresh, for more sites than there were before. */
export function remeasureBends(
  before: Bends,
  cells: Measures,
  hand: Hand,
  sites: Iterable<number>
): Bends {
  const size = cells.sites.ahead.length;
  const bends = noBends(size);
  bends.edge.set(before.edge.subarray(0, size));
  bends.reachKm.set(before.reachKm.subarray(0, size));
  bends.points.set(before.points.subarray(0, size));
  bends.x.set(before.x.subarray(0, size));
  bends.y.set(before.y.subarray(0, size));
  for (const site of sites) measureBend(bends, cells, hand, site);
  return bends;
}

function noBends(size: number): Bends {
  return {
    edge: new Int32Array(size).fill(-1),
    reachKm: new Float64Array(size),
    points: new Uint8Array(size),
    x: new Float64Array(size),
    y: new Float64Array(size)
  };
}

function measureBend(bends: Bends, cells: Measures, hand: Hand, site: number): void {
  const { sites, edgeAhead, farKm } = cells;
  const { mesh } = sites;
  const { x, y, twin } = mesh;
  const from = hand > 0 ? sites.ahead[site] : sites.behind[site];
  const to = hand > 0 ? sites.behind[site] : sites.ahead[site];
  bends.points[site] = MANY_POINTS;
  if (from < 0) return;
  const edge = hand > 0 ? edgeAhead[site] : twin[edgeAhead[from]];
  bends.edge[site] = edge;
  bends.reachKm[site] = farKm[edge];
  if (to < 0) return;

  const fromLength = Math.sqrt((x[from] - x[site]) ** 2 + (y[from] - y[site]) ** 2);
  const toLength = Math.sqrt((x[site] - x[to]) ** 2 + (y[site] - y[to]) ** 2);
  const ux = (x[from] - x[site]) / fromLength;
  const uy = (y[from] - y[site]) / fromLength;
  const vx = (x[site] - x[to]) / toLength;
  const vy = (y[site] - y[to]) / toLength;
  const sin = ux * vy - uy * vx;
  const cos = ux * vx + uy * vy;
  const isInside = sin < 0;
  if (!isInside && cos <= COS_ARC_STEP) return;

  const cosHalf = Math.sqrt((1 + cos) / 2);
  const sinHalf = sin / (2 * cosHalf);
  const reach = bendReach(cosHalf, isInside);
  bends.points[site] = cos > 0 && Math.abs(sin) < STRAIGHT ? NO_POINT : ONE_POINT;
  bends.x[site] = (-uy * cosHalf - ux * sinHalf) * reach;
  bends.y[site] = (ux * cosHalf - uy * sinHalf) * reach;
}

/**
 * How far out the point lies, at a radius of 1, that stands for an arc of twice a half angle: inside
 * a bend two straight offset edges meet; outside, chords stray as far out as in.
 */
export function bendReach(cosHalf: number, isInside: boolean): number {
  return isInside ? 1 / cosHalf : 1 + (1 - cosHalf) / 2;
}

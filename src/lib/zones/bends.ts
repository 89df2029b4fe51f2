import type { Hand, Measures } from './cells';
import { turned } from './delaunay';

/**
 * How the outline of one side passes each site while nothing but the line's own bend shapes it there:
 * on an arc from the border with one neighbour on the line to that with the other, for which one
 * point stands.
 */
export interface Bends {
  /** The half-edge from each site to its neighbour on the line at which the arc begins, or -1. */
  edge: Int32Array;
  /** How far that border reaches; the arc begins on it only at a radius below this. */
  reachKm: Float64Array;
  /** Only a radius below this passes so; 0 where the arc takes more than one point. */
  clearKm: Float64Array;
  /** Where the point lies, seen from the site, at a radius of 1. */
  x: Float64Array;
  y: Float64Array;
  /** 1 where the line goes straight on: the point lies on the chord between those beside it. */
  straight: Uint8Array;
}

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
  bends.clearKm.set(before.clearKm.subarray(0, size));
  bends.x.set(before.x.subarray(0, size));
  bends.y.set(before.y.subarray(0, size));
  bends.straight.set(before.straight.subarray(0, size));
  for (const site of sites) measureBend(bends, cells, hand, site);
  return bends;
}

function noBends(size: number): Bends {
  return {
    edge: new Int32Array(size).fill(-1),
    reachKm: new Float64Array(size),
    clearKm: new Float64Array(size),
    x: new Float64Array(size),
    y: new Float64Array(size),
    straight: new Uint8Array(size)
  };
}

function measureBend(bends: Bends, cells: Measures, hand: Hand, site: number): void {
  const { sites, edgeAhead, nearKm, farKm } = cells;
  const { mesh } = sites;
  const { x, y, twin } = mesh;
  const from = hand > 0 ? sites.ahead[site] : sites.behind[site];
  const to = hand > 0 ? sites.behind[site] : sites.ahead[site];
  bends.clearKm[site] = 0;
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

  const end = hand > 0 ? twin[edgeAhead[to]] : edgeAhead[site];
  let nearest = Infinity;
  for (let f = turned(mesh, edge); f !== end; f = turned(mesh, f)) {
    nearest = Math.min(nearest, nearKm[f], nearKm[twin[f]]);
  }
  const cosHalf = Math.sqrt((1 + cos) / 2);
  const sinHalf = sin / (2 * cosHalf);
  const reach = bendReach(cosHalf, isInside);
  bends.clearKm[site] = Math.min(nearest / (1 + TIGHT), farKm[twin[end]]);
  bends.x[site] = (-uy * cosHalf - ux * sinHalf) * reach;
  bends.straight[site] = cos > 0 && Math.abs(sin) < STRAIGHT ? 1 : 0;
  bends.y[site] = (ux * cosHalf - uy * sinHalf) * reach;
}

/**
 * How far out the point lies, at a radius of 1, that stands for an arc of twice a half angle: inside
 * a bend two straight offset edges meet; outside, chords stray as far out as in.
 */
export function bendReach(cosHalf: number, isInside: boolean): number {
  return isInside ? 1 / cosHalf : 1 + (1 - cosHalf) / 2;
}

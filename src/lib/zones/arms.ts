import type { Hand, Measures } from './cells';
import { next } from './delaunay';

/**
 * The left arms on one hand of the line, as one of the two sites sees it, in columns, roughly by
 * falling `farKm`; without those of the line's own edges, where no ring needs to begin (see
 * `walk.ts`).
 */
export interface Arms {
  halfEdges: Int32Array;
  nearKm: Float64Array;
  farKm: Float64Array;
  /** The site whose arc begins at the arm, and the one whose arc ends there; -1 if on another hand. */
  begins: Int32Array;
  ends: Int32Array;
  /** For each class, how many arms are in it and in those that reach farther. */
  reaching: readonly number[];
}

/** Classes of arms by how far they reach: up to 0.1 km, then one each time that doubles. */
const LEAST_KM = 0.05;
const CLASSES = 12;
/** What is no arm, or one of the line's own edges. */
const NO_CLASS = -1;

/** The class of arms that reach to a distance; the farthest is the first. */
function classOf(farKm: number): number {
  const times = Math.min(farKm / LEAST_KM, 2 ** 31 - 1);
  const doublings = 31 - Math.clz32(times);
  return CLASSES - 1 - Math.min(CLASSES - 1, Math.max(0, doublings));
}

/** Sorts the arms on either hand of the line into classes by how far they reach. */
export function sortArms(cells: Measures): Record<Hand, Arms> {
  const { nearKm, farKm, sites } = cells;
  const classes = new Int8Array(sites.mesh.halfEdges).fill(NO_CLASS);
  for (let e = 0; e < classes.length; e++) {
    if (nearKm[e] > 0 && nearKm[e] < farKm[e]) classes[e] = classOf(farKm[e]);
  }
  return { [1]: sortArmsOn(cells, classes, 1), [-1]: sortArmsOn(cells, classes, -1) };
}

function sortArmsOn(
  { nearKm, farKm, hand, sites }: Measures,
  classes: Int8Array,
  side: Hand
): Arms {
  const { origin } = sites.mesh;
  const sizes = new Int32Array(CLASSES);
  for (let e = 0; e < classes.length; e++) {
    if (classes[e] === NO_CLASS) continue;
    if (hand[e] === side || hand[next(e)] === side) sizes[classes[e]]++;
  }
  const reaching = Array.from(sizes);
  for (let k = 1; k < CLASSES; k++) reaching[k] += reaching[k - 1];
  const place = Int32Array.from(reaching, (at, k) => at - sizes[k]);
  const size = reaching[CLASSES - 1];
  const arms = {
    halfEdges: new Int32Array(size),
    nearKm: new Float64Array(size),
    farKm: new Float64Array(size),
    begins: new Int32Array(size),
    ends: new Int32Array(size),
    reaching
  };
  for (let e = 0; e < classes.length; e++) {
    if (classes[e] === NO_CLASS) continue;
    const back = next(e);
    if (hand[e] !== side && hand[back] !== side) continue;
    const at = place[classes[e]]++;
    arms.halfEdges[at] = e;
    arms.nearKm[at] = nearKm[e];
    arms.farKm[at] = farKm[e];
    arms.begins[at] = hand[e] === side ? origin[e] : -1;
    arms.ends[at] = hand[back] === side ? origin[back] : -1;
  }
  return arms;
}

/** How many of the arms may reach beyond a distance: none that comes later does. */
export function armsBeyond({ reaching }: Arms, km: number): number {
  return reaching[classOf(km)];
}

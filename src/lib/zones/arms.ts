import type { Cells } from './cells';

/** All half-edges that have a left arm on some hand, roughly by falling `farKm`. */
export interface Arms {
  halfEdges: Int32Array;
  /** For each class, how many half-edges are in it and in those that reach farther. */
  end: readonly number[];
}

/** Arms that reach up to 0.1 km, 0.125 km, ... up to 2^7 km and on: three classes a doubling. */
const LEAST_KM = 0.1;
const CLASSES_PER_DOUBLING = 3;
const CLASSES = 32;

/** The class of arms that reach to a distance; the farthest is the first. */
function classOf(farKm: number): number {
  const steps = Math.floor(CLASSES_PER_DOUBLING * Math.log2(farKm / LEAST_KM));
  return CLASSES - 1 - Math.min(CLASSES - 1, Math.max(0, steps));
}

/** Sorts the arms of cells into classes by how far they reach. */
export function sortArms({ sites, nearKm, farKm, hand }: Omit<Cells, 'arms'>): Arms {
  const count = sites.mesh.halfEdges;
  const classes = new Int8Array(count).fill(-1);
  const sizes = new Int32Array(CLASSES);
  for (let e = 0; e < count; e++) {
    if (hand[e] === 0 || !(nearKm[e] < farKm[e])) continue;
    classes[e] = classOf(farKm[e]);
    sizes[classes[e]]++;
  }
  const end = Array.from(sizes);
  for (let k = 1; k < CLASSES; k++) end[k] += end[k - 1];
  const place = Int32Array.from(end, (at, k) => at - sizes[k]);
  const halfEdges = new Int32Array(end[CLASSES - 1]);
  for (let e = 0; e < count; e++) if (classes[e] >= 0) halfEdges[place[classes[e]]++] = e;
  return { halfEdges, end };
}

/** The half-edges of all arms that may reach farther than a distance, among some that do not. */
export function armsBeyond({ halfEdges, end }: Arms, km: number): Int32Array {
  return halfEdges.subarray(0, end[classOf(km)]);
}

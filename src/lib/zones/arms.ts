import type { Hand, Measures } from './cells';

/** The left arms on one hand of the line, in columns, roughly by falling `farKm`. */
export interface Arms {
  halfEdges: Int32Array;
  nearKm: Float64Array;
  farKm: Float64Array;
  /** For each class, how many arms are in it and in those that reach farther. */
  end: readonly number[];
}

/** Classes of arms by how far they reach: up to 0.1 km, then one each time that doubles. */
const LEAST_KM = 0.05;
const CLASSES = 12;

/** The class of arms that reach to a distance; the farthest is the first. */
function classOf(farKm: number): number {
  const times = Math.min(farKm / LEAST_KM, 2 ** 31 - 1);
  const doublings = 31 - Math.clz32(times);
  return CLASSES - 1 - Math.min(CLASSES - 1, Math.max(0, doublings));
}

/** Whether a half-edge has a left arm, and is none of the line's own edges. */
const hasArm = ({ nearKm, farKm }: Measures, e: number) => nearKm[e] > 0 && nearKm[e] < farKm[e];

/** Sorts the arms on a hand of the line into classes by how far they reach. */
export function sortArms(cells: Measures, hand: Hand): Arms {
  const count = cells.sites.mesh.halfEdges;
  const classes = new Int8Array(count).fill(-1);
  const sizes = new Int32Array(CLASSES);
  for (let e = 0; e < count; e++) {
    if (cells.hand[e] !== hand || !hasArm(cells, e)) continue;
    classes[e] = classOf(cells.farKm[e]);
    sizes[classes[e]]++;
  }
  const end = Array.from(sizes);
  for (let k = 1; k < CLASSES; k++) end[k] += end[k - 1];
  const place = Int32Array.from(end, (at, k) => at - sizes[k]);
  const halfEdges = new Int32Array(end[CLASSES - 1]);
  for (let e = 0; e < count; e++) if (classes[e] >= 0) halfEdges[place[classes[e]]++] = e;
  const nearKm = new Float64Array(halfEdges.length);
  const farKm = new Float64Array(halfEdges.length);
  for (let k = 0; k < halfEdges.length; k++) {
    nearKm[k] = cells.nearKm[halfEdges[k]];
    farKm[k] = cells.farKm[halfEdges[k]];
  }
  return { halfEdges, nearKm, farKm, end };
}

/** Calls for the half-edge of each arm that holds any distance of an interval. */
export function forEachArm(
  { halfEdges, nearKm, farKm, end }: Arms,
  { leastKm, greatestKm }: { leastKm: number; greatestKm: number },
  call: (halfEdge: number) => void
): void {
  const last = end[classOf(leastKm)];
  for (let k = 0; k < last; k++) {
    if (nearKm[k] < greatestKm && farKm[k] > leastKm) call(halfEdges[k]);
  }
}

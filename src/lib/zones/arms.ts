import type { Hand, Measures } from './cells';

/**
 * The left arms on one hand of the line, in columns, roughly by falling `farKm`; without those of the
 * line's own edges, where no ring needs to begin (see `walk.ts`).
 */
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

/** Sorts the arms on either hand of the line into classes by how far they reach. */
export function sortArms(cells: Measures): Record<Hand, Arms> {
  const { nearKm, farKm, hand } = cells;
  const count = cells.sites.mesh.halfEdges;
  const classes = new Int8Array(count).fill(-1);
  const sizes = { [1]: new Int32Array(CLASSES), [-1]: new Int32Array(CLASSES) };
  for (let e = 0; e < count; e++) {
    const side = hand[e];
    const isLineEdge = nearKm[e] === 0;
    if ((side !== 1 && side !== -1) || isLineEdge || !(nearKm[e] < farKm[e])) continue;
    classes[e] = classOf(farKm[e]);
    sizes[side][classes[e]]++;
  }
  const gather = (side: Hand): Arms => {
    const end = Array.from(sizes[side]);
    for (let k = 1; k < CLASSES; k++) end[k] += end[k - 1];
    const place = Int32Array.from(end, (at, k) => at - sizes[side][k]);
    const arms = {
      halfEdges: new Int32Array(end[CLASSES - 1]),
      nearKm: new Float64Array(end[CLASSES - 1]),
      farKm: new Float64Array(end[CLASSES - 1]),
      end
    };
    for (let e = 0; e < count; e++) {
      if (classes[e] < 0 || hand[e] !== side) continue;
      const at = place[classes[e]]++;
      arms.halfEdges[at] = e;
      arms.nearKm[at] = nearKm[e];
      arms.farKm[at] = farKm[e];
    }
    return arms;
  };
  return { [1]: gather(1), [-1]: gather(-1) };
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

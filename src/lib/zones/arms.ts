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
  return { [1]: sortArmsOn(cells, 1), [-1]: sortArmsOn(cells, -1) };
}

function sortArmsOn({ nearKm, farKm, hand, sites }: Measures, side: Hand): Arms {
  const count = sites.mesh.halfEdges;
  const isSorted = (e: number) => hand[e] === side && nearKm[e] > 0 && nearKm[e] < farKm[e];
  const sizes = new Int32Array(CLASSES);
  for (let e = 0; e < count; e++) if (isSorted(e)) sizes[classOf(farKm[e])]++;

  const end = Array.from(sizes);
  for (let k = 1; k < CLASSES; k++) end[k] += end[k - 1];
  const place = Int32Array.from(end, (at, k) => at - sizes[k]);
  const arms = {
    halfEdges: new Int32Array(end[CLASSES - 1]),
    nearKm: new Float64Array(end[CLASSES - 1]),
    farKm: new Float64Array(end[CLASSES - 1]),
    end
  };
  for (let e = 0; e < count; e++) {
    if (!isSorted(e)) continue;
    const at = place[classOf(farKm[e])]++;
    arms.halfEdges[at] = e;
    arms.nearKm[at] = nearKm[e];
    arms.farKm[at] = farKm[e];
  }
  return arms;
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

import { findCrossings } from './crossings.mjs';
import { insideRing } from './rings.mjs';
import { nearestVertex } from './provinces.mjs';

/** @typedef {import('./chains.mjs').Micro} Micro */

/** How many vertices an end may give up to reach the outline without crossing it. */
const MOST_DROPPED = 60;

/**
 * Leads the end of a province boundary to the country's outline: its last vertices are dropped while
 * they lie outside or the way on would cross the outline, then it goes straight to the outline's
 * vertex nearest to where the source ends.
 *
 * @param {Micro[]} points the last one on the source's copy of the outline
 * @param {Micro[]} outline closed
 * @returns {{ points: Micro[], vertex: number, movedKm: number }} vertex: index in the outline
 * @throws when there is no way
 */
export function snapEnd(points, outline) {
  const end = points[points.length - 1];
  const { index: vertex, distance } = nearestVertex(end, outline);
  const node = outline[vertex];
  let inside = points.length - 1;
  while (inside > 0 && !insideRing(points[inside], outline)) inside--;
  for (let dropped = 0; dropped <= MOST_DROPPED && inside - dropped >= 0; dropped++) {
    const kept = points.slice(0, inside - dropped + 1);
    if (isClear(kept[kept.length - 1], node, outline, kept)) {
      return { points: [...kept, node], vertex, movedKm: distance * 111.2e-6 };
    }
  }
  throw new Error(`no way from ${end} to the outline at ${node}`);
}

/** @param {Micro} from @param {Micro} to @param {Micro[]} outline @param {Micro[]} kept */
function isClear(from, to, outline, kept) {
  const [west, east] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
  const [south, north] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
  const nearby = [outline, kept].flatMap((line) =>
    line.slice(1).flatMap((b, i) => {
      const a = line[i];
      const apart =
        Math.max(a[0], b[0]) < west ||
        Math.min(a[0], b[0]) > east ||
        Math.max(a[1], b[1]) < south ||
        Math.min(a[1], b[1]) > north;
      return apart ? [] : [[a, b]];
    })
  );
  return nearby.every((edge) => findCrossings([[from, to], edge]).length === 0);
}

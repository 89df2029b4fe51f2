import type { Cells, Hand } from './cells';
import { OutlinePen } from './pen';
import { walkOutline } from './walk';

/** A run of the outline away from the line, in plane km. Its fixed points must not be thinned. */
export interface Curve {
  x: number[];
  y: number[];
  fixed: boolean[];
}

/** A run of the outline along the line, between two chainages; backwards on the right hand. */
export interface LineRun {
  fromKm: number;
  toKm: number;
}

/**
 * One closed ring of an outline with the zone on the left: a single curve, whose last point is its
 * first again, or runs along the line and curves by turns, beginning with the line. Then each curve
 * begins where the run before it ends and ends where the next begins.
 */
export type OutlineRing = (Curve | LineRun)[];

export const isCurve = (run: Curve | LineRun): run is Curve => 'x' in run;

/** How far an outline may stray, as shares of the radius: by chords for arcs, and by thinning. */
export interface OutlineErrors {
  arc: number;
  thinningKm: number;
}

/**
 * The outline of one side of a zone as rings in the plane, none of whose curves crosses itself.
 * `radiusKm` holds for each site the width there in plane km, 0 where the zone is not. Arcs become
 * chords that stay within `errors.arc` (a share of the radius) of them, and points are left out
 * that lie within `errors.thinningKm` of what replaces them.
 */
export function outlineRings(
  cells: Cells,
  radiusKm: Float64Array,
  hand: Hand,
  errors: OutlineErrors
): OutlineRing[] {
  const pen = new OutlinePen(cells, radiusKm, hand, errors);
  walkOutline(cells, radiusKm, hand, pen);
  return pen.rings;
}

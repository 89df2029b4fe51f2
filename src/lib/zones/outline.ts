import type { Cells, Hand } from './cells';
import { OutlinePen } from './outline-pen';
import type { SiteRadii } from './radii';
import { walkOutline } from './walk';

/** A run of the outline away from the line, in plane km. */
export interface Curve {
  x: Float64Array;
  y: Float64Array;
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

/**
 * The outline of one side of a zone as rings in the plane, none of whose curves crosses itself. Arcs
 * become chords (see `bends.ts` for how near they stay), and points are left out that lie within
 * `thinningKm` of what replaces them.
 */
export function outlineRings(
  cells: Cells,
  radii: SiteRadii,
  hand: Hand,
  thinningKm: number
): OutlineRing[] {
  const pen = new OutlinePen(cells, radii, hand, thinningKm);
  walkOutline(cells, radii, hand, pen);
  return pen.rings;
}

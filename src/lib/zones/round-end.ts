import { circumcentre, type Cells } from './cells';
import { next, turned } from './delaunay';

/** The way straight on from an end of the line, which parts the two sides of a round end. */
export interface RoundEnd {
  /** Unit vector straight on. */
  ux: number;
  uy: number;
  /** The half-edge of the cell's border that the way meets, and after how many km. */
  halfEdge: number;
  freeKm: number;
  /** Whether the way passes that border's right arm before it meets it. */
  isPast: boolean;
}

/** Looks straight on from the site beyond an end of the line. */
export function roundEnd({ sites, edgeAhead }: Cells, site: number): RoundEnd {
  const { mesh, ahead, behind } = sites;
  const { x, y, origin, twin } = mesh;
  const neighbour = ahead[site] < 0 ? behind[site] : ahead[site];
  const length = Math.hypot(x[site] - x[neighbour], y[site] - y[neighbour]);
  const [ux, uy] = [(x[site] - x[neighbour]) / length, (y[site] - y[neighbour]) / length];
  const leftOf = (px: number, py: number) => ux * (py - y[site]) - uy * (px - x[site]);
  const onward = (px: number, py: number) => ux * (px - x[site]) + uy * (py - y[site]);

  const start = ahead[site] < 0 ? twin[edgeAhead[neighbour]] : edgeAhead[site];
  for (let e = turned(mesh, start); e !== start; e = turned(mesh, e)) {
    const right = circumcentre(mesh, twin[e]);
    const left = circumcentre(mesh, e);
    const [a, b] = [leftOf(...right), leftOf(...left)];
    if (a > 0 || b <= 0) continue;
    const share = a / (a - b);
    const freeKm = onward(...right) + share * (onward(...left) - onward(...right));
    if (freeKm <= 0) continue;
    const j = origin[next(e)];
    return { ux, uy, halfEdge: e, freeKm, isPast: leftOf(x[j], y[j]) <= 0 };
  }
  throw new Error('The cell beyond an end of the line is open.');
}

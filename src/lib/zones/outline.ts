import { next } from './delaunay';
import type { Cells, Hand } from './cells';
import { walkOutline, type Pen } from './walk';

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

/**
 * The outline of one side of a zone as rings in the plane. `radiusKm` holds for each site the width
 * there in plane km, 0 where the zone is not. Arcs become chords that stay within `arcError` (a
 * share of the radius) of them.
 */
export function outlineRings(
  cells: Cells,
  radiusKm: Float64Array,
  hand: Hand,
  arcError: number
): OutlineRing[] {
  const pen = new OutlinePen(cells, radiusKm, hand, arcError);
  walkOutline(cells, radiusKm, hand, pen);
  return pen.rings;
}

type Vector = [x: number, y: number];

/** Points nearer to each other than this, 1 mm, are the same. */
const SAME_POINT_KM = 1e-6;

/** The share of the radius to which a meeting of offset edges is found. */
const NEWTON_PRECISION = 1e-6;

class OutlinePen implements Pen {
  readonly rings: OutlineRing[] = [];
  private ring: OutlineRing = [];
  private curve: Curve = { x: [], y: [], fixed: [] };
  /** The arc that was begun last, whose end is told by what comes next; none if `from` is -1. */
  private open = { from: -1, to: -1, isTight: false };
  /** How the ring's first arc is drawn, when where it begins is told only by the ring's end. */
  private strokeFirst: (() => void) | null = null;
  private readonly stepRad: number;

  constructor(
    private readonly cells: Cells,
    private readonly radiusKm: Float64Array,
    private readonly hand: Hand,
    arcError: number
  ) {
    // A chord that spans an angle t, half outside the arc and half inside, strays by t²/16.
    this.stepRad = Math.sqrt(16 * arcError);
  }

  begin(): void {
    this.ring = [];
    this.newCurve();
    this.strokeFirst = null;
    this.open.from = -1;
  }

  arc(from: number, to: number, isTight: boolean): void {
    this.closeArcOnLine();
    this.open.from = from;
    this.open.to = to;
    this.open.isTight = isTight;
  }

  cusp(halfEdge: number): void {
    const { origin } = this.cells.sites.mesh;
    const [j, i] = [origin[halfEdge], origin[next(halfEdge)]];
    const [x, y] = this.meetingOfOffsets(i, j, this.pointOnBorder(halfEdge, this.radiusKm[j]));
    this.closeArc(x, y);
    this.push(x, y, true);
  }

  corner(halfEdge: number, distanceKm: number): void {
    const [x, y] = this.pointOnBorder(halfEdge, distanceKm);
    if (this.open.from >= 0 && this.followsLine(this.open.to)) this.closeArcOnLine();
    else this.closeArc(x, y);
    this.push(x, y, true);
  }

  meeting(x: number, y: number): void {
    this.closeArcOnLine();
    this.push(x, y, true);
  }

  tip(x: number, y: number): void {
    this.closeArc(x, y);
    this.push(x, y, true);
  }

  line(fromSite: number, toSite: number): void {
    const { ahead, behind } = this.cells.sites;
    const [before, after] = this.hand > 0 ? [behind, ahead] : [ahead, behind];
    const fromKm = this.pushLimit(before[fromSite], fromSite);
    const run = { fromKm, toKm: 0 };
    this.ring.push(run);
    this.newCurve();
    run.toKm = this.pushLimit(after[toSite], toSite);
  }

  end(): void {
    this.closeArcOnLine();
    this.strokeFirst?.();
    const beginning = this.ring.shift();
    if (beginning && isCurve(beginning)) {
      if (this.ring.length === 0) this.ring.push(this.curve);
      if (beginning.x.length > 0) this.push(beginning.x[0], beginning.y[0], true);
    }
    this.rings.push(this.ring);
  }

  /**
   * Adds the point on the line where a run begins or ends: midway between its last site and the one
   * beyond, or its last site where there is none. Gives the chainage there.
   */
  private pushLimit(beyond: number, site: number): number {
    const { mesh, chainageKm } = this.cells.sites;
    const other = beyond < 0 ? site : beyond;
    const middle = (v: Float64Array) => (v[site] + v[other]) / 2;
    this.push(middle(mesh.x), middle(mesh.y), true);
    return middle(chainageKm);
  }

  private newCurve(): void {
    this.curve = { x: [], y: [], fixed: [] };
    this.ring.push(this.curve);
  }

  /** Adds a point, unless it all but repeats the last one. */
  private push(x: number, y: number, fixed: boolean): void {
    const last = this.curve.x.length - 1;
    const stepKm = Math.abs(x - this.curve.x[last]) + Math.abs(y - this.curve.y[last]);
    if (stepKm < SAME_POINT_KM) return;
    this.curve.x.push(x);
    this.curve.y.push(y);
    this.curve.fixed.push(fixed);
  }

  private followsLine(e: number): boolean {
    const { mesh, ahead, behind } = this.cells.sites;
    const [a, b] = [mesh.origin[e], mesh.origin[next(e)]];
    return ahead[a] === b || behind[a] === b;
  }

  /** Closes the open arc, if any, where its cell borders on its neighbour's along the line. */
  private closeArcOnLine(): void {
    if (this.open.from < 0) return;
    this.lookLeft(this.open.to);
    this.finishArc(-this.leftX, -this.leftY, true);
  }

  /** Closes the open arc, if any, at a point. */
  private closeArc(x: number, y: number): void {
    if (this.open.from < 0) return;
    const { mesh } = this.cells.sites;
    const site = mesh.origin[this.open.from];
    this.finishArc(x - mesh.x[site], y - mesh.y[site], false);
  }

  /** Ends the open arc in a direction from its site, square to the line or not. */
  private finishArc(bx: number, by: number, endsSquare: boolean): void {
    const { from, isTight } = this.open;
    this.open.from = -1;
    const isRingStart = this.ring.length === 1 && this.curve.x.length === 0;
    if (isRingStart && !this.strokeFirst && !this.followsLine(from)) {
      this.strokeFirst = () => this.strokeArc(from, bx, by, endsSquare, isTight);
    } else {
      this.strokeArc(from, bx, by, endsSquare, isTight);
    }
  }

  /**
   * Draws an arc around the site that half-edge `from` leaves, to the direction b. It begins square
   * to the line, or where the outline has come to.
   */
  private strokeArc(
    from: number,
    bx: number,
    by: number,
    endsSquare: boolean,
    isTight: boolean
  ): void {
    const { mesh } = this.cells.sites;
    const site = mesh.origin[from];
    const [siteX, siteY] = [mesh.x[site], mesh.y[site]];
    const beginsSquare = this.followsLine(from);
    if (beginsSquare) this.lookLeft(from);
    const last = this.curve.x.length - 1;
    const ax = beginsSquare ? this.leftX : this.curve.x[last] - siteX;
    const ay = beginsSquare ? this.leftY : this.curve.y[last] - siteY;

    let angle = Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
    const isBend = beginsSquare && endsSquare;
    if (!isBend && angle < -Math.PI / 2) angle += 2 * Math.PI;
    if (!isBend && angle < 0) return; // a cusp lies before the point square to the site

    const steps = Math.max(1, Math.ceil(angle / this.stepRad));
    const half = angle / steps / 2;
    // Inside a bend two straight offset edges meet; outside, chords stray as far out as in.
    const reach = angle < 0 ? 1 / Math.cos(half) : 1 + (1 - Math.cos(half)) / 2;
    const unit = (this.radiusKm[site] * reach) / Math.sqrt(ax * ax + ay * ay);
    for (let k = 0; k < steps; k++) {
      const turn = half * (2 * k + 1);
      const cos = unit * Math.cos(turn);
      const sin = unit * Math.sin(turn);
      this.push(siteX + ax * cos - ay * sin, siteY + ax * sin + ay * cos, isTight);
    }
  }

  private leftX = 0;
  private leftY = 0;

  /** Sets `leftX` and `leftY` to the unit vector to the left of a half-edge. */
  private lookLeft(e: number): void {
    const { x, y, origin } = this.cells.sites.mesh;
    const [a, b] = [origin[e], origin[next(e)]];
    const [dx, dy] = [x[b] - x[a], y[b] - y[a]];
    const length = Math.sqrt(dx * dx + dy * dy);
    this.leftX = -dy / length;
    this.leftY = dx / length;
  }

  /** The point on the left arm of a cell's border at a distance from the site, or from the line. */
  private pointOnBorder(e: number, distanceKm: number): Vector {
    const { x, y, origin } = this.cells.sites.mesh;
    const [a, b] = [origin[e], origin[next(e)]];
    this.lookLeft(e);
    const half = Math.hypot(x[b] - x[a], y[b] - y[a]) / 2;
    const up = this.followsLine(e)
      ? distanceKm
      : Math.sqrt(Math.max(0, distanceKm ** 2 - half ** 2));
    return [(x[a] + x[b]) / 2 + up * this.leftX, (y[a] + y[b]) / 2 + up * this.leftY];
  }

  /**
   * The point as far from the line at site i as i's radius and as far from the line at site j as
   * j's radius, by Newton's method from a point nearby.
   */
  private meetingOfOffsets(i: number, j: number, [x, y]: Vector): Vector {
    const precisionKm = NEWTON_PRECISION * this.radiusKm[i];
    for (let step = 0; step < 4; step++) {
      const da = this.radiusKm[i] - this.distanceToLine(i, x, y);
      const [ax, ay] = [this.awayX, this.awayY];
      const db = this.radiusKm[j] - this.distanceToLine(j, x, y);
      const [bx, by] = [this.awayX, this.awayY];
      const determinant = ax * by - ay * bx;
      if (Math.abs(da) + Math.abs(db) < precisionKm || Math.abs(determinant) < 0.02) break;
      x += (da * by - db * ay) / determinant;
      y += (ax * db - bx * da) / determinant;
    }
    return [x, y];
  }

  private awayX = 0;
  private awayY = 0;

  /**
   * The distance from the two segments of the line at a site; leaves the unit vector away from them
   * in `awayX` and `awayY`.
   */
  private distanceToLine(site: number, x: number, y: number): number {
    const { ahead, behind } = this.cells.sites;
    const distance = this.distanceToSegment(site, ahead[site], x, y, Infinity);
    return Math.min(distance, this.distanceToSegment(site, behind[site], x, y, distance));
  }

  /** Leaves the direction only if the segment is nearer than a limit. */
  private distanceToSegment(a: number, b: number, x: number, y: number, limit: number): number {
    const { mesh } = this.cells.sites;
    let [px, py] = [x - mesh.x[a], y - mesh.y[a]];
    if (this.radiusKm[b] > 0) {
      const [ux, uy] = [mesh.x[b] - mesh.x[a], mesh.y[b] - mesh.y[a]];
      const t = Math.min(1, Math.max(0, (px * ux + py * uy) / (ux * ux + uy * uy)));
      px -= t * ux;
      py -= t * uy;
    }
    const distance = Math.sqrt(px * px + py * py);
    if (distance < limit) {
      this.awayX = px / distance;
      this.awayY = py / distance;
    }
    return distance;
  }
}

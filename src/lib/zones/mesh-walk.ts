import { TIGHT, type Bends } from './bends';
import { circumcentre, type Cells, type Hand } from './cells';
import { next, turned, type Mesh } from './delaunay';
import type { Pen } from './pen';
import type { SiteRadii } from './radii';
import { roundEnd, type RoundEnd } from './round-end';

/**
 * Radii of two cells that differ by less than this share meet in a cusp, without a step, unless they
 * differ by more than a share of how far apart the sites are: then the arcs cross far from the border.
 */
const SAME_RADIUS = 1e-3;
const SAME_DIRECTION = 1e-2;

/**
 * Walks an outline from cell to cell as the mesh tells: where it leaves the arcs for the borders of
 * cells, for the line or for a round end, and where an arc must be followed around its cell.
 */
export class MeshWalk {
  private readonly mesh: Mesh;
  private readonly origin: Int32Array;
  private readonly twin: Int32Array;
  private readonly nearKm: Float64Array;
  private readonly farKm: Float64Array;
  /** The next site along the line and the one before it, as seen with the zone on the left. */
  private readonly ahead: Int32Array;
  private readonly behind: Int32Array;
  private readonly bends: Bends;
  /** Runs of the outline along the line that are still to be walked: where each begins and ends. */
  private readonly runsLeft: Map<number, number>;

  constructor(
    private readonly cells: Cells,
    private readonly radii: SiteRadii,
    private readonly hand: Hand,
    private readonly pen: Pen
  ) {
    const { sites } = cells;
    this.mesh = sites.mesh;
    this.origin = sites.mesh.origin;
    this.twin = sites.mesh.twin;
    this.nearKm = cells.nearKm;
    this.farKm = cells.farKm;
    this.ahead = hand > 0 ? sites.ahead : sites.behind;
    this.behind = hand > 0 ? sites.behind : sites.ahead;
    this.bends = cells.bends[hand];
    this.runsLeft = new Map(
      radii.runs.map(({ first, last }) => (hand > 0 ? [first, last] : [last, first]))
    );
  }

  /** The first sites of the runs along the line that are still to be walked. */
  runs(): Iterable<number> {
    return this.runsLeft.keys();
  }

  /** Whether an arc begins on the left arm of a half-edge that is not the line's own. */
  isBeginning(e: number): boolean {
    const radius = this.radiusOf(e);
    return this.nearKm[e] > 0 && radius > 0 && this.isOnLeftArm(e, radius);
  }

  /** From the beginning of an arc at half-edge `from` around its cell to that of the next one. */
  search(from: number): number {
    return this.sweep(from, turned(this.mesh, from));
  }

  private radiusOf(e: number): number {
    return this.cells.hand[e] === this.hand ? this.radii.at(this.origin[e]) : 0;
  }

  private isOnLeftArm(e: number, r: number): boolean {
    return this.nearKm[e] < r && r < this.farKm[e];
  }

  /** The site to which a half-edge leads. */
  destination(e: number): number {
    return this.origin[next(e)];
  }

  private followOnLine(a: number, b: number): boolean {
    return this.ahead[a] === b || this.behind[a] === b;
  }

  /** Follows the arc that began at half-edge `from`, looking at the cell's borders from `f` on. */
  private sweep(from: number, f: number): number {
    const { nearKm, twin, mesh } = this;
    const site = this.origin[from];
    const a = this.radii.at(site);
    const end = this.behind[site] < 0 ? roundEnd(this.cells, site) : null;
    let isTight = false;
    while (!this.isOnLeftArm(twin[f], a) || (f === end?.halfEdge && !end.isPast)) {
      if (f === end?.halfEdge) {
        this.pen.arc(site, this.destination(from), this.destination(f), isTight);
        return this.enterLine(site, end);
      }
      isTight ||= Math.min(nearKm[f], nearKm[twin[f]]) < a * (1 + TIGHT);
      f = turned(mesh, f);
    }
    return this.leaveArc(from, f, isTight);
  }

  /** From the end of an arc, on the right arm of f, to the beginning of the next one. */
  leaveArc(from: number, f: number, isTight: boolean): number {
    const { pen } = this;
    const site = this.origin[f];
    const neighbour = this.destination(f);
    const a = this.radii.at(site);
    const g = this.twin[f];
    const b = this.radiusOf(g);
    const followsLine = this.followOnLine(site, neighbour);
    pen.arc(site, this.destination(from), neighbour, isTight);
    if (b > 0 && this.isOnLeftArm(g, b)) {
      if (followsLine) return g;
      if (this.areAlike(site, neighbour)) {
        pen.cusp(site, neighbour);
        return g;
      }
    }
    if (!(followsLine && b > 0)) pen.corner(neighbour, site, a);
    return this.descend(f, a);
  }

  /** Whether the arcs of two sites whose cells border on each other meet in a cusp. */
  areAlike(from: number, to: number): boolean {
    const { x, y } = this.mesh;
    const a = this.radii.at(from);
    const b = this.radii.at(to);
    const apart2 = (x[from] - x[to]) ** 2 + (y[from] - y[to]) ** 2;
    return Math.abs(a - b) < SAME_RADIUS * a && (a - b) ** 2 < SAME_DIRECTION ** 2 * apart2;
  }

  /**
   * On the right arm of f, inside the sector of f's origin, at a distance from it: goes down the
   * arm as long as the sector beyond it does not reach up to here, else over into that one.
   */
  private descend(f: number, distance: number): number {
    const { nearKm, farKm, origin, mesh } = this;
    const g = this.twin[f];
    const b = this.radiusOf(g);
    if (b >= distance) return this.ascend(g);
    if (b > nearKm[g]) {
      const [site, neighbour] = [origin[g], this.destination(g)];
      if (!this.followOnLine(site, neighbour)) this.pen.corner(site, neighbour, b);
      return g;
    }
    if (origin[g] === this.behind[origin[f]]) return this.followLine(origin[f]);
    if (nearKm[f] < Infinity) return this.ascend(f);
    this.pen.meeting(...circumcentre(mesh, f));
    return this.descend(turned(mesh, f), farKm[f]);
  }

  /** Up the left arm of e, as far as the sector of e's origin reaches. */
  private ascend(e: number): number {
    const radius = this.radii.at(this.origin[e]);
    if (radius < this.farKm[e]) {
      this.pen.corner(this.origin[e], this.destination(e), radius);
      return e;
    }
    this.pen.meeting(...circumcentre(this.mesh, e));
    return this.descend(turned(this.mesh, e), this.farKm[e]);
  }

  /** Along the line from the first site of a run to its last, and up from there. */
  followLine(first: number): number {
    const last = this.runsLeft.get(first);
    if (last === undefined) return -1;
    this.runsLeft.delete(first);
    this.pen.line(first, last);
    return this.ahead[last] < 0 ? this.leaveLine(last) : this.ascend(this.bends.edge[last]);
  }

  /** Straight on from the line's end to the round end of the zone, and along that. */
  private leaveLine(site: number): number {
    const end = roundEnd(this.cells, site);
    this.passTip(site, end);
    return this.sweep(end.halfEdge, end.isPast ? turned(this.mesh, end.halfEdge) : end.halfEdge);
  }

  private enterLine(site: number, end: RoundEnd): number {
    this.passTip(site, end);
    return this.followLine(site);
  }

  private passTip(site: number, { ux, uy, freeKm }: RoundEnd): void {
    const { x, y } = this.mesh;
    const radius = this.radii.at(site);
    if (radius >= freeKm) {
      throw new RangeError('A round end would run into another part of the line.');
    }
    this.pen.tip(x[site] + radius * ux, y[site] + radius * uy);
  }
}

import { MANY_POINTS, TIGHT, type Bends } from './bends';
import { next, turned, type Mesh } from './delaunay';
import { circumcentre, type Cells, type Hand } from './cells';
import { Cusps } from './cusps';
import type { SiteRadii } from './radii';
import { roundEnd, type RoundEnd } from './round-end';

/** What takes down an outline while it is walked, with the zone on the left. */
export interface Pen {
  /** A ring begins. */
  begin(): void;
  /**
   * The outline runs at a site's radius, counter-clockwise from the border of its cell with that of
   * the site `from` to the border with that of the site `to`. It is tight if another part of the
   * outline may come so near to it that the two, if thinned, could cross.
   */
  arc(site: number, from: number, to: number, isTight: boolean): void;
  /** The outline passes the sites from one up to another on clear bends (see `Bends`). */
  passBends(fromSite: number, untilSite: number): void;
  /** The outline turns from the arc of one site to that of another, on the border of their cells. */
  cusp(before: number, after: number): void;
  /** The outline passes a corner on the border of two sites' cells, at a distance from the first. */
  corner(site: number, neighbour: number, distanceKm: number): void;
  /** The outline passes the meeting of three cells. */
  meeting(x: number, y: number): void;
  /** The outline runs along the line, over the cells of all sites from one to another. */
  line(fromSite: number, toSite: number): void;
  /** The outline passes a round end of the zone, straight on from the line's own end. */
  tip(x: number, y: number): void;
  /** The ring is closed. */
  end(): void;
}

/**
 * Radii of two cells that differ by less than this share meet in a cusp, without a step, unless they
 * differ by more than a share of how far apart the sites are: then the arcs cross far from the border.
 */
const SAME_RADIUS = 1e-3;
const SAME_DIRECTION = 1e-2;

/**
 * Walks the outline of one side of a zone: of all points on that hand of the line that are within
 * the radius of the site nearest to them.
 *
 * Each cell holds a sector of a disc; the outline is what is left of the sectors' own outlines when
 * those parts are dropped which two sectors share. So it runs along arcs, along the borders of cells
 * of which only one is in, and along the line.
 */
export function walkOutline(cells: Cells, radii: SiteRadii, hand: Hand, pen: Pen): void {
  new Walk(cells, radii, hand, pen).walk();
}

/** Where arcs begin and end that are not the line's own bends. */
const cusps = new Cusps();
/** Half-edges at which an arc begins that was walked already. One for all, since room takes time. */
let visited = new Uint8Array(0);

/** A class, since functions made anew for each walk would each time have to be compiled anew. */
class Walk {
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
    const { halfEdges } = sites.mesh;
    if (visited.length < halfEdges) visited = new Uint8Array(halfEdges);
    else visited.fill(0, 0, halfEdges);
    cusps.find(cells, radii, hand);
    this.runsLeft = new Map(
      radii.runs.map(({ first, last }) => (hand > 0 ? [first, last] : [last, first]))
    );
  }

  walk(): void {
    const { cells } = this;
    for (const first of this.runsLeft.keys()) {
      this.pen.begin();
      this.walkRing(this.followLine(first));
    }
    for (let k = 0; k < cusps.count; k++) this.walkFrom(cusps.halfEdge(k));
    for (const e of cells.changed) this.walkFrom(e);
  }

  /**
   * Walks the ring that an arc which begins on the left arm of e belongs to, unless it is known. None
   * begins on the line's own edges: from those arcs follow each other one way along the line, so a
   * ring that does not run along the line itself has others too.
   */
  private walkFrom(e: number): void {
    if (visited[e] || this.nearKm[e] === 0) return;
    const radius = this.radiusOf(e);
    if (!(radius > 0 && this.isOnLeftArm(e, radius))) return;
    this.pen.begin();
    this.walkRing(e);
  }

  private walkRing(start: number): void {
    for (let e = start; e >= 0 && !visited[e];) e = this.followArc(e);
    this.pen.end();
  }

  private radiusOf(e: number): number {
    return this.cells.hand[e] === this.hand ? this.radii.at(this.origin[e]) : 0;
  }

  private isOnLeftArm(e: number, r: number): boolean {
    return this.nearKm[e] < r && r < this.farKm[e];
  }

  /** The site to which a half-edge leads. */
  private destination(e: number): number {
    return this.origin[next(e)];
  }

  private followOnLine(a: number, b: number): boolean {
    return this.ahead[a] === b || this.behind[a] === b;
  }

  /**
   * From the beginning of an arc, on the left arm of e, past all clear bends and the next arc that is
   * none, to the beginning of the one after it.
   */
  private followArc(e: number): number {
    visited[e] = 1;
    const site = this.origin[e];
    if (e !== this.bends.edge[site]) return this.passArc(e, site);
    const until = this.endOfBends(site);
    if (until !== site) this.pen.passBends(site, until);
    return this.passArc(this.bends.edge[until], until);
  }

  /** The first site from one on, along the line, that the outline passes on anything but a clear bend. */
  private endOfBends(site: number): number {
    const { behind, radii } = this;
    const { points, reachKm } = this.bends;
    let radius = radii.at(site);
    while (cusps.isClear(site) && points[site] !== MANY_POINTS) {
      const onward = behind[site];
      if (!(radius < reachKm[onward])) break;
      radius = radii.at(onward);
      if (!(radius > 0 && radius < reachKm[onward])) break;
      site = onward;
    }
    return site;
  }

  /** From the beginning of a site's arc at half-edge `from` to that of the next one. */
  private passArc(from: number, site: number): number {
    const { behind, radii, bends } = this;
    const onward = behind[site];
    const cusp = cusps.endAt(site);
    if (onward < 0 || this.ahead[site] < 0 || cusp === undefined) return this.search(from);
    const meetsNext = radii.at(site) < bends.reachKm[onward];
    if (meetsNext && cusp < 0) return this.passBorder(from, site, onward);
    return meetsNext || cusp < 0 ? this.search(from) : this.passCusp(from, site, cusp);
  }

  /** Passes an arc that ends on the border with the next site along the line. */
  private passBorder(from: number, site: number, onward: number): number {
    const { edge, reachKm } = this.bends;
    const radius = this.radii.at(onward);
    const isTight = cusps.isTight(site);
    if (!(radius > 0 && radius < reachKm[onward])) {
      return this.leaveArc(from, this.twin[edge[onward]], isTight);
    }
    this.pen.arc(site, this.before(from, site), onward, isTight);
    return edge[onward];
  }

  /** Passes an arc that ends at a cusp. */
  private passCusp(from: number, site: number, cusp: number): number {
    const after = cusps.siteAfter(cusp);
    const halfEdge = cusps.halfEdge(cusp);
    const isTight = cusps.isTight(site);
    if (after < 0 || !this.areAlike(site, after)) {
      return this.leaveArc(from, this.twin[halfEdge], isTight);
    }
    this.pen.arc(site, this.before(from, site), after, isTight);
    this.pen.cusp(site, after);
    return halfEdge;
  }

  /** The site at the border with whose cell an arc begins. */
  private before(from: number, site: number): number {
    return from === this.bends.edge[site] ? this.ahead[site] : this.destination(from);
  }

  /** Follows the arc that began at half-edge `from` as the mesh tells. */
  private search(from: number): number {
    return this.sweep(from, turned(this.mesh, from));
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
  private leaveArc(from: number, f: number, isTight: boolean): number {
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
  private areAlike(from: number, to: number): boolean {
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
  private followLine(first: number): number {
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

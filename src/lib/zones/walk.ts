import { MANY_POINTS, type Bends } from './bends';
import type { Cells, Hand } from './cells';
import { Cusps } from './cusps';
import { MeshWalk } from './mesh-walk';
import type { Pen } from './pen';
import type { SiteRadii } from './radii';

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
  private readonly origin: Int32Array;
  private readonly twin: Int32Array;
  /** The next site along the line and the one before it, as seen with the zone on the left. */
  private readonly ahead: Int32Array;
  private readonly behind: Int32Array;
  private readonly bends: Bends;
  /** What goes on where the bends and the cusps do not tell. */
  private readonly mesh: MeshWalk;

  constructor(
    private readonly cells: Cells,
    private readonly radii: SiteRadii,
    hand: Hand,
    private readonly pen: Pen
  ) {
    const { sites } = cells;
    const { halfEdges } = sites.mesh;
    this.origin = sites.mesh.origin;
    this.twin = sites.mesh.twin;
    this.ahead = hand > 0 ? sites.ahead : sites.behind;
    this.behind = hand > 0 ? sites.behind : sites.ahead;
    this.bends = cells.bends[hand];
    this.mesh = new MeshWalk(cells, radii, hand, pen);
    if (visited.length < halfEdges) visited = new Uint8Array(halfEdges);
    else visited.fill(0, 0, halfEdges);
    cusps.find(cells, radii, hand);
  }

  walk(): void {
    for (const first of this.mesh.runs()) {
      this.pen.begin();
      this.walkRing(this.mesh.followLine(first));
    }
    for (let k = 0; k < cusps.count; k++) this.walkFrom(cusps.halfEdge(k));
    for (const e of this.cells.changed) this.walkFrom(e);
  }

  /**
   * Walks the ring that an arc which begins on the left arm of e belongs to, unless it is known. None
   * begins on the line's own edges: from those arcs follow each other one way along the line, so a
   * ring that does not run along the line itself has others too.
   */
  private walkFrom(e: number): void {
    if (visited[e] || !this.mesh.isBeginning(e)) return;
    this.pen.begin();
    this.walkRing(e);
  }

  private walkRing(start: number): void {
    for (let e = start; e >= 0 && !visited[e];) e = this.followArc(e);
    this.pen.end();
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
    if (onward < 0 || this.ahead[site] < 0 || cusp === undefined) return this.mesh.search(from);
    const meetsNext = radii.at(site) < bends.reachKm[onward];
    if (meetsNext && cusp < 0) return this.passBorder(from, site, onward);
    return meetsNext || cusp < 0 ? this.mesh.search(from) : this.passCusp(from, site, cusp);
  }

  /** Passes an arc that ends on the border with the next site along the line. */
  private passBorder(from: number, site: number, onward: number): number {
    const { edge, reachKm } = this.bends;
    const radius = this.radii.at(onward);
    const isTight = cusps.isTight(site);
    if (!(radius > 0 && radius < reachKm[onward])) {
      return this.mesh.leaveArc(from, this.twin[edge[onward]], isTight);
    }
    this.pen.arc(site, this.before(from, site), onward, isTight);
    return edge[onward];
  }

  /** Passes an arc that ends at a cusp. */
  private passCusp(from: number, site: number, cusp: number): number {
    const after = cusps.siteAfter(cusp);
    const halfEdge = cusps.halfEdge(cusp);
    const isTight = cusps.isTight(site);
    if (after < 0 || !this.mesh.areAlike(site, after)) {
      return this.mesh.leaveArc(from, this.twin[halfEdge], isTight);
    }
    this.pen.arc(site, this.before(from, site), after, isTight);
    this.pen.cusp(site, after);
    return halfEdge;
  }

  /** The site at the border with whose cell an arc begins. */
  private before(from: number, site: number): number {
    return from === this.bends.edge[site] ? this.ahead[site] : this.mesh.destination(from);
  }
}

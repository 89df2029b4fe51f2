import { armsWithin } from './arms';
import { next, turned } from './delaunay';
import { circumcentre, type Cells, type Hand } from './cells';
import { roundEnd, type RoundEnd } from './round-end';

/** What takes down an outline while it is walked, with the zone on the left. */
export interface Pen {
  /** A ring begins. */
  begin(): void;
  /**
   * The outline runs at the site's radius, counter-clockwise from the border of its cell that
   * half-edge `from` stands for to that of half-edge `to`. It is tight if another part of the
   * outline may come so near to it that the two, if thinned, could cross.
   */
  arc(from: number, to: number, isTight: boolean): void;
  /** The outline turns from the arc of one part of the line to that of another, on this border. */
  cusp(halfEdge: number): void;
  /** The outline passes a corner on the border of a half-edge's cell, at a distance from its site. */
  corner(halfEdge: number, distanceKm: number): void;
  /** The outline passes the meeting of three cells. */
  meeting(x: number, y: number): void;
  /** The outline runs along the line, over the cells of all sites from one to another. */
  line(fromSite: number, toSite: number): void;
  /** The outline passes a round end of the zone, straight on from the line's own end. */
  tip(x: number, y: number): void;
  /** The ring is closed. */
  end(): void;
}

/** Radii of two cells that differ by less than this share meet in a cusp, without a step. */
const SAME_RADIUS = 1e-3;
/** Two arcs are tight if there is less than this share of the radius, on each side, between them. */
const TIGHT = 1e-3;

/**
 * Walks the outline of one side of a zone: of all points on that hand of the line that are within
 * the radius of the site nearest to them. `radiusKm` holds the sites' radii in plane km, 0 where
 * the zone is not.
 *
 * Each cell holds a sector of a disc; the outline is what is left of the sectors' own outlines when
 * those parts are dropped which two sectors share. So it runs along arcs, along the borders of cells
 * of which only one is in, and along the line.
 */
export function walkOutline(cells: Cells, radiusKm: Float64Array, hand: Hand, pen: Pen): void {
  const { sites, nearKm, farKm, edgeAhead, arms, changed } = cells;
  const { mesh } = sites;
  const { origin, twin } = mesh;
  const [ahead, behind] = hand > 0 ? [sites.ahead, sites.behind] : [sites.behind, sites.ahead];
  const visitedArc = new Uint8Array(mesh.halfEdges);
  const visitedLine = new Uint8Array(mesh.points);

  const isIn = (site: number) => site >= 0 && radiusKm[site] > 0;
  const radiusOf = (e: number) => (cells.hand[e] === hand ? radiusKm[origin[e]] : 0);
  const isOnLeftArm = (e: number, r: number) => nearKm[e] < r && r < farKm[e];
  const edgeOf = (i: number) => (hand > 0 ? edgeAhead[i] : twin[edgeAhead[ahead[i]]]);
  const followsLine = (e: number) =>
    ahead[origin[e]] === origin[next(e)] || behind[origin[e]] === origin[next(e)];

  /** From the beginning of an arc, on the left arm of e, to the beginning of the next. */
  function followArc(e: number): number {
    visitedArc[e] = 1;
    return sweep(e, turned(mesh, e));
  }

  /** Follows the arc that began at half-edge `from`, looking at the cell's borders from `f` on. */
  function sweep(from: number, f: number): number {
    const site = origin[from];
    const a = radiusKm[site];
    const end = behind[site] < 0 ? roundEnd(cells, site) : null;
    let isTight = false;
    while (!isOnLeftArm(twin[f], a) || (f === end?.halfEdge && !end.isPast)) {
      if (f === end?.halfEdge) {
        pen.arc(from, f, isTight);
        return enterLine(site, end);
      }
      isTight ||= Math.min(nearKm[f], nearKm[twin[f]]) < a * (1 + TIGHT);
      f = turned(mesh, f);
    }
    const g = twin[f];
    const b = radiusOf(g);
    pen.arc(from, f, isTight);
    if (b > 0 && isOnLeftArm(g, b)) {
      if (followsLine(f)) return g;
      if (Math.abs(a - b) < SAME_RADIUS * a) {
        pen.cusp(g);
        return g;
      }
    }
    if (!(followsLine(f) && b > 0)) pen.corner(g, a);
    return descend(f, a);
  }

  /**
   * On the right arm of f, inside the sector of f's origin, at a distance from it: goes down the
   * arm as long as the sector beyond it does not reach up to here, else over into that one.
   */
  function descend(f: number, distance: number): number {
    const g = twin[f];
    const b = radiusOf(g);
    if (b >= distance) return ascend(g);
    if (b > nearKm[g]) {
      if (!followsLine(g)) pen.corner(g, b);
      return g;
    }
    if (origin[g] === behind[origin[f]]) return followLine(origin[f]);
    if (nearKm[f] < Infinity) return ascend(f);
    pen.meeting(...circumcentre(mesh, f));
    return descend(turned(mesh, f), farKm[f]);
  }

  /** Up the left arm of e, as far as the sector of e's origin reaches. */
  function ascend(e: number): number {
    if (radiusKm[origin[e]] < farKm[e]) {
      pen.corner(e, radiusKm[origin[e]]);
      return e;
    }
    pen.meeting(...circumcentre(mesh, e));
    return descend(turned(mesh, e), farKm[e]);
  }

  /** Along the line from the first site of a run to its last, and up from there. */
  function followLine(first: number): number {
    if (visitedLine[first]) return -1;
    visitedLine[first] = 1;
    let last = first;
    while (isIn(ahead[last])) last = ahead[last];
    pen.line(first, last);
    return ahead[last] < 0 ? leaveLine(last) : ascend(edgeOf(last));
  }

  /** Straight on from the line's end to the round end of the zone, and along that. */
  function leaveLine(site: number): number {
    const end = roundEnd(cells, site);
    passTip(site, end);
    return sweep(end.halfEdge, end.isPast ? turned(mesh, end.halfEdge) : end.halfEdge);
  }

  function enterLine(site: number, end: RoundEnd): number {
    passTip(site, end);
    return followLine(site);
  }

  function passTip(site: number, { ux, uy, freeKm }: RoundEnd): void {
    const radius = radiusKm[site];
    if (radius >= freeKm) {
      throw new RangeError('A round end would run into another part of the line.');
    }
    pen.tip(mesh.x[site] + radius * ux, mesh.y[site] + radius * uy);
  }

  function walkRing(start: () => number): void {
    pen.begin();
    for (let e = start(); e >= 0 && !visitedArc[e];) e = followArc(e);
    pen.end();
  }

  let leastRadius = Infinity;
  let greatestRadius = 0;
  for (let i = 0; i < mesh.points; i++) {
    if (radiusKm[i] === 0) continue;
    if (radiusKm[i] < leastRadius) leastRadius = radiusKm[i];
    if (radiusKm[i] > greatestRadius) greatestRadius = radiusKm[i];
    if (!isIn(behind[i]) && !visitedLine[i]) walkRing(() => followLine(i));
  }
  const startAt = (e: number) => {
    const radius = radiusOf(e);
    if (radius > 0 && isOnLeftArm(e, radius) && !visitedArc[e]) walkRing(() => e);
  };
  armsWithin(arms[hand], leastRadius, greatestRadius).forEach(startAt);
  changed.forEach(startAt);
}

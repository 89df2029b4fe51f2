import { ARC_STEP_RAD, bendReach, COS_ARC_STEP, NO_POINT, type Bends } from './bends';
import type { Cells, Hand } from './cells';
import { Offsets } from './offsets';
import type { OutlineRing } from './outline';
import { PathBuffer } from './path-buffer';
import type { Pen } from './pen';
import type { SiteRadii } from './radii';
import { thin } from './thin';
import { untangle } from './untangle';

/** Points nearer to each other than this, 1 mm, are the same. */
const SAME_POINT_KM = 1e-6;
/** The curve that is being drawn. One for all, since one is drawn at a time and room takes time. */
const path = new PathBuffer();

/** How many points on either side of a cusp may have been taken down past it. */
const MOST_PAST = 8;

/** An arc around a site, and the sites at the border with whose cells it begins and ends. */
interface Arc {
  site: number;
  from: number;
  to: number;
  isTight: boolean;
}

/** Takes down the rings of an outline as they are walked. */
export class OutlinePen implements Pen {
  readonly rings: OutlineRing[] = [];
  private ring: OutlineRing = [];
  /** Where on the line the ring begins, if it does. */
  private beginning: [x: number, y: number] | null = null;
  /** How many of the last points of `path` are points of arcs. */
  private arcPoints = 0;
  /** The arc that was begun last, whose end is told by what comes next; none if `site` is -1. */
  private readonly open: Arc = { site: -1, from: -1, to: -1, isTight: false };
  /** How the ring's first arc is drawn, when where it begins is told only by the ring's end. */
  private strokeFirst: (() => void) | null = null;
  /** The site before the last cusp, while points may come that lie past it, and how many did. */
  private readonly past = { site: -1, points: 0 };
  private readonly offsets: Offsets;
  private readonly bends: Bends;

  constructor(
    private readonly cells: Cells,
    private readonly radii: SiteRadii,
    private readonly hand: Hand,
    private readonly thinningKm: number
  ) {
    this.offsets = new Offsets(cells.sites, radii);
    this.bends = cells.bends[hand];
  }

  begin(): void {
    this.ring = [];
    this.beginning = null;
    path.length = 0;
    this.arcPoints = 0;
    this.past.site = -1;
    this.strokeFirst = null;
    this.open.site = -1;
  }

  arc(site: number, from: number, to: number, isTight: boolean): void {
    this.closeArcOnLine();
    this.open.site = site;
    this.open.from = from;
    this.open.to = to;
    this.open.isTight = isTight;
  }

  passBends(fromSite: number, untilSite: number): void {
    this.closeArcOnLine();
    const { bends, radii, past } = this;
    const { mesh, ahead, behind } = this.cells.sites;
    const onward = this.hand > 0 ? behind : ahead;
    for (let site = fromSite; site !== untilSite; site = onward[site]) {
      if (bends.points[site] === NO_POINT && path.length > 0) continue;
      const radius = radii.at(site);
      const x = mesh.x[site] + radius * bends.x[site];
      const y = mesh.y[site] + radius * bends.y[site];
      if (past.site >= 0) this.arcPoint(x, y, false);
      else {
        this.push(x, y, false);
        this.arcPoints++;
      }
    }
  }

  cusp(before: number, after: number): void {
    const { offsets } = this;
    offsets.meet(after, before);
    const { x, y } = offsets;
    this.closeArc(x, y);
    for (let k = Math.min(MOST_PAST, this.arcPoints); k > 0; k--) {
      const last = path.length - 1;
      if (!offsets.isWithin(after, path.x[last], path.y[last])) break;
      path.length = last;
    }
    this.anchor(x, y);
    this.past.site = before;
    this.past.points = 0;
  }

  corner(site: number, neighbour: number, distanceKm: number): void {
    const { offsets, open } = this;
    offsets.onBorder(site, neighbour, distanceKm);
    const { x, y } = offsets;
    if (open.site >= 0 && offsets.followOnLine(open.site, open.to)) this.closeArcOnLine();
    else this.closeArc(x, y);
    this.anchor(x, y);
  }

  meeting(x: number, y: number): void {
    this.closeArcOnLine();
    this.anchor(x, y);
  }

  tip(x: number, y: number): void {
    this.closeArc(x, y);
    this.anchor(x, y);
  }

  line(fromSite: number, toSite: number): void {
    const { ahead, behind } = this.cells.sites;
    const [before, after] = this.hand > 0 ? [behind, ahead] : [ahead, behind];
    const from = this.limit(before[fromSite], fromSite);
    const to = this.limit(after[toSite], toSite);
    if (this.ring.length === 0) this.beginning = [from.x, from.y];
    else this.endCurve(from.x, from.y);
    this.ring.push({ fromKm: from.chainageKm, toKm: to.chainageKm });
    path.length = 0;
    this.anchor(to.x, to.y);
  }

  end(): void {
    this.closeArcOnLine();
    this.strokeFirst?.();
    const [x, y] = this.beginning ?? [path.x[0], path.y[0]];
    if (path.length > 0) this.endCurve(x, y);
    if (this.ring.length > 0) this.rings.push(this.ring);
  }

  /** Ends the curve at a point; what is pinched off it becomes a ring of its own. */
  private endCurve(x: number, y: number): void {
    this.anchor(x, y);
    const { thinningKm } = this;
    const pieces = untangle(thin(path.path(), thinningKm), thinningKm);
    if (this.ring.length > 0) this.ring.push(...pieces.splice(0, 1));
    this.rings.push(...pieces.map((piece) => [piece]));
  }

  /** Where a run along the line ends: midway between its last site and the one beyond, if any. */
  private limit(beyond: number, site: number) {
    const { mesh, chainageKm } = this.cells.sites;
    const other = beyond < 0 ? site : beyond;
    const middle = (v: Float64Array) => (v[site] + v[other]) / 2;
    return { x: middle(mesh.x), y: middle(mesh.y), chainageKm: middle(chainageKm) };
  }

  /** Adds a point that must stay. */
  private anchor(x: number, y: number): void {
    this.push(x, y, true);
    this.arcPoints = 0;
    this.past.site = -1;
  }

  /** Adds a point of an arc, unless it lies past the last cusp. */
  private arcPoint(x: number, y: number, isTight: boolean): void {
    const { past } = this;
    if (past.site >= 0) {
      if (past.points++ < MOST_PAST && this.offsets.isWithin(past.site, x, y)) return;
      past.site = -1;
    }
    this.push(x, y, isTight);
    this.arcPoints++;
  }

  /** Adds a point, unless it all but repeats the last one. */
  private push(x: number, y: number, fixed: boolean): void {
    const last = path.length - 1;
    const isSame =
      last >= 0 && Math.abs(x - path.x[last]) + Math.abs(y - path.y[last]) < SAME_POINT_KM;
    if (!isSame) path.push(x, y, fixed);
  }

  /** Closes the open arc, if any, where its cell borders on its neighbour's along the line. */
  private closeArcOnLine(): void {
    if (this.open.site < 0) return;
    this.lookLeft(this.open.site, this.open.to);
    this.finishArc(-this.leftX, -this.leftY, true);
  }

  /** Closes the open arc, if any, at a point. */
  private closeArc(x: number, y: number): void {
    const { site } = this.open;
    if (site < 0) return;
    const { mesh } = this.cells.sites;
    this.finishArc(x - mesh.x[site], y - mesh.y[site], false);
  }

  /** Ends the open arc in a direction from its site, square to the line or not. */
  private finishArc(bx: number, by: number, endsSquare: boolean): void {
    const { site, from, isTight } = this.open;
    this.open.site = -1;
    const isRingStart = path.length === 0 && !this.strokeFirst;
    const beginsSquare = this.offsets.followOnLine(site, from);
    if (isRingStart && !beginsSquare) {
      this.strokeFirst = () => this.strokeArc(site, -1, bx, by, endsSquare, isTight);
    } else {
      this.strokeArc(site, beginsSquare ? from : -1, bx, by, endsSquare, isTight);
    }
  }

  /**
   * Draws an arc around a site to the direction b. It begins square to the line on the border with
   * its neighbour `from`, or where the outline has come to if that is -1.
   */
  private strokeArc(
    site: number,
    from: number,
    bx: number,
    by: number,
    endsSquare: boolean,
    isTight: boolean
  ): void {
    const { mesh } = this.cells.sites;
    const siteX = mesh.x[site];
    const siteY = mesh.y[site];
    const beginsSquare = from >= 0;
    if (beginsSquare) this.lookLeft(site, from);
    const last = path.length - 1;
    const ax = beginsSquare ? this.leftX : path.x[last] - siteX;
    const ay = beginsSquare ? this.leftY : path.y[last] - siteY;
    const lengths = Math.sqrt((ax * ax + ay * ay) * (bx * bx + by * by));
    const sin = (ax * by - ay * bx) / lengths;
    const cos = (ax * bx + ay * by) / lengths;
    const isBend = beginsSquare && endsSquare;
    if (sin < 0 && cos > 0 && !isBend) return; // a cusp lies before the point square to the site

    const radius = this.radii.at(site) / Math.sqrt(ax * ax + ay * ay);
    const isInside = sin < 0 && isBend;
    const isShort = isInside || cos > COS_ARC_STEP;
    const angle = isShort ? 0 : Math.atan2(sin, cos) + (sin < 0 ? 2 * Math.PI : 0);
    const steps = isShort ? 1 : Math.ceil(angle / ARC_STEP_RAD);
    const cosHalf = isShort ? Math.sqrt((1 + cos) / 2) : Math.cos(angle / steps / 2);
    const sinHalf = isShort ? sin / (2 * cosHalf) : Math.sin(angle / steps / 2);
    const reach = bendReach(cosHalf, isInside);
    let x = radius * reach * (ax * cosHalf - ay * sinHalf);
    let y = radius * reach * (ax * sinHalf + ay * cosHalf);
    const cosStep = 2 * cosHalf * cosHalf - 1;
    const sinStep = 2 * sinHalf * cosHalf;
    for (let step = 0; step < steps; step++) {
      this.arcPoint(siteX + x, siteY + y, isTight);
      const turnedX = x * cosStep - y * sinStep;
      y = x * sinStep + y * cosStep;
      x = turnedX;
    }
  }

  private leftX = 0;
  private leftY = 0;

  /** Sets `leftX` and `leftY` to the unit vector to the left of the way from one site to another. */
  private lookLeft(a: number, b: number): void {
    const { x, y } = this.cells.sites.mesh;
    const dx = x[b] - x[a];
    const dy = y[b] - y[a];
    const length = Math.sqrt(dx * dx + dy * dy);
    this.leftX = -dy / length;
    this.leftY = dx / length;
  }
}

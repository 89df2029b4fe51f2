import { armsBeyond, type Arms } from './arms';
import { TIGHT } from './bends';
import type { Cells, Hand } from './cells';
import type { SiteRadii } from './radii';

/** Flags of a site: an arc of it ends at an arm; more than that may be; its arcs are tight. */
const ENDS = 1;
const UNSURE = 2;
const IS_TIGHT = 4;

/**
 * Where the outline of one side turns from one part of the line to another, by site: read off the
 * sorted arms in one go, since to search the mesh around each site takes several times as long. One
 * for all outlines, since room takes time.
 */
export class Cusps {
  count = 0;
  /** A row for each cusp: the half-edge, the site whose arc begins at its left arm, or -1. */
  private rows = new Int32Array(1024);
  private flags = new Uint8Array(0);
  /** The cusp at which the arc of a site ends. */
  private ends = new Int32Array(0);

  /** Looks for the cusps of an outline; what was known before is gone. */
  find(cells: Cells, radii: SiteRadii, hand: Hand): void {
    const size = cells.sites.ahead.length;
    if (this.flags.length < size) {
      this.flags = new Uint8Array(size);
      this.ends = new Int32Array(size);
    }
    this.flags.fill(0, 0, size);
    this.count = 0;
    this.readArms(cells.arms[hand], radii);
    for (const e of cells.changed) this.flags[cells.sites.mesh.origin[e]] |= UNSURE;
  }

  private readArms(arms: Arms, radii: SiteRadii): void {
    const { halfEdges, nearKm, farKm, begins, ends } = arms;
    const { flags } = this;
    const last = armsBeyond(arms, radii.leastKm);
    const nearestKm = radii.greatestKm * (1 + TIGHT);
    for (let k = 0; k < last; k++) {
      const near = nearKm[k];
      const far = farKm[k];
      if (near >= nearestKm || far <= radii.leastKm) continue;
      const begin = begins[k];
      const end = ends[k];
      const isBegin = begin >= 0 && this.isReached(begin, near, far, radii.at(begin));
      const isEnd = end >= 0 && this.isReached(end, near, far, radii.at(end));
      if (isEnd) {
        flags[end] |= flags[end] & ENDS ? UNSURE : ENDS;
        this.ends[end] = this.count;
      }
      if (isBegin || isEnd) this.add(halfEdges[k], isBegin ? begin : -1);
    }
  }

  /** Whether the circle around a site crosses an arm; if it all but does, its arcs are tight. */
  private isReached(site: number, nearKm: number, farKm: number, radius: number): boolean {
    if (nearKm < radius) return radius < farKm;
    if (nearKm < radius * (1 + TIGHT)) this.flags[site] |= IS_TIGHT;
    return false;
  }

  /** The half-edge whose left arm the k-th cusp lies on; they are in no order. */
  halfEdge(k: number): number {
    return this.rows[2 * k];
  }

  /** The site whose arc begins at the k-th cusp; -1 if none does. */
  siteAfter(k: number): number {
    return this.rows[2 * k + 1];
  }

  /** Whether nothing but the line's own bend can shape the outline at a site. */
  isClear(site: number): boolean {
    return this.flags[site] === 0;
  }

  /** Whether another part of the outline may come so near that the two, if thinned, could cross. */
  isTight(site: number): boolean {
    return (this.flags[site] & IS_TIGHT) !== 0;
  }

  /**
   * The cusp at which the arc of a site ends; -1 if it ends at none, and undefined if only a look at
   * the mesh can tell.
   */
  endAt(site: number): number | undefined {
    const flags = this.flags[site];
    if (flags & UNSURE) return undefined;
    return flags & ENDS ? this.ends[site] : -1;
  }

  private add(halfEdge: number, siteAfter: number): void {
    const at = 2 * this.count++;
    if (at === this.rows.length) {
      const before = this.rows;
      this.rows = new Int32Array(2 * at);
      this.rows.set(before);
    }
    this.rows[at] = halfEdge;
    this.rows[at + 1] = siteAfter;
  }
}

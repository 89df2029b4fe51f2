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
  /** The half-edges at whose left arm an arc begins. */
  private starts = new Int32Array(1024);
  count = 0;
  private flags = new Uint8Array(0);
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
      if (begin >= 0) {
        const radius = radii.at(begin);
        if (near < radius && radius < far) this.addStart(halfEdges[k]);
        else if (near >= radius && near < radius * (1 + TIGHT)) flags[begin] |= IS_TIGHT;
      }
      const end = ends[k];
      if (end >= 0) {
        const radius = radii.at(end);
        if (near < radius && radius < far) {
          flags[end] |= flags[end] & ENDS ? UNSURE : ENDS;
          this.ends[end] = halfEdges[k];
        } else if (near >= radius && near < radius * (1 + TIGHT)) flags[end] |= IS_TIGHT;
      }
    }
  }

  /** The half-edge at whose left arm the k-th arc begins; they are in no order. */
  start(k: number): number {
    return this.starts[k];
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
   * The half-edge at whose left arm the only arc of a site that ends at one does so; -1 if none
   * does, and undefined if only a look at the mesh can tell.
   */
  endAt(site: number): number | undefined {
    const flags = this.flags[site];
    if (flags & UNSURE) return undefined;
    return flags & ENDS ? this.ends[site] : -1;
  }

  private addStart(halfEdge: number): void {
    if (this.count === this.starts.length) {
      const before = this.starts;
      this.starts = new Int32Array(2 * this.count);
      this.starts.set(before);
    }
    this.starts[this.count++] = halfEdge;
  }
}

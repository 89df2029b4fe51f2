import type { SiteRadii } from './radii';
import type { Sites } from './sites';

/** The share of the radius to which a meeting of offset edges is found. */
const NEWTON_PRECISION = 1e-6;
/** After a step of less than this share of the radius, what is left is as small: half its square. */
const LAST_STEP = 1e-3;
const MOST_STEPS = 4;
/** Edges that cross at a smaller angle than this, in radians, are left where they are. */
const LEAST_ANGLE = 0.02;

/** Points at given distances from the line, near sites. */
export class Offsets {
  /** The point found last. */
  x = 0;
  y = 0;
  /** The unit vector away from the line that belongs to the distance measured last. */
  private awayX = 0;
  private awayY = 0;

  constructor(
    private readonly sites: Sites,
    private readonly radii: SiteRadii
  ) {}

  /**
   * Finds the point as far from the line at two sites as their radii, on the left of the way from i
   * to j, by Newton's method from where the two discs meet.
   */
  meet(i: number, j: number): void {
    const a = this.radii.at(i);
    const b = this.radii.at(j);
    this.onBorder(i, j, a);
    for (let step = 0; step < MOST_STEPS; step++) {
      const da = a - this.distance(i, this.x, this.y);
      const ax = this.awayX;
      const ay = this.awayY;
      const db = b - this.distance(j, this.x, this.y);
      const determinant = ax * this.awayY - ay * this.awayX;
      if (Math.abs(da) + Math.abs(db) < NEWTON_PRECISION * a) return;
      if (Math.abs(determinant) < LEAST_ANGLE) return;
      const dx = (da * this.awayY - db * ay) / determinant;
      const dy = (ax * db - this.awayX * da) / determinant;
      this.x += dx;
      this.y += dy;
      if (Math.abs(dx) + Math.abs(dy) < LAST_STEP * a) return;
    }
  }

  /**
   * Finds the point on the border of the cells of sites a and b, on the left of the way from a to b,
   * at a distance from a, or from the line where the border lies square to it.
   */
  onBorder(a: number, b: number, distanceKm: number): void {
    const { x, y } = this.sites.mesh;
    const dx = x[b] - x[a];
    const dy = y[b] - y[a];
    const length2 = dx * dx + dy * dy;
    const up2 = distanceKm * distanceKm - (this.followOnLine(a, b) ? 0 : length2 / 4);
    const up = Math.sqrt(Math.max(0, up2) / length2);
    this.x = (x[a] + x[b]) / 2 - up * dy;
    this.y = (y[a] + y[b]) / 2 + up * dx;
  }

  /** Whether two sites follow each other along the line. */
  followOnLine(a: number, b: number): boolean {
    const { ahead, behind } = this.sites;
    return ahead[a] === b || behind[a] === b;
  }

  /** Whether a point is nearer to the line at a site, by more than round-off, than its radius. */
  isWithin(site: number, x: number, y: number): boolean {
    return this.distance(site, x, y) < this.radii.at(site) * (1 - NEWTON_PRECISION);
  }

  /** The distance from the two segments of the line at a site. */
  private distance(site: number, x: number, y: number): number {
    const { ahead, behind } = this.sites;
    const distance = this.toSegment(site, ahead[site], x, y, Infinity);
    return Math.min(distance, this.toSegment(site, behind[site], x, y, distance));
  }

  /** Leaves the direction only if the segment is nearer than a limit. */
  private toSegment(a: number, b: number, x: number, y: number, limit: number): number {
    const { mesh } = this.sites;
    let px = x - mesh.x[a];
    let py = y - mesh.y[a];
    if (b >= 0 && this.radii.at(b) > 0) {
      const ux = mesh.x[b] - mesh.x[a];
      const uy = mesh.y[b] - mesh.y[a];
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

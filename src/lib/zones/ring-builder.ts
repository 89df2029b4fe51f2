import { isCurve, type Curve, type LineRun, type OutlineRing } from './outline';

/** Puts the runs of a new ring together, so that they have the order that `OutlineRing` asks. */
export class RingBuilder {
  private readonly ring: OutlineRing = [];
  private curve: Curve = { x: [], y: [], fixed: [] };

  constructor() {
    this.ring.push(this.curve);
  }

  /** Goes on to a point, which must not be thinned. */
  point(x: number, y: number): void {
    const last = this.curve.x.length - 1;
    if (last >= 0 && this.curve.x[last] === x && this.curve.y[last] === y) return;
    this.curve.x.push(x);
    this.curve.y.push(y);
    this.curve.fixed.push(true);
  }

  /** Goes on along the points of a curve from one index up to another. */
  part({ x, y, fixed }: Curve, from: number, to: number): void {
    this.curve.x = this.curve.x.concat(x.slice(from, to));
    this.curve.y = this.curve.y.concat(y.slice(from, to));
    this.curve.fixed = this.curve.fixed.concat(fixed.slice(from, to));
  }

  /** Goes on along the line, from the point that it has come to. */
  run(run: LineRun): void {
    this.curve = { x: [], y: [], fixed: [] };
    this.ring.push(run, this.curve);
  }

  /** Closes the ring, which has come to where it began. If that was on a curve, it goes to the end. */
  finish(): OutlineRing {
    const [beginning, ...others] = this.ring;
    if (others.length === 0) {
      this.point(this.curve.x[0], this.curve.y[0]);
      return this.ring;
    }
    if (isCurve(beginning)) this.part(beginning, 1, beginning.x.length);
    return others;
  }
}

import { isCurve, type Curve, type LineRun, type OutlineRing } from './outline';
import { PathBuffer } from './path-buffer';

/** Puts the runs of a new ring together, so that they have the order that `OutlineRing` asks. */
export class RingBuilder {
  private readonly ring: OutlineRing = [];
  /** The curve that the ring has come to. */
  private readonly path = new PathBuffer();

  /** Goes on to a point. */
  point(x: number, y: number): void {
    const { path } = this;
    const last = path.length - 1;
    if (last < 0 || path.x[last] !== x || path.y[last] !== y) path.push(x, y, true);
  }

  /** Goes on along the points of a curve from one index up to another. */
  part(curve: Curve, from: number, to: number): void {
    this.path.append(curve, from, to);
  }

  /** Goes on along the line, from the point that it has come to. */
  run(run: LineRun): void {
    this.ring.push(this.path.curve(), run);
    this.path.length = 0;
  }

  /** Closes the ring, which has come to where it began. If that was on a curve, it goes to the end. */
  finish(): OutlineRing {
    const [beginning, ...others] = this.ring;
    if (!beginning) {
      this.point(this.path.x[0], this.path.y[0]);
      return [this.path.curve()];
    }
    if (isCurve(beginning)) this.part(beginning, 1, beginning.x.length);
    return [...others, this.path.curve()];
  }
}

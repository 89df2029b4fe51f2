import { isCurve, type Curve, type LineRun, type OutlineRing } from './outline';
import { PathBuffer } from './path-buffer';

/** The curve that a ring has come to. One for all, since one is built at a time and room takes time. */
const path = new PathBuffer();

/** Puts the runs of a new ring together, so that they have the order that `OutlineRing` asks. */
export class RingBuilder {
  private readonly ring: OutlineRing = [];

  constructor() {
    path.length = 0;
  }

  /** Goes on to a point. */
  point(x: number, y: number): void {
    const last = path.length - 1;
    if (last < 0 || path.x[last] !== x || path.y[last] !== y) path.push(x, y, true);
  }

  /** Goes on along the points of a curve from one index up to another. */
  part(curve: Curve, from: number, to: number): void {
    path.append(curve, from, to);
  }

  /** Goes on along the line, from the point that it has come to. */
  run(run: LineRun): void {
    this.ring.push(path.curve(), run);
    path.length = 0;
  }

  /** Closes the ring, which has come to where it began. If that was on a curve, it goes to the end. */
  finish(): OutlineRing {
    const [beginning, ...others] = this.ring;
    if (!beginning) {
      this.point(path.x[0], path.y[0]);
      return [path.curve()];
    }
    if (isCurve(beginning)) this.part(beginning, 1, beginning.x.length);
    return [...others, path.curve()];
  }
}

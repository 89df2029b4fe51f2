import type { Curve } from './outline';

/** A path in the plane, in km, with the points that must not be thinned, if any, marked by 1. */
export interface MarkedPath {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  fixed?: ArrayLike<number | boolean>;
}

/** A path that grows and shrinks at its end and is used again and again. */
export class PathBuffer {
  x = new Float64Array(1024);
  y = new Float64Array(1024);
  private fixed = new Uint8Array(1024);
  length = 0;

  push(x: number, y: number, fixed: boolean): void {
    const i = this.length;
    if (i === this.x.length) this.makeRoom(1);
    this.x[i] = x;
    this.y[i] = y;
    this.fixed[i] = fixed ? 1 : 0;
    this.length = i + 1;
  }

  /** Goes on along the points of a curve from one index up to another. */
  append({ x, y }: Curve, from: number, to: number): void {
    if (to <= from) return;
    this.makeRoom(to - from);
    this.x.set(x.subarray(from, to), this.length);
    this.y.set(y.subarray(from, to), this.length);
    this.fixed.fill(0, this.length, this.length + to - from);
    this.length += to - from;
  }

  /** What there is now; it holds until the buffer is used again. */
  path(): Required<MarkedPath> {
    const used = <T extends Float64Array | Uint8Array>(v: T) => v.subarray(0, this.length);
    return { x: used(this.x), y: used(this.y), fixed: used(this.fixed) };
  }

  /** A copy of what there is now. */
  curve(): Curve {
    return { x: this.x.slice(0, this.length), y: this.y.slice(0, this.length) };
  }

  private makeRoom(points: number): void {
    let size = this.x.length;
    while (size < this.length + points) size *= 2;
    if (size === this.x.length) return;
    const [x, y, fixed] = [this.x, this.y, this.fixed];
    this.x = new Float64Array(size);
    this.y = new Float64Array(size);
    this.fixed = new Uint8Array(size);
    this.x.set(x);
    this.y.set(y);
    this.fixed.set(fixed);
  }
}

/** A path in the plane, in km, with the points that must not be thinned marked by 1. */
export interface MarkedPath {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  fixed: ArrayLike<number | boolean>;
}

/** A path that grows and shrinks at its end and is used again and again. */
export class PathBuffer {
  x = new Float64Array(1024);
  y = new Float64Array(1024);
  private fixed = new Uint8Array(1024);
  length = 0;

  push(x: number, y: number, fixed: boolean): void {
    const i = this.length++;
    if (i === this.x.length) this.grow();
    this.x[i] = x;
    this.y[i] = y;
    this.fixed[i] = fixed ? 1 : 0;
  }

  /** What there is now; it holds until the buffer is used again. */
  path(): MarkedPath {
    const used = <T extends Float64Array | Uint8Array>(v: T) => v.subarray(0, this.length);
    return { x: used(this.x), y: used(this.y), fixed: used(this.fixed) };
  }

  private grow(): void {
    const [x, y, fixed] = [this.x, this.y, this.fixed];
    this.x = new Float64Array(2 * x.length);
    this.y = new Float64Array(2 * x.length);
    this.fixed = new Uint8Array(2 * x.length);
    this.x.set(x);
    this.y.set(y);
    this.fixed.set(fixed);
  }
}

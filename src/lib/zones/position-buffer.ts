import type { FlatPath } from '../geodesy/flat-path';
import type { Projection } from '../geodesy/projection';

/** A path of positions that grows at its end and is used again and again. */
export class PositionBuffer {
  lonLat: FlatPath = new Float64Array(2048);
  /** How many positions there are. */
  length = 0;

  /** Adds the position of a point of the plane. */
  push(x: number, y: number, { inverseTo }: Projection): void {
    if (2 * this.length === this.lonLat.length) this.makeRoom(1);
    inverseTo(x, y, this.lonLat, this.length++);
  }

  append(path: FlatPath): void {
    this.makeRoom(path.length >> 1);
    this.lonLat.set(path, 2 * this.length);
    this.length += path.length >> 1;
  }

  /** Adds the first position again. */
  close(): void {
    this.append(this.lonLat.slice(0, 2));
  }

  /** A copy of what there is now. */
  path(): FlatPath {
    return this.lonLat.slice(0, 2 * this.length);
  }

  private makeRoom(positions: number): void {
    let size = this.lonLat.length;
    while (size < 2 * (this.length + positions)) size *= 2;
    if (size === this.lonLat.length) return;
    const before = this.lonLat;
    this.lonLat = new Float64Array(size);
    this.lonLat.set(before);
  }
}

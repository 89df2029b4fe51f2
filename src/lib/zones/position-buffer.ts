import type { FlatPath } from '../geodesy/flat-path';
import type { Projection } from '../geodesy/projection';

/** A path of positions that grows at its end and is used again and again. */
export class PositionBuffer {
  lonLat: FlatPath = new Float64Array(2048);
  /** How many positions there are. */
  length = 0;

  /** Adds the position of a point of the plane. */
  push(x: number, y: number, { inverseTo }: Projection): void {
    if (2 * this.length === this.lonLat.length) this.makeRoom();
    inverseTo(x, y, this.lonLat, this.length++);
  }

  /** Adds a position as it is. */
  add(lon: number, lat: number): void {
    if (2 * this.length === this.lonLat.length) this.makeRoom();
    this.lonLat[2 * this.length] = lon;
    this.lonLat[2 * this.length++ + 1] = lat;
  }

  /** The positions from one up to another; they hold until the buffer is used again. */
  part(from: number, to: number): FlatPath {
    return this.lonLat.subarray(2 * from, 2 * to);
  }

  private makeRoom(): void {
    const before = this.lonLat;
    this.lonLat = new Float64Array(2 * before.length);
    this.lonLat.set(before);
  }
}

import type { Stamp } from './stamp';

/** Two of a pixel's four channels, with room beside each for a product with 256. */
const TWO_CHANNELS = 0x00ff00ff;
/** To round both: a half of each. */
const HALVES = 0x00800080;
/** A pixel of this alpha lets nothing through that could be told. */
const FULL = 252;

/**
 * A picture to which many stamps are put, the first on top: what lies below those that are there is
 * then not drawn at all, and of many marks most do (T. Porter and T. Duff, Compositing digital
 * images, 1984: “under”).
 */
export class Splat {
  /** A pixel each (see `pixelOf`), multiplied by alpha until `finished`. */
  readonly #pixels: Int32Array<ArrayBuffer>;
  readonly #steps = new Map<Stamp, Int32Array>();

  constructor(
    readonly width: number,
    readonly height: number
  ) {
    this.#pixels = new Int32Array(width * height);
  }

  /** Puts a stamp with its middle at a place. */
  put(stamp: Stamp, x: number, y: number, opacity: number): void {
    const { reach, dx, dy, alpha, colour } = stamp;
    const { width, height } = this;
    const column = Math.round(x);
    const row = Math.round(y);
    if (column < -reach || row < -reach || column >= width + reach || row >= height + reach) return;
    const isInside =
      column >= reach && row >= reach && column < width - reach && row < height - reach;
    const of256 = 256 * opacity;
    const middle = row * width + column;
    const steps = this.#stepsOf(stamp);
    for (let k = 0; k < steps.length; k++) {
      if (!isInside && !this.#holds(column + dx[k], row + dy[k])) continue;
      this.#add(middle + steps[k], colour[k], (alpha[k] * of256 + 0.5) | 0);
    }
  }

  #holds(x: number, y: number): boolean {
    return x >= 0 && y >= 0 && x < this.width && y < this.height;
  }

  /** Lays so many 256ths of a colour under what a pixel shows. */
  #add(at: number, colour: number, share: number): void {
    const above = this.#pixels[at];
    const alpha = above >>> 24;
    if (alpha >= FULL) return;
    // What shows through, in 256ths, so that with the most added no channel runs over.
    const rest = 255 - alpha + (alpha < 128 ? 1 : 0);
    const added = (share * rest + 128) >> 8;
    // Two channels in one product each: neither runs over into the other.
    const low = ((Math.imul(colour & TWO_CHANNELS, added) + HALVES) >>> 8) & TWO_CHANNELS;
    const high = (Math.imul((colour >>> 8) & TWO_CHANNELS, added) + HALVES) & ~TWO_CHANNELS;
    this.#pixels[at] = above + (low | high);
  }

  /** How far a stamp's pixels are from its middle, counted row by row. */
  #stepsOf(stamp: Stamp): Int32Array {
    let steps = this.#steps.get(stamp);
    if (!steps) {
      steps = Int32Array.from(stamp.dx, (dx, k) => stamp.dy[k] * this.width + dx);
      this.#steps.set(stamp, steps);
    }
    return steps;
  }

  /** Red, green, blue and alpha, the colours multiplied by it. */
  premultiplied(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#pixels.buffer);
  }

  /** Red, green, blue and alpha as `ImageData` has them; nothing may be put to it any more. */
  finished(): Uint8ClampedArray<ArrayBuffer> {
    const pixels = this.#pixels;
    const channels = new Uint8ClampedArray(pixels.buffer);
    for (let i = 0; i < pixels.length; i++) {
      const alpha = pixels[i] >>> 24;
      if (alpha === 0 || alpha === 255) continue;
      const whole = 255 / alpha;
      for (let at = 4 * i; at < 4 * i + 3; at++) channels[at] *= whole;
    }
    return channels;
  }
}

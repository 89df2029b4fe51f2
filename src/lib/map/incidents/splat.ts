/** The pixels of a mark, seen from its middle, and how dense it is there, from 0 to 1. */
export interface Stamp {
  /** No pixel is farther from the middle than this, along either axis. */
  reach: number;
  dx: Int8Array;
  dy: Int8Array;
  density: Float32Array;
}

/** The largest reach of a stamp. */
const MOST_REACH = 127;

/**
 * A disc of a radius in pixels as a stamp, as the shader of marks draws it (shaders.ts), rims left
 * out: `fill` of it full, with an edge that is full.
 */
export function discStamp(radius: number, fill: number): Stamp {
  const reach = Math.min(MOST_REACH, Math.ceil(radius + 0.5));
  const edge = Math.max(1.3, 0.22 * radius);
  const within = (r: number, at: number) => Math.min(1, Math.max(0, r - at + 0.5));
  const pixels: [dx: number, dy: number, density: number][] = [];
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const at = Math.hypot(dx, dy);
      const disc = within(radius, at);
      const density = Math.max(disc - within(radius - edge, at), fill * disc);
      if (density > 0) pixels.push([dx, dy, density]);
    }
  }
  return {
    reach,
    dx: Int8Array.from(pixels, ([dx]) => dx),
    dy: Int8Array.from(pixels, ([, dy]) => dy),
    density: Float32Array.from(pixels, ([, , density]) => density)
  };
}

/** A colour as a pixel of a picture: alpha, blue, green and red, eight bits each, from high to low. */
export function pixelOf([red, green, blue]: readonly [number, number, number]): number {
  const byte = (channel: number) => Math.round(255 * channel);
  return (255 << 24) | (byte(blue) << 16) | (byte(green) << 8) | byte(red);
}

/** Two of a pixel's four channels, with room beside each for a product with 256. */
const TWO_CHANNELS = 0x00ff00ff;

/** A picture to which many stamps are put, the last on top. */
export class Splat {
  /** A pixel each (see `pixelOf`), multiplied by alpha until `finished`. */
  readonly #pixels: Int32Array<ArrayBuffer>;

  constructor(
    readonly width: number,
    readonly height: number
  ) {
    this.#pixels = new Int32Array(width * height);
  }

  /** Puts a stamp with its middle at a place, in an opaque colour (see `pixelOf`). */
  put(
    { reach, dx, dy, density }: Stamp,
    x: number,
    y: number,
    colour: number,
    opacity: number
  ): void {
    const { width, height } = this;
    const column = Math.round(x);
    const row = Math.round(y);
    if (column < -reach || row < -reach || column >= width + reach || row >= height + reach) return;
    const pixels = this.#pixels;
    const of256 = 256 * opacity;
    const low = colour & TWO_CHANNELS;
    const high = (colour >>> 8) & TWO_CHANNELS;
    for (let k = 0; k < density.length; k++) {
      const px = column + dx[k];
      const py = row + dy[k];
      if (px < 0 || py < 0 || px >= width || py >= height) continue;
      const at = py * width + px;
      const below = pixels[at];
      if (below === colour) continue;
      const share = (density[k] * of256 + 0.5) | 0;
      const rest = 256 - share;
      // Two channels in one product each: neither runs over into the other.
      const mixedLow = (Math.imul(below & TWO_CHANNELS, rest) + Math.imul(low, share)) | 0;
      const mixedHigh =
        (Math.imul((below >>> 8) & TWO_CHANNELS, rest) + Math.imul(high, share)) | 0;
      pixels[at] = ((mixedLow >>> 8) & TWO_CHANNELS) | (mixedHigh & ~TWO_CHANNELS);
    }
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

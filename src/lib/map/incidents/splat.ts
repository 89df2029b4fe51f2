/** How dense a mark is over the pixels around its middle, from 0 to 1. */
export interface Stamp {
  /** Pixels from its middle to its edge: it is a square of 2 `reach` + 1 pixels. */
  reach: number;
  density: Float32Array;
}

/**
 * A disc of a radius in pixels as a stamp, as the shader of marks draws it (shaders.ts), rims left
 * out: `fill` of it full, with an edge that is full.
 */
export function discStamp(radius: number, fill: number): Stamp {
  const reach = Math.ceil(radius + 0.5);
  const size = 2 * reach + 1;
  const density = new Float32Array(size * size);
  const edge = Math.max(1.3, 0.22 * radius);
  const within = (r: number, at: number) => Math.min(1, Math.max(0, r - at + 0.5));
  for (let i = 0; i < density.length; i++) {
    const at = Math.hypot((i % size) - reach, Math.floor(i / size) - reach);
    const disc = within(radius, at);
    density[i] = Math.max(disc - within(radius - edge, at), fill * disc);
  }
  return { reach, density };
}

/** A picture to which many stamps are put, the last on top. */
export class Splat {
  /** Red, green, blue, multiplied by alpha until `finished`, and alpha: each from 0 to 255. */
  readonly #pixels: Uint8ClampedArray<ArrayBuffer>;

  constructor(
    readonly width: number,
    readonly height: number
  ) {
    this.#pixels = new Uint8ClampedArray(4 * width * height);
  }

  /** Puts a stamp with its middle at a pixel, in a colour of channels from 0 to 255. */
  put(
    { reach, density }: Stamp,
    x: number,
    y: number,
    [red, green, blue]: readonly [red: number, green: number, blue: number],
    opacity: number
  ): void {
    const { width, height } = this;
    const pixels = this.#pixels;
    const size = 2 * reach + 1;
    const left = Math.round(x) - reach;
    const top = Math.round(y) - reach;
    const [firstRow, firstColumn] = [Math.max(0, -top), Math.max(0, -left)];
    const [endRow, endColumn] = [Math.min(size, height - top), Math.min(size, width - left)];
    for (let row = firstRow; row < endRow; row++) {
      for (let column = firstColumn; column < endColumn; column++) {
        const alpha = density[row * size + column] * opacity;
        if (alpha === 0) continue;
        const at = 4 * ((top + row) * width + left + column);
        const rest = 1 - alpha;
        pixels[at] = pixels[at] * rest + red * alpha;
        pixels[at + 1] = pixels[at + 1] * rest + green * alpha;
        pixels[at + 2] = pixels[at + 2] * rest + blue * alpha;
        pixels[at + 3] = pixels[at + 3] * rest + 255 * alpha;
      }
    }
  }

  /** The pixels as `ImageData` has them; nothing may be put to it any more. */
  finished(): Uint8ClampedArray<ArrayBuffer> {
    const pixels = this.#pixels;
    for (let at = 0; at < pixels.length; at += 4) {
      const alpha = pixels[at + 3];
      if (alpha === 0 || alpha === 255) continue;
      const whole = 255 / alpha;
      pixels[at] *= whole;
      pixels[at + 1] *= whole;
      pixels[at + 2] *= whole;
    }
    return pixels;
  }
}

import type { Rgb } from './colours';
import type { Look } from './mark';

/** The pixels of a mark, seen from its middle. */
export interface Stamp {
  /** No pixel is farther from the middle than this, along either axis. */
  reach: number;
  dx: Int8Array;
  dy: Int8Array;
  /** How much each hides of what lies below, from 0 to 1. */
  alpha: Float32Array;
  /** Its colour (see `pixelOf`). */
  colour: Int32Array;
}

/** The largest reach of a stamp. */
const MOST_REACH = 127;

/** How much of the inside of a disc is full, by its look; a ringed one has a full middle. */
const FILL: Record<Exclude<Look, 'absent' | 'ringed'>, number> = {
  solid: 1,
  hollow: 0.12,
  pale: 0.55
};

export interface MarkShape {
  look: Exclude<Look, 'absent'>;
  /** In pixels of the picture. */
  radius: number;
  /** How wide the rim around it is. */
  rim: number;
  /** The least width of its edge. */
  leastEdge: number;
}

/** A mark of a colour on a rim and a ground of another, pixel by pixel as the shader draws it (shaders.ts). */
export function markStamp(shape: MarkShape, colour: Rgb, ground: Rgb): Stamp {
  const reach = Math.min(MOST_REACH, Math.ceil(shape.radius + shape.rim + 0.5));
  const pixels: { dx: number; dy: number; alpha: number; colour: number }[] = [];
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const { full, below } = shares(shape, Math.hypot(dx, dy));
      const alpha = full + below;
      if (alpha === 0) continue;
      const mixed = colour.map((channel, i) => (channel * full + ground[i] * below) / alpha);
      const [red, green, blue] = mixed;
      pixels.push({ dx, dy, alpha, colour: pixelOf([red, green, blue]) });
    }
  }
  return {
    reach,
    dx: Int8Array.from(pixels, ({ dx }) => dx),
    dy: Int8Array.from(pixels, ({ dy }) => dy),
    alpha: Float32Array.from(pixels, ({ alpha }) => alpha),
    colour: Int32Array.from(pixels, (pixel) => pixel.colour)
  };
}

/** How much of a pixel at a distance from the middle is the mark's own colour, and its ground's. */
function shares({ look, radius, rim, leastEdge }: MarkShape, at: number) {
  const within = (r: number) => Math.min(1, Math.max(0, r - at + 0.5));
  const disc = within(radius);
  const inner = within(radius - Math.max(leastEdge, 0.22 * radius));
  const middle = look === 'ringed' ? within(0.48 * radius) : FILL[look] * disc;
  const full = Math.max(disc - inner, middle);
  const ground = 0.85 * within(radius + rim) * (look === 'hollow' ? 1 - 0.6 * inner : 1);
  return { full, below: ground * (1 - full) };
}

/** A colour as a pixel of a picture: alpha, blue, green and red, eight bits each, from high to low. */
export function pixelOf([red, green, blue]: Readonly<Rgb>): number {
  const byte = (channel: number) => Math.round(255 * channel);
  return (255 << 24) | (byte(blue) << 16) | (byte(green) << 8) | byte(red);
}

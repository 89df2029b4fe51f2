import type { Palette } from '../palette';
import type { ScreenAffine } from '../screen-affine';
import { legendColours, rgb, type Rgb } from './colours';
import type { DrawnIncidents, DrawnPoints } from './drawn';
import {
  LEAST_EDGE_PX,
  LEAST_HOLLOW_PX,
  LOOKS,
  markRadiusPx,
  markScale,
  packMarks,
  PLAIN_PX,
  rimPx,
  type Look
} from './mark';
import type { PictureFrame } from './picture-frame';
import { Splat } from './splat';
import { markStamp, type Stamp } from './stamp';

const ABSENT = LOOKS.indexOf('absent');
const RINGED = LOOKS.indexOf('ringed');
const HOLLOW = LOOKS.indexOf('hollow');

/** Puts incidents into a picture one by one, by the processor, as the shader of marks draws them. */
export class PointsSplat {
  readonly #marks = new WeakMap<object, Uint8Array>();

  /** The picture of some tables, the last one on top. */
  draw(tables: readonly DrawnIncidents[], palette: Palette, frame: PictureFrame): Splat {
    const splat = new Splat(frame.width, frame.height);
    for (const { points, opacity } of [...tables].reverse()) {
      if (points) this.#put(splat, points, { frame, opacity, palette });
    }
    return splat;
  }

  #put(
    splat: Splat,
    { buffers, rows: { rows, strength }, scale, sized }: DrawnPoints,
    { frame, opacity, palette }: { frame: PictureFrame; opacity: number; palette: Palette }
  ): void {
    const { mercator } = buffers;
    const { ratio, zoom } = frame;
    const [right, down] = frame.corner;
    const labels = buffers.legend.map(({ label }) => label);
    const stamps = new Stamps(legendColours(scale, labels, palette).map(rgb), rgb(palette.halo), {
      rim: rimPx(rows.length) * ratio,
      leastEdge: LEAST_EDGE_PX * ratio
    });
    const marks = this.#marksOf(buffers);
    const wideKm = LEAST_HOLLOW_PX * frame.kmPerPixel;
    const shrink = markScale(rows.length, zoom) * ratio;
    const { x0, y0, ox, oy, ex, ey } = offset(frame.affine, buffers.origin);
    for (let i = rows.length - 1; i >= 0; i--) {
      const row = rows[i];
      const look = marks[4 * row + 2];
      if (look === ABSENT) continue;
      const isWide = look === RINGED && buffers.radiusKm[row] > wideKm;
      const dx = mercator[2 * row] - x0;
      const dy = mercator[2 * row + 1] - y0;
      const radius = shrink * (sized ? markRadiusPx(marks[4 * row + 1]) : PLAIN_PX);
      splat.put(
        stamps.of(marks[4 * row], isWide ? HOLLOW : look, radius),
        right + ratio * (ox + ex * dx - ey * dy),
        down + ratio * (oy + ey * dx + ex * dy),
        strength ? (opacity * strength[i]) / 255 : opacity
      );
    }
  }

  #marksOf(buffers: DrawnPoints['buffers']): Uint8Array {
    const marks = this.#marks.get(buffers) ?? packMarks(buffers);
    this.#marks.set(buffers, marks);
    return marks;
  }
}

/** The stamps of a table's marks, each made when it is first asked for. */
class Stamps {
  readonly #made = new Map<number, Stamp>();

  constructor(
    private readonly colours: readonly Rgb[],
    private readonly ground: Rgb,
    private readonly shape: { rim: number; leastEdge: number }
  ) {}

  /** Radii are told apart by a quarter of a pixel. */
  of(colour: number, look: number, radius: number): Stamp {
    const quarters = Math.round(4 * radius);
    const key = (quarters * LOOKS.length + look) * 256 + colour;
    let stamp = this.#made.get(key);
    if (!stamp) {
      const shape = { ...this.shape, look: LOOKS[look] as Exclude<Look, 'absent'> };
      stamp = markStamp({ ...shape, radius: quarters / 4 }, this.colours[colour], this.ground);
      this.#made.set(key, stamp);
    }
    return stamp;
  }
}

/** The same for positions less an origin. */
function offset({ x0, y0, ...rest }: ScreenAffine, [x, y]: [x: number, y: number]): ScreenAffine {
  return { ...rest, x0: x0 - x, y0: y0 - y };
}

import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingPixels, distinctColours, pixelsOfColour } from '../e2e/support/pixels';
import { decodePng, type Picture } from '../e2e/support/png';

/** PNG's five row filters, written anew from the specification: what is taken off each byte. */
const filters: ((left: number, up: number, upLeft: number) => number)[] = [
  () => 0,
  (left) => left,
  (_left, up) => up,
  (left, up) => Math.floor((left + up) / 2),
  (left, up, upLeft) => {
    const far = (value: number) => Math.abs(left + up - upLeft - value);
    return [up, upLeft].reduce((best, it) => (far(it) < far(best) ? it : best), left);
  }
];

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

/** A PNG of the pixels, each row with the filter that `filterOf` names. */
function encodePng({ width, height, rgba }: Picture, channels: 3 | 4, filterOf: number[]): Buffer {
  const raw = rgba.filter((_, i) => i % 4 < channels);
  const at = (x: number, y: number) => (x < 0 || y < 0 ? 0 : raw[y * width * channels + x]);
  const rows = Array.from({ length: height }, (_, y) => {
    const filter = filters[filterOf[y]];
    const bytes = Array.from({ length: width * channels }, (_, x) => {
      const back = x - channels;
      return (at(x, y) - filter(at(back, y), at(x, y - 1), back < 0 ? 0 : at(back, y - 1))) & 255;
    });
    return Buffer.from([filterOf[y], ...bytes]);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, channels === 3 ? 2 : 6], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0))
  ]);
}

function picture(width: number, height: number, pixels: number[][]): Picture {
  return { width, height, rgba: Uint8Array.from(pixels.flat()) };
}

const anyPicture = fc
  .record({ width: fc.integer({ min: 1, max: 7 }), height: fc.integer({ min: 1, max: 7 }) })
  .chain(({ width, height }) =>
    fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      rgba: fc.uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 }),
      filterOf: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: height, maxLength: height })
    })
  );

describe('reading a screenshot', () => {
  it('gives back every pixel, whichever filters the browser chose', () => {
    fc.assert(
      fc.property(anyPicture, ({ filterOf, ...drawn }) => {
        expect(decodePng(encodePng(drawn, 4, filterOf))).toEqual(drawn);
      })
    );
  });

  it('reads pictures without opacity as opaque', () => {
    fc.assert(
      fc.property(anyPicture, ({ filterOf, ...drawn }) => {
        const opaque = { ...drawn, rgba: drawn.rgba.map((v, i) => (i % 4 === 3 ? 255 : v)) };
        expect(decodePng(encodePng(opaque, 3, filterOf))).toEqual(opaque);
      })
    );
  });

  it('refuses what is not such a PNG instead of reading noise', () => {
    expect(() => decodePng(Buffer.from('GIF89a'))).toThrow('not a PNG');
    const grey = encodePng(picture(1, 1, [[1, 2, 3, 4]]), 4, [0]);
    grey[25] = 0;
    expect(() => decodePng(grey)).toThrow('Only 8-bit RGB or RGBA');
  });
});

describe('measuring a screenshot', () => {
  const red = [200, 0, 0, 255];
  const white = [255, 255, 255, 255];

  it('tells an empty canvas by its one colour', () => {
    expect(distinctColours(picture(2, 1, [white, white]))).toBe(1);
    expect(distinctColours(picture(2, 1, [white, red]))).toBe(2);
  });

  it('counts the pixels that changed, and no rounding', () => {
    const before = picture(3, 1, [white, white, red]);
    const after = picture(3, 1, [white, red, [204, 3, 0, 255]]);
    expect(differingPixels(before, after)).toBe(1);
    expect(differingPixels(before, after, 0)).toBe(2);
  });

  it('refuses to compare pictures of two sizes', () => {
    expect(() => differingPixels(picture(1, 1, [red]), picture(2, 1, [red, red]))).toThrow(
      'The sizes differ: 1 x 1, 2 x 1.'
    );
  });

  it('counts the pixels near a colour', () => {
    expect(pixelsOfColour(picture(3, 1, [red, white, [203, 4, 1, 255]]), [200, 0, 0])).toBe(2);
  });
});

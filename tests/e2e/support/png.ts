import { inflateSync } from 'node:zlib';

/** A picture: width x height pixels, four bytes each (red, green, blue, opacity), row by row. */
export interface Picture {
  width: number;
  height: number;
  rgba: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Channels by PNG colour type; a browser's screenshots are of these two. */
const channelsOf = new Map([
  [2, 3],
  [6, 4]
]);

/**
 * Decodes a PNG as browsers write their screenshots: 8 bits a channel, RGB or RGBA, not interlaced.
 * Source: PNG specification, third edition, sections 5, 9 and 11. Throws on any other PNG.
 */
export function decodePng(file: Buffer): Picture {
  if (!file.subarray(0, 8).equals(signature)) throw new Error('This is not a PNG.');
  const chunks = [...readChunks(file)];
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (!header) throw new Error('This PNG has no header.');
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const channels = channelsOf.get(header[9]);
  if (header[8] !== 8 || channels === undefined || header[12] !== 0) {
    throw new Error('Only 8-bit RGB or RGBA PNGs without interlacing are read.');
  }
  const parts = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  const rows = unfilter(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  return { width, height, rgba: toRgba(rows, channels) };
}

function* readChunks(file: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    yield { type, data: file.subarray(at + 8, at + 8 + length) };
    at += 12 + length;
  }
}

/** Undoes the filter of each row: a byte was stored as its difference from its neighbours. */
function unfilter(data: Buffer, rowBytes: number, height: number, channels: number): Uint8Array {
  const rows = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (rowBytes + 1)];
    const stored = y * (rowBytes + 1) + 1;
    const row = y * rowBytes;
    for (let x = 0; x < rowBytes; x++) {
      const left = x >= channels ? rows[row + x - channels] : 0;
      const up = y > 0 ? rows[row + x - rowBytes] : 0;
      const upLeft = x >= channels && y > 0 ? rows[row + x - rowBytes - channels] : 0;
      rows[row + x] = data[stored + x] + predict(filter, left, up, upLeft);
    }
  }
  return rows;
}

function predict(filter: number, left: number, up: number, upLeft: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return nearest(left + up - upLeft, left, up, upLeft);
}

/** Paeth's predictor: whichever neighbour is nearest to the estimate, ties in this order. */
function nearest(estimate: number, left: number, up: number, upLeft: number): number {
  const fromLeft = Math.abs(estimate - left);
  const fromUp = Math.abs(estimate - up);
  const fromUpLeft = Math.abs(estimate - upLeft);
  if (fromLeft <= fromUp && fromLeft <= fromUpLeft) return left;
  return fromUp <= fromUpLeft ? up : upLeft;
}

function toRgba(rows: Uint8Array, channels: number): Uint8Array {
  if (channels === 4) return rows;
  const rgba = new Uint8Array((rows.length / 3) * 4).fill(255);
  for (let from = 0, to = 0; from < rows.length; from += 3, to += 4) {
    rgba.set(rows.subarray(from, from + 3), to);
  }
  return rgba;
}

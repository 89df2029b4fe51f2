import type { PointBuffers } from '../../engine/incidents/protocol';
import { PRECISIONS } from '../../incidents/table';

/**
 * The circles in which positions are known to lie. Tables put hundreds of incidents at the middle
 * of one district, with one radius: such a circle is one ring, whoever shares it.
 */
export interface Rings {
  count: number;
  /** x, y in mercator less the table's origin, and radius in the same unit. */
  circles: Float32Array;
  colour: Uint8Array;
  /** Ring of each row; `NO_RING` for none. */
  ofRow: Uint32Array;
}

export const NO_RING = 0xffffffff;

const EQUATOR_KM = 2 * Math.PI * 6378.137;
const HAS_RING = PRECISIONS.map((precision) => precision === 'near' || precision === 'region');

/** Length in mercator units of a kilometre at a mercator y, 0 to 1: the projection's own scale. */
export function mercatorPerKm(y: number): number {
  return Math.cosh(Math.PI * (1 - 2 * y)) / EQUATOR_KM;
}

/**
 * The rings of a table. Rows are put together by a hash of their circle's very bits, which takes
 * some 60 ms for a million different ones.
 */
export function ringsOf({ mercator, origin, radiusKm, precision, colour }: PointBuffers): Rings {
  const rows = precision.length;
  const ofRow = new Uint32Array(rows).fill(NO_RING);
  let candidates = 0;
  for (let row = 0; row < rows; row++) if (hasRing(row)) candidates++;
  const circles = new Float32Array(3 * candidates);
  const colours = new Uint8Array(candidates);
  const bits = new Uint32Array(mercator.buffer, mercator.byteOffset, mercator.length);
  const radiusBits = new Uint32Array(radiusKm.buffer, radiusKm.byteOffset, radiusKm.length);
  const slots = 2 ** Math.ceil(Math.log2(2 * candidates + 2));
  const firstRowAt = new Uint32Array(slots).fill(NO_RING);
  let count = 0;

  function hasRing(row: number): boolean {
    return HAS_RING[precision[row]] && radiusKm[row] > 0 && !Number.isNaN(mercator[2 * row]);
  }
  function isSame(a: number, b: number): boolean {
    return (
      bits[2 * a] === bits[2 * b] &&
      bits[2 * a + 1] === bits[2 * b + 1] &&
      radiusBits[a] === radiusBits[b] &&
      colour[a] === colour[b]
    );
  }
  function hash(row: number): number {
    let h = Math.imul(bits[2 * row], 0x9e3779b1) ^ Math.imul(bits[2 * row + 1], 0x85ebca6b);
    h ^= Math.imul(radiusBits[row] + colour[row], 0xc2b2ae35);
    return Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) >>> 0;
  }

  for (let row = 0; row < rows; row++) {
    if (!hasRing(row)) continue;
    let slot = hash(row) & (slots - 1);
    while (firstRowAt[slot] !== NO_RING && !isSame(firstRowAt[slot], row)) {
      slot = (slot + 1) & (slots - 1);
    }
    if (firstRowAt[slot] === NO_RING) {
      firstRowAt[slot] = row;
      circles[3 * count] = mercator[2 * row];
      circles[3 * count + 1] = mercator[2 * row + 1];
      circles[3 * count + 2] = radiusKm[row] * mercatorPerKm(mercator[2 * row + 1] + origin[1]);
      colours[count] = colour[row];
      ofRow[row] = count++;
    } else ofRow[row] = ofRow[firstRowAt[slot]];
  }
  return { count, circles: circles.slice(0, 3 * count), colour: colours.slice(0, count), ofRow };
}

/** The rings that some of these rows have. */
export function ringsOfRows(rings: Rings, rows: Uint32Array): Uint32Array {
  const seen = new Uint8Array(rings.count);
  for (const row of rows) {
    const ring = rings.ofRow[row];
    if (ring !== NO_RING) seen[ring] = 1;
  }
  const found: number[] = [];
  for (let ring = 0; ring < rings.count; ring++) if (seen[ring]) found.push(ring);
  return Uint32Array.from(found);
}

/** West, north, east, south in mercator less the table's origin. */
export type MercatorBox = readonly [west: number, north: number, east: number, south: number];

/** Those of the rings that reach into a box and are no smaller than `least`, in mercator. */
export function ringsWithin(
  { circles }: Rings,
  among: Uint32Array,
  [west, north, east, south]: MercatorBox,
  least: number
): Uint32Array {
  return among.filter((ring) => {
    const [x, y, radius] = [circles[3 * ring], circles[3 * ring + 1], circles[3 * ring + 2]];
    return (
      radius >= least &&
      x + radius >= west &&
      x - radius <= east &&
      y + radius >= north &&
      y - radius <= south
    );
  });
}

import { chordToArcM, curvatureRadiusM, ECCENTRICITY2 } from '../geodesy/ellipsoid';

/** Where a nearest point lies on the line: on which segment, and at which fraction of it. */
export interface Foot {
  segment: number;
  fraction: number;
}

/** Segments in a leaf of the tree. */
const LEAF = 8;
/** Numbers in a box: least x, y, z, then greatest x, y, z. */
const BOX = 6;

/**
 * How much two chords of equal square can differ in the geodesics' squares, per square metre of the
 * chord: a chord c spans an arc of c (1 + c²/24R²), and R differs by direction by at most e² R.
 */
const ARC_SPREAD_PER_M2 = (4 * ECCENTRICITY2) / 24 / 6.33e6 ** 2;

/**
 * Finds the nearest point of a line in earth-centred coordinates: a binary tree of boxes over runs
 * of consecutive segments, searched for the shortest chord. Where chords to several places of the
 * line are too much alike to tell whose geodesic is the shortest, the geodesics' lengths decide.
 */
export class LineIndex {
  private readonly segments: number;
  private readonly leaves: number;
  private readonly boxes: Float64Array;
  private readonly stack = new Int32Array(64);
  private readonly stackD2 = new Float64Array(64);
  /** The last answer only bounds the next search, so that answers do not depend on their order. */
  private lastSegment = 0;
  /** State of one search: the least chord's square, the best foot's geodesic once it is needed. */
  private leastD2 = Infinity;
  private leastArcM = NaN;
  private bound = Infinity;
  /** The fraction of the segment that `chordD2` found nearest. */
  private fraction = 0;

  /** `ecef` holds x, y, z in metres of each vertex. */
  constructor(private readonly ecef: Float64Array) {
    this.segments = ecef.length / 3 - 1;
    this.leaves = 1;
    while (this.leaves * LEAF < this.segments) this.leaves *= 2;
    this.boxes = new Float64Array(2 * this.leaves * BOX);
    this.fillBoxes();
  }

  private fillBoxes(): void {
    for (let node = 2 * this.leaves - 1; node > 0; node--) {
      const low = node * BOX;
      this.boxes.fill(Infinity, low, low + 3);
      this.boxes.fill(-Infinity, low + 3, low + 6);
      if (node < this.leaves) {
        for (const child of [2 * node, 2 * node + 1]) {
          this.widen(low, this.boxes, child * BOX);
          this.widen(low, this.boxes, child * BOX + 3);
        }
      } else {
        const first = (node - this.leaves) * LEAF;
        const end = Math.min(first + LEAF, this.segments);
        for (let vertex = first; first < end && vertex <= end; vertex++) {
          this.widen(low, this.ecef, 3 * vertex);
        }
      }
    }
  }

  /** Widens the box that begins at `low` to hold a point; an empty child's corners change nothing. */
  private widen(low: number, points: Float64Array, start: number): void {
    for (let axis = 0; axis < 3; axis++) {
      const value = points[start + axis];
      if (!Number.isFinite(value)) continue;
      if (value < this.boxes[low + axis]) this.boxes[low + axis] = value;
      if (value > this.boxes[low + axis + 3]) this.boxes[low + axis + 3] = value;
    }
  }

  /** Writes to `foot` where on the line the point nearest to an earth-centred point lies. */
  nearest(x: number, y: number, z: number, foot: Foot): void {
    const { stack, stackD2, leaves } = this;
    this.leastD2 = Infinity;
    this.bound = Infinity;
    this.boundBy(this.chordD2(this.lastSegment, x, y, z));
    let depth = 1;
    stack[0] = 1;
    stackD2[0] = 0;
    while (depth > 0) {
      depth--;
      if (stackD2[depth] > this.bound) continue;
      const node = stack[depth];
      if (node >= leaves) {
        this.searchLeaf(node, x, y, z, foot);
        continue;
      }
      const leftD2 = this.boxD2(2 * node, x, y, z);
      const rightD2 = this.boxD2(2 * node + 1, x, y, z);
      const nearer = leftD2 <= rightD2 ? 2 * node : 2 * node + 1;
      stack[depth] = nearer ^ 1;
      stackD2[depth++] = Math.max(leftD2, rightD2);
      stack[depth] = nearer;
      stackD2[depth++] = Math.min(leftD2, rightD2);
    }
    this.lastSegment = foot.segment;
  }

  private searchLeaf(node: number, x: number, y: number, z: number, foot: Foot): void {
    const first = (node - this.leaves) * LEAF;
    const end = Math.min(first + LEAF, this.segments);
    for (let segment = first; segment < end; segment++) {
      const d2 = this.chordD2(segment, x, y, z);
      if (d2 > this.bound) continue;
      const { fraction } = this;
      if (d2 * (1 + d2 * ARC_SPREAD_PER_M2) < this.leastD2) {
        this.leastArcM = NaN;
      } else {
        if (Number.isNaN(this.leastArcM)) {
          this.leastArcM = this.arcM(foot.segment, foot.fraction, x, y, z);
        }
        const arcM = this.arcM(segment, fraction, x, y, z);
        if (arcM >= this.leastArcM) continue;
        this.leastArcM = arcM;
      }
      foot.segment = segment;
      foot.fraction = fraction;
      if (d2 < this.leastD2) this.leastD2 = d2;
      this.boundBy(d2);
    }
  }

  /** A chord with a greater square than this cannot have the shorter geodesic. */
  private boundBy(d2: number): void {
    this.bound = Math.min(this.bound, d2 * (1 + 1e-12 + d2 * ARC_SPREAD_PER_M2));
  }

  private chordD2(segment: number, x: number, y: number, z: number): number {
    const { ecef } = this;
    const a = 3 * segment;
    const ux = ecef[a + 3] - ecef[a];
    const uy = ecef[a + 4] - ecef[a + 1];
    const uz = ecef[a + 5] - ecef[a + 2];
    let px = x - ecef[a];
    let py = y - ecef[a + 1];
    let pz = z - ecef[a + 2];
    const along = (px * ux + py * uy + pz * uz) / (ux * ux + uy * uy + uz * uz);
    this.fraction = along <= 0 ? 0 : along >= 1 ? 1 : along;
    px -= this.fraction * ux;
    py -= this.fraction * uy;
    pz -= this.fraction * uz;
    return px * px + py * py + pz * pz;
  }

  private boxD2(node: number, x: number, y: number, z: number): number {
    const { boxes } = this;
    const b = node * BOX;
    const dx = x < boxes[b] ? boxes[b] - x : x > boxes[b + 3] ? x - boxes[b + 3] : 0;
    const dy = y < boxes[b + 1] ? boxes[b + 1] - y : y > boxes[b + 4] ? y - boxes[b + 4] : 0;
    const dz = z < boxes[b + 2] ? boxes[b + 2] - z : z > boxes[b + 5] ? z - boxes[b + 5] : 0;
    return dx * dx + dy * dy + dz * dz;
  }

  private arcM(segment: number, fraction: number, x: number, y: number, z: number): number {
    const { ecef } = this;
    const a = 3 * segment;
    const fx = ecef[a] + fraction * (ecef[a + 3] - ecef[a]);
    const fy = ecef[a + 1] + fraction * (ecef[a + 4] - ecef[a + 1]);
    const fz = ecef[a + 2] + fraction * (ecef[a + 5] - ecef[a + 2]);
    return arcBetweenM(fx, fy, fz, x, y, z);
  }
}

/** The geodesic's length in metres between two earth-centred points on the ellipsoid, in closed form. */
export function arcBetweenM(
  ax: number,
  ay: number,
  az: number,
  bx: number,
  by: number,
  bz: number
): number {
  const dx = bx - ax;
  const dy = by - ay;
  const dz = bz - az;
  const radiusM = curvatureRadiusM((ax + bx) / 2, (ay + by) / 2, (az + bz) / 2, dx, dy, dz);
  return chordToArcM(Math.sqrt(dx * dx + dy * dy + dz * dz), radiusM);
}

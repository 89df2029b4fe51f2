import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { Cut } from './cross-section-cut';

/** Where a cut crosses the outline of one polygon, and in which of the polygons. */
export interface Crossing {
  polygon: number;
  /** The signed distance in km along the cut; the cut's own end for what lies before its beginning. */
  offsetKm: number;
}

export interface Crossings {
  /** In no order; those beyond the cut's Afghan end are left out. */
  crossings: Crossing[];
  /** Whether a part of an outline runs along the cut, so near that where they cross means nothing. */
  runsAlong: boolean;
}

/** Finds where cuts cross polygons. */
export interface PolygonIndex {
  crossings(cut: Cut): Crossings;
}

/**
 * Straight edges are taken in pieces of at most this many degrees, some 2 km: so near together that
 * a cut strays from the straight between two points by no more than 10 cm, and cannot cross a piece
 * twice, save by less than that.
 */
const LONGEST_PIECE_DEG = 0.02;
/** Pieces in a leaf of the tree. */
const LEAF = 8;
/** Numbers in a box: least lon and lat, then greatest lon and lat. */
const BOX = 4;
/** Marks the step from one ring to the next, which is no edge. */
const NO_POLYGON = -1;

const KM_PER_DEG = 111.2;
/** A piece runs along the cut if it keeps this near, in km, and is so many times longer. */
const ALONG_KM = 5e-5;
const ALONG_RATIO = 40;
/** A zone's flat end leaves the geodesic by this many km for each square of the km from the line. */
const ALONG_BEND = 3e-6;

/**
 * Prepares polygons for cuts, once for all. Edges are straight in longitude and latitude, as
 * RFC 7946 has them. Polygons may turn either way round, and overlap.
 */
export function indexPolygons(geometry: Polygon | MultiPolygon): PolygonIndex {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const { lonLat, polygonOf } = pieces(polygons);
  const count = polygonOf.length;
  let leaves = 1;
  while (leaves * LEAF < count) leaves *= 2;
  const boxes = boxTree(lonLat, count, leaves);

  /** Whether the curve of a cut may pass through a box, at or before its Afghan end. */
  function meets(cut: Cut, node: number): boolean {
    const b = node * BOX;
    const [west, south, east, north] = [boxes[b], boxes[b + 1], boxes[b + 2], boxes[b + 3]];
    if (west > east) return false;
    const [lon, lat] = [(west + east) / 2, (south + north) / 2];
    const [halfX, halfY] = cut.halfBox((east - west) / 2, (north - south) / 2);
    if (cut.x(lon, lat) - halfX > cut.endX) return false;
    return Math.abs(cut.height(lon, lat)) <= halfY + cut.steepest * halfX + 1e-9;
  }

  return {
    crossings(cut) {
      const found: Crossings = { crossings: [], runsAlong: false };
      const stack = [1];
      for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
        if (!meets(cut, node)) continue;
        if (node < leaves) {
          stack.push(2 * node, 2 * node + 1);
          continue;
        }
        const first = (node - leaves) * LEAF;
        const end = Math.min(first + LEAF, count);
        for (let i = first; i < end; i++) {
          if (polygonOf[i] !== NO_POLYGON) crossPiece(cut, lonLat, i, polygonOf[i], found);
        }
      }
      return found;
    }
  };
}

/** Adds where the cut crosses the piece from point i to the next. */
function crossPiece(
  cut: Cut,
  lonLat: Float64Array,
  i: number,
  polygon: number,
  found: Crossings
): void {
  const [lon, lat] = [lonLat[2 * i], lonLat[2 * i + 1]];
  const [toLon, toLat] = [lonLat[2 * i + 2], lonLat[2 * i + 3]];
  const from = cut.height(lon, lat);
  const to = cut.height(toLon, toLat);
  const [fromX, toX] = [cut.x(lon, lat), cut.x(toLon, toLat)];
  if (runsAlong(cut, from, to, fromX, toX)) found.runsAlong = true;
  // A point at no height counts as above, so that a cut through a vertex crosses there once or not.
  if (from >= 0 === to >= 0) return;

  // The cut is nearly straight over a piece, so each step comes some thousand times nearer.
  let share = from / (from - to);
  for (let step = 0; step < 3; step++) {
    const height = cut.height(lon + share * (toLon - lon), lat + share * (toLat - lat));
    share = Math.min(1, Math.max(0, share + height / (from - to)));
  }
  const x = fromX + share * (toX - fromX);
  if (x <= cut.endX) found.crossings.push({ polygon, offsetKm: cut.offsetAt(x) });
}

function runsAlong(cut: Cut, from: number, to: number, fromX: number, toX: number): boolean {
  const highestKm = Math.max(Math.abs(from), Math.abs(to)) * KM_PER_DEG;
  const lengthKm = Math.abs(toX - fromX) * KM_PER_DEG;
  const awayKm = Math.max(Math.abs(fromX), Math.abs(toX)) * KM_PER_DEG;
  const nearKm = ALONG_KM + ALONG_BEND * awayKm ** 2;
  return (
    highestKm < nearKm &&
    lengthKm > ALONG_RATIO * nearKm &&
    Math.min(fromX, toX) <= cut.endX &&
    Math.max(fromX, toX) >= -cut.endX
  );
}

/** All rings' points one after another, edges in short pieces; piece i runs from point i to the next. */
function pieces(polygons: Position[][][]): { lonLat: Float64Array; polygonOf: Int32Array } {
  const lonLat: number[] = [];
  const polygonOf: number[] = [];
  polygons.forEach((rings, polygon) => {
    for (const ring of rings) {
      if (ring.length === 0) continue;
      for (let i = 1; i < ring.length; i++) {
        const [[lon, lat], [toLon, toLat]] = [ring[i - 1], ring[i]];
        const longest = Math.max(Math.abs(toLon - lon), Math.abs(toLat - lat));
        const steps = Math.ceil(longest / LONGEST_PIECE_DEG) || 1;
        for (let k = 0; k < steps; k++) {
          lonLat.push(lon + ((toLon - lon) * k) / steps, lat + ((toLat - lat) * k) / steps);
          polygonOf.push(polygon);
        }
      }
      const [lon, lat] = ring[ring.length - 1];
      lonLat.push(lon, lat);
      polygonOf.push(NO_POLYGON);
    }
  });
  polygonOf.pop();
  return { lonLat: Float64Array.from(lonLat), polygonOf: Int32Array.from(polygonOf) };
}

/** A binary tree of boxes over runs of pieces: node n has the children 2n and 2n + 1. */
function boxTree(lonLat: Float64Array, count: number, leaves: number): Float64Array {
  const boxes = new Float64Array(2 * leaves * BOX);
  for (let node = 2 * leaves - 1; node > 0; node--) {
    const b = node * BOX;
    boxes.fill(Infinity, b, b + 2);
    boxes.fill(-Infinity, b + 2, b + 4);
    const widen = (from: Float64Array, low: number, high: number) => {
      for (let axis = 0; axis < 2; axis++) {
        boxes[b + axis] = Math.min(boxes[b + axis], from[low + axis]);
        boxes[b + 2 + axis] = Math.max(boxes[b + 2 + axis], from[high + axis]);
      }
    };
    if (node < leaves) {
      for (const child of [2 * node, 2 * node + 1]) widen(boxes, child * BOX, child * BOX + 2);
    } else {
      const first = (node - leaves) * LEAF;
      const end = Math.min(first + LEAF, count);
      for (let i = first; i < end; i++) {
        widen(lonLat, 2 * i, 2 * i);
        widen(lonLat, 2 * i + 2, 2 * i + 2);
      }
    }
  }
  return boxes;
}

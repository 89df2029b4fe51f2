import type { MultiPolygon, Polygon } from 'geojson';
import { buildBoxTree, endOfEdges, firstEdge, type Path } from '../geodesy/box-tree';
import { flatPath, type FlatPath } from '../geodesy/flat-path';
import type { Cut } from './cross-section-cut';
import type { FlatPolygons } from './flat-polygons';

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
const PIECES_PER_LEAF = 8;
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
  return indexFlatPolygons(polygons.map((rings) => rings.map(flatPath)));
}

/** The same for polygons with flat rings. */
export function indexFlatPolygons(polygons: FlatPolygons): PolygonIndex {
  const { x, y, polygonOf } = pieces(polygons);
  const tree = buildBoxTree({ x, y }, PIECES_PER_LEAF);
  const { boxes, leaves } = tree;

  /** Whether the curve of a cut may pass through a box, at or before its Afghan end. */
  function meets(cut: Cut, node: number): boolean {
    const b = 4 * node;
    const west = boxes[b];
    const south = boxes[b + 1];
    const east = boxes[b + 2];
    const north = boxes[b + 3];
    if (west > east) return false;
    const lon = (west + east) / 2;
    const lat = (south + north) / 2;
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
        for (let i = firstEdge(tree, node); i < endOfEdges(tree, node); i++) {
          if (polygonOf[i] !== NO_POLYGON) crossPiece(cut, tree.path, i, polygonOf[i], found);
        }
      }
      return found;
    }
  };
}

/** Adds where the cut crosses the piece from point i to the next. */
function crossPiece(
  cut: Cut,
  { x: lons, y: lats }: Path,
  i: number,
  polygon: number,
  found: Crossings
): void {
  const lon = lons[i];
  const lat = lats[i];
  const toLon = lons[i + 1];
  const toLat = lats[i + 1];
  const from = cut.height(lon, lat);
  const to = cut.height(toLon, toLat);
  const fromX = cut.x(lon, lat);
  const toX = cut.x(toLon, toLat);
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

/**
 * All rings' points one after another as a path in longitude and latitude, edges in short pieces;
 * piece i runs from point i to the next.
 */
function pieces(polygons: FlatPolygons) {
  const stepsOf = (ring: FlatPath, at: number) => {
    const dLon = Math.abs(ring[at] - ring[at - 2]);
    const dLat = Math.abs(ring[at + 1] - ring[at - 1]);
    return Math.ceil(Math.max(dLon, dLat) / LONGEST_PIECE_DEG) || 1;
  };
  let points = 0;
  for (const ring of polygons.flat()) {
    if (ring.length > 0) points++;
    for (let at = 2; at < ring.length; at += 2) points += stepsOf(ring, at);
  }
  const x = new Float64Array(points);
  const y = new Float64Array(points);
  const polygonOf = new Int32Array(points);
  let used = 0;
  for (const [polygon, rings] of polygons.entries()) {
    for (const ring of rings) {
      if (ring.length === 0) continue;
      for (let at = 2; at < ring.length; at += 2) {
        const steps = stepsOf(ring, at);
        const dLon = ring[at] - ring[at - 2];
        const dLat = ring[at + 1] - ring[at - 1];
        for (let k = 0; k < steps; k++) {
          x[used] = ring[at - 2] + (dLon * k) / steps;
          y[used] = ring[at - 1] + (dLat * k) / steps;
          polygonOf[used++] = polygon;
        }
      }
      x[used] = ring[ring.length - 2];
      y[used] = ring[ring.length - 1];
      polygonOf[used++] = NO_POLYGON;
    }
  }
  return { x, y, polygonOf };
}

import type { Border } from '../border/border';
import { destinations } from '../geodesy/geodesic';
import type { LonLat } from '../geodesy/position';

/**
 * A geodesic through a point of the line, followed to both sides as far as `reachKm`.
 *
 * Straight edges in longitude and latitude cross it where their height above it changes sign. The
 * heights are measured in a frame of degrees with its x axis along the cut from the Pakistani to the
 * Afghan side, so that the cut is a curve y(x), which runs on level beyond its two ends.
 */
export interface Cut {
  reachKm: number;
  /** The x of a position in the frame, for any lon and lat. */
  x(lon: number, lat: number): number;
  /** How far a position lies above the curve in the frame; below it is negative. */
  height(lon: number, lat: number): number;
  /** No part of the curve is steeper than this. */
  steepest: number;
  /** The half width and height in the frame of a box with these half sides in lon and lat. */
  halfBox(halfLon: number, halfLat: number): [x: number, y: number];
  /** The x of the cut's Afghan end. */
  endX: number;
  /** The signed distance in km along the cut from the line; at its ends beyond them. */
  offsetAt(x: number): number;
  /** The position at a signed distance in km from the line, within the reach. */
  positionAt(offsetKm: number): LonLat;
}

/** The cut is curved so little that through this many points it is known to 0.1 mm over 600 km. */
const NODES = 7;
/** Chebyshev's points in [-1, 1] with both ends, rising: through them polynomials stray least. */
const UNIT_NODES = Array.from({ length: NODES }, (_, k) => -Math.cos((k / (NODES - 1)) * Math.PI));
/** What the steepest slope between two nodes may leave out of the slopes within. */
const STEEPEST_MARGIN = 1.5;

const DEG = Math.PI / 180;

/** Makes the cut square to the line at a chainage; throws a RangeError for one beyond the line. */
export function cutAcross(border: Border, chainageKm: number, reachKm: number): Cut {
  return cutThrough(border.positionAt(chainageKm), border.bearingAt(chainageKm) - 90, reachKm);
}

/** Makes the cut through a point of the line whose Afghan side is taken to lie at a bearing. */
export function cutThrough(foot: LonLat, afghanDeg: number, reachKm: number): Cut {
  const offsets = UNIT_NODES.map((node) => node * reachKm);
  const path = destinations(foot, afghanDeg, offsets);

  const lonScale = Math.cos(foot[1] * DEG);
  const [first, last] = [path[0], path[NODES - 1]];
  const [alongLon, alongLat] = [(last[0] - first[0]) * lonScale, last[1] - first[1]];
  const chord = Math.hypot(alongLon, alongLat);
  const [cos, sin] = [alongLon / chord, alongLat / chord];
  const frameX = (lon: number, lat: number) =>
    (lon - foot[0]) * lonScale * cos + (lat - foot[1]) * sin;
  const frameY = (lon: number, lat: number) =>
    (lat - foot[1]) * cos - (lon - foot[0]) * lonScale * sin;

  const xs = path.map(([lon, lat]) => frameX(lon, lat));
  const ys = path.map(([lon, lat]) => frameY(lon, lat));
  const [startX, endX] = [xs[0], xs[NODES - 1]];
  const within = (x: number) => (x < startX ? startX : x > endX ? endX : x);
  const yAt = interpolant(xs, ys);
  const offsetAt = interpolant(xs, offsets);
  const lonAt = interpolant(
    offsets,
    path.map(([lon]) => lon)
  );
  const latAt = interpolant(
    offsets,
    path.map(([, lat]) => lat)
  );
  const slopes = xs.slice(1).map((x, i) => Math.abs((ys[i + 1] - ys[i]) / (x - xs[i])));

  return {
    reachKm,
    endX,
    steepest: STEEPEST_MARGIN * Math.max(...slopes),
    x: frameX,
    height: (lon, lat) => frameY(lon, lat) - yAt(within(frameX(lon, lat))),
    halfBox: (halfLon, halfLat) => {
      const [u, v] = [halfLon * lonScale, halfLat];
      return [u * Math.abs(cos) + v * Math.abs(sin), u * Math.abs(sin) + v * Math.abs(cos)];
    },
    offsetAt: (x) => offsetAt(within(x)),
    positionAt: (km) => (km === 0 ? [...foot] : [lonAt(km), latAt(km)])
  };
}

/** The polynomial through points, by Newton's divided differences. */
function interpolant(at: readonly number[], values: readonly number[]): (x: number) => number {
  const nodes = Float64Array.from(at);
  const c = Float64Array.from(values);
  for (let order = 1; order < c.length; order++) {
    for (let i = c.length - 1; i >= order; i--) {
      c[i] = (c[i] - c[i - 1]) / (nodes[i] - nodes[i - order]);
    }
  }
  return (x) => {
    let value = c[c.length - 1];
    for (let i = c.length - 2; i >= 0; i--) value = value * (x - nodes[i]) + c[i];
    return value;
  };
}

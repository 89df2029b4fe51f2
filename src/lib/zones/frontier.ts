import type { Position } from 'geojson';
import type { Border } from '../border/border';
import { kept } from '../geodesy/kept';
import type { Projection } from '../geodesy/projection';
import type { Hand } from './cells';
import { boxPath, type BoxedPath } from './crossings';
import type { PlaneLine } from './plane-line';
import { ringsOf, type Territory } from './territory';
import { WIDEST_KM } from './zone';

/** Gives the edges of territories as far as a zone can reach. */
export interface Frontiers {
  /**
   * The edge of territories that adjoin each other, in the plane, with them on its left: within
   * reach of a zone, without the line itself and without what two of them share. Each chain is
   * closed, or ends out of reach or just beyond the line, as seen from a hand of it.
   */
  around(territories: readonly Territory[], hand: Hand): BoxedPath[];
  /** Whether a territory has the ends of the line among their vertices. */
  shareLineEnds(territory: Territory): boolean;
}

/** How much further than what is cut at it can reach a frontier is followed, in km. */
const MARGIN_KM = 20;
const FOLLOWED_KM = WIDEST_KM + MARGIN_KM;
/**
 * A frontier's point on the line is moved to the other hand by this, in km, so that the frontier
 * crosses the line right there.
 */
const ASIDE_KM = 1e-7;
/** At the very end of the line it is moved on as well, so that it lies just outside flat ends. */
const STEP_OFF_KM = 1e-3;
/** On edges of up to 2 km, straight in the plane and straight in degrees are the same within 10 cm. */
const LONGEST_EDGE_DEG = 0.02;
/** A degree of latitude or longitude is never longer than this on WGS84. */
const LONGEST_DEGREE_KM = 111.7;

/** Gives the edge of territories, as `Frontiers` does, but on the ellipsoid. */
export type TerritoryEdges = (territories: readonly Territory[]) => readonly Position[][];

/**
 * Gives the edge of territories that adjoin each other, within reach of the widest zone along a line:
 * chains that end on the line, or out of reach. They must share the line's vertices where they border
 * on it, and each other's likewise. What a territory has by itself is kept: many zones ask for it.
 */
export const territoryEdges = kept((border: Border): TerritoryEdges => {
  const onLine = new Set(border.line.positions.map(keyOf));
  const isOnLine = (position: Position) => onLine.has(keyOf(position));
  const toLineKm = (position: Position) => {
    if (isOnLine(position)) return 0;
    return Math.abs(border.station([position[0], position[1]]).offsetKm);
  };
  const edgeOf: TerritoryEdges = (territories) => {
    const edges = territories.flatMap(ringsOf).flatMap((ring) => {
      return edgesWithin(ring, nearVertices(ring, toLineKm, FOLLOWED_KM), isOnLine);
    });
    return chainsOf(withoutShared(edges));
  };
  const edgeOfOne = kept((territory: Territory) => edgeOf([territory]));
  return (territories) =>
    territories.length === 1 ? edgeOfOne(territories[0]) : edgeOf(territories);
});

/** See `territoryEdges` for what the territories must share. */
export function createFrontiers(
  border: Border,
  line: PlaneLine,
  projection: Projection
): Frontiers {
  const edgesOf = territoryEdges(border);
  const vertexOf = new Map(border.line.positions.map((position, i) => [keyOf(position), i]));
  const toPlane = (position: Position, hand: Hand): [x: number, y: number] => {
    const vertex = vertexOf.get(keyOf(position));
    if (vertex === undefined) return projection.forward(position[0], position[1]);
    return besideLine(line, vertex, hand);
  };

  return {
    around: (territories, hand) =>
      edgesOf(territories).map((chain) => {
        const points = fill(chain).map((position) => toPlane(position, hand));
        return boxPath({ x: points.map(([x]) => x), y: points.map(([, y]) => y) });
      }),
    shareLineEnds(territory) {
      const { positions } = border.line;
      const has = (key: number) =>
        ringsOf(territory).some((ring) => ring.some((at) => keyOf(at) === key));
      return has(keyOf(positions[0])) && has(keyOf(positions[positions.length - 1]));
    }
  };
}

/** The parts of a ring that a zone can reach. Each is closed, or ends out of reach. */
export function nearChains(
  ring: readonly Position[],
  border: Border,
  reachKm: number
): Position[][] {
  const toLineKm = ([lon, lat]: Position) => Math.abs(border.station([lon, lat]).offsetKm);
  const near = nearVertices(ring, toLineKm, reachKm + MARGIN_KM);
  return chainsOf(edgesWithin(ring, near, () => false));
}

/** Latitudes that differ by this, in data units, have the same key: no two in reach of the line do. */
const KEYS_OF_LATITUDE = 2 ** 24;

/** Data files round to 1e-6 degrees. A number, since texts as keys take most of the preparation. */
const keyOf = ([lon, lat]: Position) =>
  Math.round((lon + 180) * 1e6) * KEYS_OF_LATITUDE +
  (Math.round((lat + 90) * 1e6) % KEYS_OF_LATITUDE);

type Edge = readonly [from: Position, to: Position];

/** The edges of a ring that have an end near the line, save those that run along it. */
function edgesWithin(
  ring: readonly Position[],
  near: readonly boolean[],
  isOnLine: (position: Position) => boolean
): Edge[] {
  const edges: Edge[] = [];
  const onLine = ring.map((position, i) => near[i] && isOnLine(position));
  for (let i = 1; i < ring.length; i++) {
    if (!near[i - 1] && !near[i]) continue;
    if (!onLine[i - 1] || !onLine[i]) edges.push([ring[i - 1], ring[i]]);
  }
  return edges;
}

/** The edges without those that are there in both directions. */
function withoutShared(edges: readonly Edge[]): Edge[] {
  const known = new Map<number, number[]>();
  for (const [from, to] of edges) {
    const others = known.get(keyOf(from));
    if (others) others.push(keyOf(to));
    else known.set(keyOf(from), [keyOf(to)]);
  }
  return edges.filter(([from, to]) => !known.get(keyOf(to))?.includes(keyOf(from)));
}

/** Links edges up to chains, each as long as it gets. */
function chainsOf(edges: readonly Edge[]): Position[][] {
  const leaving = new Map<number, Edge[]>();
  for (const edge of edges) {
    const others = leaving.get(keyOf(edge[0]));
    if (others) others.push(edge);
    else leaving.set(keyOf(edge[0]), [edge]);
  }
  const reached = new Set(edges.map(([, to]) => keyOf(to)));
  const chains: Position[][] = [];
  const follow = (start: Position) => {
    const chain = [start];
    const onward = () => leaving.get(keyOf(chain[chain.length - 1]))?.pop();
    for (let edge = onward(); edge; edge = onward()) chain.push(edge[1]);
    if (chain.length > 1) chains.push(chain);
  };
  for (const [from] of edges) if (!reached.has(keyOf(from))) follow(from);
  for (const [from] of edges) follow(from);
  return chains;
}

/** A path with positions added on its edges, which are straight in longitude and latitude. */
function fill(path: readonly Position[]): Position[] {
  return path.flatMap(([lon, lat], i) => {
    const [toLon, toLat] = path[Math.min(i + 1, path.length - 1)];
    const [dLon, dLat] = [toLon - lon, toLat - lat];
    const steps = Math.max(1, Math.ceil(Math.hypot(dLon, dLat) / LONGEST_EDGE_DEG));
    return Array.from({ length: steps }, (_, k) => [
      lon + (dLon * k) / steps,
      lat + (dLat * k) / steps
    ]);
  });
}

/** A point just to the other hand of a vertex of the line; at an end of the line just beyond it. */
function besideLine({ x, y }: PlaneLine, vertex: number, hand: Hand): [x: number, y: number] {
  const last = x.length - 1;
  const [before, after] = [Math.max(0, vertex - 1), Math.min(last, vertex + 1)];
  const unit = (from: number, to: number): [number, number] => {
    const [dx, dy] = [x[to] - x[from], y[to] - y[from]];
    const length = Math.hypot(dx, dy) || 1;
    return [dx / length, dy / length];
  };
  const [ax, ay] = unit(before, vertex);
  const [bx, by] = unit(vertex, after);
  const [ux, uy] = [ax + bx, ay + by];
  const length = Math.hypot(ux, uy);
  const onKm = vertex === 0 ? -STEP_OFF_KM : vertex === last ? STEP_OFF_KM : 0;
  const asideKm = hand * ASIDE_KM;
  return [
    x[vertex] + (onKm * ux + asideKm * uy) / length,
    y[vertex] + (onKm * uy - asideKm * ux) / length
  ];
}

/** Which vertices of a ring lie within a distance of the line, measuring only as often as needed. */
function nearVertices(
  ring: readonly Position[],
  toLineKm: (position: Position) => number,
  farKm: number
): boolean[] {
  let walkedKm = 0;
  let isNear = false;
  /** How far the answer holds, since the way along the ring is never shorter than straight on. */
  let holdsUntilKm = -1;
  return ring.map((position, i) => {
    if (i > 0) {
      const [dLon, dLat] = [position[0] - ring[i - 1][0], position[1] - ring[i - 1][1]];
      walkedKm += (Math.abs(dLon) + Math.abs(dLat)) * LONGEST_DEGREE_KM;
    }
    if (walkedKm < holdsUntilKm) return isNear;
    const distanceKm = toLineKm(position);
    isNear = distanceKm < farKm;
    holdsUntilKm = walkedKm + Math.abs(distanceKm - farKm);
    return isNear;
  });
}

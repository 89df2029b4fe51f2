import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { Border } from '../border/border';
import { boxPath, type BoxedPath } from './crossings';
import type { PlaneLine } from './plane-line';
import type { Projection } from '../geodesy/projection';

/** How much further than the widest zone a frontier is followed, in km. */
const MARGIN_KM = 20;
/**
 * A frontier's point at the very end of the line is moved this far on, in km, so that it lies just
 * outside every zone and not on its corner.
 */
const STEP_OFF_KM = 1e-3;
/** On edges of up to 2 km, straight in the plane and straight in degrees are the same within 10 cm. */
const LONGEST_EDGE_DEG = 0.02;
/** A degree of latitude or longitude is never longer than this on WGS84. */
const LONGEST_DEGREE_KM = 111.7;

/**
 * The frontier of a country in the plane, with the country on its left: its outline within reach of
 * a zone, without the line itself. Each chain ends out of reach or just beyond an end of the line.
 * Where the country borders on the line it must share the line's vertices.
 */
export function frontierOf(
  country: Polygon | MultiPolygon,
  border: Border,
  line: PlaneLine,
  projection: Projection,
  reachKm: number
): BoxedPath[] {
  const polygons = country.type === 'Polygon' ? [country.coordinates] : country.coordinates;
  const vertexOf = new Map(border.line.positions.map((position, i) => [keyOf(position), i]));
  const lastVertex = border.line.positions.length - 1;
  const farKm = reachKm + MARGIN_KM;

  const toPlane = (position: Position): [x: number, y: number] => {
    const vertex = vertexOf.get(keyOf(position));
    if (vertex === 0) return beyond(line, 0, 1);
    if (vertex === lastVertex) return beyond(line, lastVertex, lastVertex - 1);
    return projection.forward(position[0], position[1]);
  };
  const isOnLine = (position: Position) => vertexOf.has(keyOf(position));
  return polygons
    .flat()
    .flatMap((ring) => chainsWithin(ring, isOnLine, border, farKm))
    .map((chain) => {
      const points = fill(chain).map(toPlane);
      return boxPath({ x: points.map(([x]) => x), y: points.map(([, y]) => y) });
    });
}

/** Throws an Error unless the ends of the line are vertices of a country's outline. */
export function requireSharedLine(
  country: Polygon | MultiPolygon,
  name: string,
  { line }: Border
): void {
  const polygons = country.type === 'Polygon' ? [country.coordinates] : country.coordinates;
  const known = new Set(polygons.flat(2).map(keyOf));
  const ends = [line.positions[0], line.positions[line.positions.length - 1]];
  if (ends.every((end) => known.has(keyOf(end)))) return;
  throw new Error(`The outline of ${name} does not share the ends of the line as vertices.`);
}

/** Data files round to 1e-6 degrees. */
const keyOf = ([lon, lat]: Position) => `${Math.round(lon * 1e6)} ${Math.round(lat * 1e6)}`;

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

function beyond({ x, y }: PlaneLine, end: number, before: number): [x: number, y: number] {
  const [dx, dy] = [x[end] - x[before], y[end] - y[before]];
  const share = STEP_OFF_KM / Math.hypot(dx, dy);
  return [x[end] + share * dx, y[end] + share * dy];
}

/** The parts of a ring that are near the line but do not run along it. */
function chainsWithin(
  ring: readonly Position[],
  isOnLine: (position: Position) => boolean,
  border: Border,
  farKm: number
): Position[][] {
  const edges = ring.length - 1;
  const near = nearVertices(ring, border, farKm);
  const onLine = ring.map(isOnLine);
  const isWanted = (i: number) => {
    const j = i + 1;
    return !(onLine[i] && onLine[j]) && (near[i] || near[j]);
  };
  let start = 0;
  while (start < edges && isWanted(start)) start++;
  if (start === edges) return [[...ring]];
  const chains: Position[][] = [];
  for (let k = 1; k <= edges; k++) {
    const i = (start + k) % edges;
    if (!isWanted(i)) continue;
    if (!isWanted((i + edges - 1) % edges)) chains.push([ring[i]]);
    chains[chains.length - 1].push(ring[i + 1]);
  }
  return chains;
}

/** Which vertices of a ring lie within a distance of the line, measuring only as often as needed. */
function nearVertices(ring: readonly Position[], border: Border, farKm: number): boolean[] {
  let walkedKm = 0;
  let safeUntilKm = -1;
  return ring.map(([lon, lat], i) => {
    if (i > 0) {
      const [beforeLon, beforeLat] = ring[i - 1];
      walkedKm += (Math.abs(lon - beforeLon) + Math.abs(lat - beforeLat)) * LONGEST_DEGREE_KM;
    }
    if (walkedKm < safeUntilKm) return false;
    const distanceKm = Math.abs(border.station([lon, lat]).offsetKm);
    safeUntilKm = walkedKm + distanceKm - farKm;
    return distanceKm < farKm;
  });
}

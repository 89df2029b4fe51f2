import type { LonLat } from '../../geodesy/position';
import type { Bounds } from './positions';

/** What part of the map is taken out of a file: a few boxes that hold it, and what is in it. */
export interface Area {
  boxes: readonly Bounds[];
  holds(lon: number, lat: number): boolean;
}

export function boxArea(bounds: Bounds): Area {
  const [west, south, east, north] = bounds;
  return {
    boxes: [bounds],
    holds: (lon, lat) => lon >= west && lon <= east && lat >= south && lat <= north
  };
}

/** A degree of latitude is nowhere shorter (WGS84, at the equator). */
const LEAST_KM_PER_DEGREE = 110.57;
const KM_PER_DEGREE_AT_EQUATOR = 111.32;
/** A straight edge in longitude and latitude leaves the geodesic by less. */
const SPARE_KM = 0.2;
/** A box along the line is about so many degrees a side, before it is widened. */
const BOX_DEGREES = 0.5;

/** What lies within a distance of a line; `distanceKm` tells how far a position is from it. */
export function corridor(
  line: readonly LonLat[],
  withinKm: number,
  distanceKm: (position: LonLat) => number
): Area {
  return {
    boxes: boxesAlong(line).map((box) => widened(box, withinKm + SPARE_KM)),
    holds: (lon, lat) => distanceKm([lon, lat]) <= withinKm
  };
}

/** Boxes that hold a line, piece after piece; each begins with the vertex that the last ended with. */
function boxesAlong(line: readonly LonLat[]): Bounds[] {
  const boxes: Bounds[] = [];
  let box: Bounds | null = null;
  for (const [i, [lon, lat]] of line.entries()) {
    box = box
      ? [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)]
      : [lon, lat, lon, lat];
    const isFull = box[2] - box[0] > BOX_DEGREES || box[3] - box[1] > BOX_DEGREES;
    if (!isFull && i < line.length - 1) continue;
    boxes.push(box);
    box = [lon, lat, lon, lat];
  }
  return boxes;
}

function widened([west, south, east, north]: Bounds, km: number): Bounds {
  const up = km / LEAST_KM_PER_DEGREE;
  const farthest = Math.max(Math.abs(south), Math.abs(north)) + up;
  const across = km / (KM_PER_DEGREE_AT_EQUATOR * Math.cos((farthest * Math.PI) / 180));
  return [west - across, south - up, east + across, north + up];
}

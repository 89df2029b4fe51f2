import geographiclib from 'geographiclib-geodesic';
import { crossesItself } from './crosses-itself';
import { requireLonLat, type LonLat } from './position';

const { WGS84, DISTANCE, AZIMUTH } = geographiclib.Geodesic;

/** The geodesic from one vertex of a path to the next. */
export interface Leg {
  distanceKm: number;
  /** Its direction at its beginning, degrees clockwise from north in [0, 360); null without length. */
  initialBearingDeg: number | null;
  /** Its direction at its end, where it has turned against north. */
  finalBearingDeg: number | null;
}

/** What a path measures, as it stands and closed to a polygon. */
export interface PathMeasure {
  /** One leg fewer than there are positions. */
  legs: Leg[];
  lengthKm: number;
  /** The leg from the last position back to the first; null for fewer than 3 positions. */
  closingLeg: Leg | null;
  /** The length of the legs with the closing one; null for fewer than 3 positions. */
  perimeterKm: number | null;
  /** What the polygon encloses, whichever way round; null where it means nothing. */
  areaKm2: number | null;
  /** Whether the closed path crosses itself or comes back to one of its vertices. */
  crossesItself: boolean;
}

/**
 * Measures a path whose legs are WGS84 geodesics, by Karney's GeographicLib: lengths within 0.1 µm a
 * leg, bearings within 1e-6 degrees for legs of 1 m and more, areas within 0.1 m² a vertex. The area
 * is that of the smaller of the two parts of the earth, and null for fewer than 3 positions or a
 * path that crosses itself. Throws a RangeError that names a position that is none.
 */
export function measurePath(positions: readonly LonLat[]): PathMeasure {
  positions.forEach(([lon, lat], i) => requireLonLat(lon, lat, `Position ${i + 1}`));
  const legs = positions.slice(1).map((to, i) => leg(positions[i], to));
  const lengthKm = legs.reduce((sum, { distanceKm }) => sum + distanceKm, 0);
  const path = { legs, lengthKm };
  if (positions.length < 3) {
    return { ...path, closingLeg: null, perimeterKm: null, areaKm2: null, crossesItself: false };
  }
  const closingLeg = leg(positions[positions.length - 1], positions[0]);
  const isCrossing = crossesItself(positions);
  return {
    ...path,
    closingLeg,
    perimeterKm: lengthKm + closingLeg.distanceKm,
    areaKm2: isCrossing ? null : Math.abs(signedAreaKm2(positions)),
    crossesItself: isCrossing
  };
}

/** The area in km² of the polygon with these vertices: above 0 if it turns counter-clockwise. */
export function signedAreaKm2(vertices: readonly LonLat[]): number {
  const polygon = WGS84.Polygon(false);
  for (const [lon, lat] of vertices) polygon.AddPoint(lat, lon);
  return (polygon.Compute(false, true).area ?? NaN) / 1e6;
}

function leg([lon, lat]: LonLat, [toLon, toLat]: LonLat): Leg {
  const {
    s12 = NaN,
    azi1 = NaN,
    azi2 = NaN
  } = WGS84.Inverse(lat, lon, toLat, toLon, DISTANCE | AZIMUTH);
  return {
    distanceKm: s12 / 1000,
    initialBearingDeg: s12 > 0 ? (azi1 + 360) % 360 : null,
    finalBearingDeg: s12 > 0 ? (azi2 + 360) % 360 : null
  };
}

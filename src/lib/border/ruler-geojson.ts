import type { Feature, FeatureCollection, Position } from 'geojson';
import { densify } from '../geodesy/geodesic';
import type { LonLat } from '../geodesy/position';
import { signedAreaKm2, type Leg } from '../geodesy/ruler';
import type { StationedPath } from './stationed-path';

/** Straight between vertices so near together, an edge leaves the geodesic by less than 1 m. */
const LONGEST_EDGE_KM = 5;

/**
 * A measured path as GeoJSON (RFC 7946): the path as a LineString, or as a Polygon by the right-hand
 * rule if it is `closed` and does not cross itself, then each vertex as a Point with its station and
 * the leg that begins there. Between vertices more are put in, so that straight edges keep within
 * 1 m of the geodesics up to 60° north or south. Longitudes run on past ±180° rather than jump.
 * Positions are rounded to 1 cm. A single position gives its Point alone.
 */
export function rulerGeoJson(path: StationedPath, closed = false): FeatureCollection {
  const { positions, measure } = path;
  const steps = closed && measure.closingLeg ? [...measure.legs, measure.closingLeg] : measure.legs;
  const vertices = positions.map((position, i) => vertexFeature(path, position, i, steps[i]));
  const outline = positions.length > 1 ? [outlineFeature(path, closed)] : [];
  return { type: 'FeatureCollection', features: [...outline, ...vertices] };
}

function outlineFeature({ positions, measure }: StationedPath, closed: boolean): Feature {
  const { lengthKm, perimeterKm, areaKm2, crossesItself } = measure;
  if (!closed || perimeterKm === null) {
    return feature({ type: 'LineString', coordinates: edges(positions) }, { lengthKm });
  }
  const ring = edges([...positions, positions[0]]);
  if (crossesItself || areaKm2 === 0) {
    return feature({ type: 'LineString', coordinates: ring }, { perimeterKm, crossesItself });
  }
  if (signedAreaKm2(positions) < 0) ring.reverse();
  return feature({ type: 'Polygon', coordinates: [ring] }, { perimeterKm, areaKm2 });
}

function vertexFeature(
  { stations }: StationedPath,
  position: LonLat,
  index: number,
  leg: Leg | undefined
): Feature {
  const { chainageKm, offsetKm, side, foot } = stations[index];
  return feature(
    { type: 'Point', coordinates: rounded(position) },
    { vertex: index + 1, chainageKm, offsetKm, side, foot: rounded(foot), ...leg }
  );
}

function feature(geometry: Feature['geometry'], properties: Feature['properties']): Feature {
  return { type: 'Feature', properties, geometry };
}

/** The path with vertices along its geodesics, its longitudes without jumps. */
function edges(positions: readonly LonLat[]): Position[] {
  let before = positions[0][0];
  return densify(positions, LONGEST_EDGE_KM).map(([lon, lat]) => {
    before = lon + 360 * Math.round((before - lon) / 360);
    return rounded([before, lat]);
  });
}

function rounded([lon, lat]: LonLat): Position {
  return [Number(lon.toFixed(7)), Number(lat.toFixed(7))];
}

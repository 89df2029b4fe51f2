import type { MultiPolygon } from 'geojson';
import { positionsOf, type FlatPath } from '../geodesy/flat-path';

/** Polygons as GeoJSON has them, each its outer ring and then its holes, but with flat rings. */
export type FlatPolygons = FlatPath[][];

export function toMultiPolygon(polygons: FlatPolygons): MultiPolygon {
  return {
    type: 'MultiPolygon',
    coordinates: polygons.map((rings) => rings.map(positionsOf))
  };
}

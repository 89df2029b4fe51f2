import type { MultiPolygon, Polygon, Position } from 'geojson';

/** A country or province. */
export type Territory = Polygon | MultiPolygon;

export function ringsOf(territory: Territory): Position[][] {
  return territory.type === 'Polygon' ? territory.coordinates : territory.coordinates.flat();
}

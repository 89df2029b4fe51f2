import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { LonLat } from '../geodesy/position';
import { boxPath, isWithin, type BoxedPath } from './crossings';

/** A country or province. */
export type Territory = Polygon | MultiPolygon;

export function ringsOf(territory: Territory): Position[][] {
  return territory.type === 'Polygon' ? territory.coordinates : territory.coordinates.flat();
}

/**
 * Tells whether a territory holds a position, whose edges are straight in longitude and latitude. Of
 * a position on an edge that two territories share, one of them holds it.
 */
export function createTerritory(territory: Territory): (position: LonLat) => boolean {
  let paths: BoxedPath[] | undefined;
  return ([lon, lat]) => {
    paths ??= ringsOf(territory).map((ring) => {
      return boxPath({ x: ring.map(([x]) => x), y: ring.map(([, y]) => y) });
    });
    return isWithin(paths, lon, lat);
  };
}

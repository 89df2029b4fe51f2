import { booleanPointInPolygon } from '@turf/turf';
import type { Position } from 'geojson';
import { positionsOf } from '../geodesy/flat-path';
import type { FlatPolygons } from './flat-polygons';
import type { Ring } from './rings';

/**
 * Puts rings that do not cross together into polygons: those that turn counter-clockwise are outer
 * rings, the others holes of the smallest outer ring around them.
 */
export function toPolygons(rings: readonly Ring[]): FlatPolygons {
  const outer = rings.filter((ring) => ring.areaKm2 > 0);
  outer.sort((a, b) => a.areaKm2 - b.areaKm2);
  const polygons = outer.map((ring) => [ring.path]);
  const holes = rings.filter((ring) => ring.areaKm2 < 0);
  const insides = polygons.length > 1 && holes.length > 0 ? polygons.map(insideOf) : [];
  for (const { path } of holes) {
    const at = insides.findIndex((holds) => holds([path[0], path[1]]));
    if (polygons.length === 1) polygons[0].push(path);
    else if (at >= 0) polygons[at].push(path);
  }
  return polygons;
}

function insideOf([outer]: FlatPolygons[number]): (position: Position) => boolean {
  const polygon = { type: 'Polygon' as const, coordinates: [positionsOf(outer)] };
  return (position) => booleanPointInPolygon(position, polygon);
}

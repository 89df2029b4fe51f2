import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon } from 'geojson';
import type { Ring } from './rings';

/**
 * Puts rings that do not cross together into polygons: those that turn counter-clockwise are outer
 * rings, the others holes of the smallest outer ring around them.
 */
export function toPolygons(rings: readonly Ring[]): MultiPolygon {
  const outer = rings.filter((ring) => ring.areaKm2 > 0);
  outer.sort((a, b) => a.areaKm2 - b.areaKm2);
  const polygons = outer.map((ring) => [ring.positions]);
  for (const hole of rings.filter((ring) => ring.areaKm2 < 0)) {
    const around =
      polygons.length === 1 ? polygons[0] : polygons.find(([ring]) => contains(ring, hole));
    around?.push(hole.positions);
  }
  return { type: 'MultiPolygon', coordinates: polygons };
}

function contains(outer: Ring['positions'], hole: Ring): boolean {
  return booleanPointInPolygon(hole.positions[0], { type: 'Polygon', coordinates: [outer] });
}

import type { Polygon } from 'geojson';
import { destination } from './geodesic';
import type { LonLat } from './position';

/**
 * The circle of all positions `radiusKm` km from `center` on WGS84, as a polygon of `steps` vertices
 * by the right-hand rule. The vertices are exact; the edges between them run inside the circle by at
 * most radius · (1 − cos(180°/steps)), 0.03 % at 128 steps. A circle over the antimeridian is not cut: its
 * longitudes run on past ±180°.
 */
export function geodesicCircle(center: LonLat, radiusKm: number, steps = 128): Polygon {
  if (!(radiusKm > 0 && Number.isFinite(radiusKm))) {
    throw new RangeError(`The circle's radius is ${radiusKm} km: give a number of km above 0.`);
  }
  if (!(Number.isInteger(steps) && steps >= 3)) {
    throw new RangeError(`A circle of ${steps} steps: give a whole number of at least 3.`);
  }
  const ring = Array.from({ length: steps }, (_, k) =>
    destination(center, (-360 * k) / steps, radiusKm, { unroll: true })
  );
  return { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
}

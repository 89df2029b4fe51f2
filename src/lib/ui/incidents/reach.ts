import { destination } from '../../geodesy/geodesic';
import type { LonLat } from '../../geodesy/position';

/** The box around a circle: south-west and north-east. */
export function boundsAround(centre: LonLat, radiusKm: number): [LonLat, LonLat] {
  const [[, south], [, north], [west], [east]] = [180, 0, 270, 90].map((bearingDeg) =>
    destination(centre, bearingDeg, radiusKm)
  );
  return [
    [west, south],
    [east, north]
  ];
}

import type { Border } from '../border/border';
import { geodesicCircle } from '../geodesy/circle';
import { distanceKm } from '../geodesy/geodesic';
import type { Projection } from '../geodesy/projection';
import type { Region } from './clip';
import { boxPath } from './crossings';
import { nearChains } from './frontier';
import type { KeepOut } from './zone';

const STEPS = 240;
/** A polygon of so many steps is as large as the circle if its corners lie this much further out. */
const CORNER_REACH = Math.sqrt((2 * Math.PI) / STEPS / Math.sin((2 * Math.PI) / STEPS));

/**
 * The region around a circle to leave out, as far as a zone can reach. Its edge strays from the
 * circle by at most 0.006 % of the radius.
 */
export function aroundCircle(
  { at, radiusKm }: KeepOut,
  border: Border,
  projection: Projection,
  reachKm: number
): Region {
  const [ring] = geodesicCircle(at, CORNER_REACH * radiusKm, STEPS).coordinates;
  const edge = nearChains(ring.toReversed(), border, reachKm).map((chain) => {
    const points = chain.map(([lon, lat]) => projection.forward(lon, lat));
    return boxPath({ x: points.map(([x]) => x), y: points.map(([, y]) => y) });
  });
  return {
    edge,
    contains: (x, y) => distanceKm(projection.inverse(x, y), at) > radiusKm
  };
}

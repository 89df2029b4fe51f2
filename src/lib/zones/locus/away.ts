import type { MultiPolygon, Position } from 'geojson';
import { createBorder, type Border } from '../../border/border';
import type { LonLat } from '../../geodesy/position';

/** Positions nearer to each other than this, 0.1 mm, are one corner. */
const SAME_CORNER_DEG = 1e-9;

/**
 * Gives how far in km it is to the edge of polygons, by WGS84 geodesics: Infinity if there is none.
 * Right to 1 mm up to 300 km away, to 0.1 m beyond (see `Border.station`).
 */
export function createEdgeDistance(polygons: MultiPolygon): (position: LonLat) => number {
  let edges: Border[] | undefined;
  return (position) => {
    edges ??= polygons.coordinates.flat().flatMap(edgeOf);
    return edges.reduce((least, edge) => {
      return Math.min(least, Math.abs(edge.station(position).offsetKm));
    }, Infinity);
  };
}

function edgeOf(ring: readonly Position[]): Border[] {
  const corners: LonLat[] = [];
  for (const [lon, lat] of ring) {
    const last = corners.at(-1);
    const isSame =
      last &&
      Math.abs(last[0] - lon) < SAME_CORNER_DEG &&
      Math.abs(last[1] - lat) < SAME_CORNER_DEG;
    if (!isSame) corners.push([lon, lat]);
  }
  return corners.length > 1 ? [createBorder(corners)] : [];
}

import type { MultiPolygon, Position } from 'geojson';
import { areaUnderKm2 } from '../../geodesy/area';
import { geodesicCircle } from '../../geodesy/circle';
import { flatPath } from '../../geodesy/flat-path';
import type { LonLat } from '../../geodesy/position';
import { isWithin } from '../../geodesy/within';
import { clipOutline, type Region } from '../clip';
import { boxPath } from '../crossings';
import { isCurve, type OutlineRing } from '../outline';
import { toMultiPolygon } from '../flat-polygons';
import { toPolygons } from '../polygons';
import { curvePath } from '../ring-path';

/*
 * Here the plane is that of longitude and latitude, in which the edges of GeoJSON are straight. So
 * what is cut stays exactly what it was, whatever it is cut with.
 */

const STEPS = 720;
/** A polygon of so many steps is as large as the circle if its corners lie this much further out. */
const CORNER_REACH = Math.sqrt((2 * Math.PI) / STEPS / Math.sin((2 * Math.PI) / STEPS));
/** A circle's outline strays from it by at most this share of the radius. */
export const CIRCLE_ERROR = 1e-5;

/** Smaller than this, 1 m², is no part but rounding. */
const LEAST_PART_KM2 = 1e-6;

/** The circle's outline, counter-clockwise. */
export function circleRing(at: LonLat, radiusKm: number): Position[] {
  return geodesicCircle(at, CORNER_REACH * radiusKm, STEPS).coordinates[0];
}

/** What polygons hold, as a region. */
export function within(polygons: readonly Position[][]): Region {
  const edge = polygons.map(pathOf);
  const trees = edge.map(({ tree }) => tree);
  return { edge, contains: (x, y) => isWithin(trees, x, y) };
}

/** All but what polygons hold. */
export function without(polygons: readonly Position[][]): Region {
  const edge = polygons.map((ring) => pathOf(ring.toReversed()));
  const trees = edge.map(({ tree }) => tree);
  return { edge, contains: (x, y) => !isWithin(trees, x, y) };
}

const pathOf = (ring: readonly Position[]) =>
  boxPath({ x: ring.map(([lon]) => lon), y: ring.map(([, lat]) => lat) });

/** The part of rings that lies in every region. */
export function clipRings(rings: readonly Position[][], regions: readonly Region[]): MultiPolygon {
  const outline = rings.map(outlineOf);
  const clipped = regions.reduce<OutlineRing[]>(
    (left, region) => clipOutline(left, region, (ring) => ring.filter(isCurve).map(curvePath)),
    outline
  );
  const parts = clipped
    .map((ring) => {
      const positions = ring
        .filter(isCurve)
        .flatMap(({ x, y }) => Array.from(x, (lon, i) => [lon, y[i]]));
      const path = flatPath(positions);
      return { path, areaKm2: areaUnderKm2(path) };
    })
    .filter(({ areaKm2 }) => Math.abs(areaKm2) >= LEAST_PART_KM2);
  return toMultiPolygon(toPolygons(parts));
}

function outlineOf(ring: readonly Position[]): OutlineRing {
  return [
    {
      x: Float64Array.from(ring, ([lon]) => lon),
      y: Float64Array.from(ring, ([, lat]) => lat)
    }
  ];
}

import { difference, featureCollection, multiPolygon } from '@turf/turf';
import type { MultiPolygon, Position } from 'geojson';
import type { Footprint } from './footprint';

/** Positions are put on this grid of degrees, some 10 m, so that edges nearly the same become so. */
const GRID_DEG = 1e-4;

/**
 * What one footprint covers and another does not, to be drawn: for hatching, not for figures, which
 * `overlapOf` gives exactly. Ask the engine for both footprints with a tolerance (`toleranceKm`), to
 * within which this is true too; at full detail it would take seconds. Rings follow RFC 7946.
 */
export function differencePolygons(a: Footprint, b: Footprint): MultiPolygon {
  const coordinates = (['afghan', 'pakistan'] as const).flatMap((side) => {
    return withoutOther(a[side], b[side]).coordinates;
  });
  return { type: 'MultiPolygon', coordinates };
}

function withoutOther(a: MultiPolygon, b: MultiPolygon): MultiPolygon {
  const [one, other] = [onGrid(a), onGrid(b)];
  if (one.coordinates.length === 0 || other.coordinates.length === 0) return one;
  const rest = difference(
    featureCollection([multiPolygon(one.coordinates), multiPolygon(other.coordinates)])
  );
  if (!rest) return { type: 'MultiPolygon', coordinates: [] };
  const { geometry } = rest;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return { type: 'MultiPolygon', coordinates: polygons };
}

function onGrid({ coordinates }: MultiPolygon): MultiPolygon {
  const round = (degrees: number) => Math.round(degrees / GRID_DEG) * GRID_DEG;
  const roundAll = (ring: Position[]) => ring.map(([lon, lat]) => [round(lon), round(lat)]);
  const polygons = coordinates.map((rings) => {
    return rings
      .map(roundAll)
      .map(withoutRepeats)
      .filter((ring) => ring.length > 3);
  });
  return { type: 'MultiPolygon', coordinates: polygons.filter((rings) => rings.length > 0) };
}

const withoutRepeats = (ring: Position[]) =>
  ring.filter(([lon, lat], i) => i === 0 || lon !== ring[i - 1][0] || lat !== ring[i - 1][1]);

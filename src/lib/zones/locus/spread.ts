import type { MultiPolygon, Position } from 'geojson';
import { centerOfMass, pointOnFeature, booleanPointInPolygon, polygon } from '@turf/turf';
import type { Border } from '../../border/border';
import { areaKm2 } from '../../geodesy/area';
import { distanceKm } from '../../geodesy/geodesic';
import type { LonLat } from '../../geodesy/position';
import type { Between } from './condition';
import type { Locus } from './locus';

/** One of the polygons of a locus. */
export interface LocusPart {
  areaKm2: number;
  /** A position in the middle of it, or at least in it. */
  at: LonLat;
  /** The chainages of its edge's feet. */
  fromKm: number;
  toKm: number;
}

/** The polygons of a locus, the largest first. */
export function partsOf(border: Border, { coordinates }: MultiPolygon): LocusPart[] {
  return coordinates
    .map((rings): LocusPart => {
      const alone: MultiPolygon = { type: 'MultiPolygon', coordinates: [rings] };
      const { fromKm, toKm } = stationsOf(border, alone);
      return { areaKm2: areaKm2(alone), at: middleOf(rings), fromKm, toKm };
    })
    .sort((a, b) => b.areaKm2 - a.areaKm2);
}

function middleOf(rings: Position[][]): LonLat {
  const area = polygon(rings);
  const middle = centerOfMass(area);
  const inside = booleanPointInPolygon(middle, area) ? middle : pointOnFeature(area);
  const [lon, lat] = inside.geometry.coordinates;
  return [lon, lat];
}

/** What the feet and offsets of the edge of polygons range over. */
export interface StationRange {
  fromKm: number;
  toKm: number;
  leastOffsetKm: number;
  greatestOffsetKm: number;
}

/** The stations that the corners of polygons have; they must have some. */
export function stationsOf(border: Border, { coordinates }: MultiPolygon): StationRange {
  const { chainageKm, offsetKm } = border.stations(
    Float64Array.from(coordinates.flat(2).flatMap(([lon, lat]) => [lon, lat]))
  );
  return {
    fromKm: least(chainageKm),
    toKm: greatest(chainageKm),
    leastOffsetKm: least(offsetKm),
    greatestOffsetKm: greatest(offsetKm)
  };
}

/** How far from a place a locus begins and ends; it must have some polygon. */
export function distancesTo(place: LonLat, { polygons, distanceKm: away }: Locus): Between {
  const corners = polygons.coordinates.flat(2);
  const distances = corners.map(([lon, lat]) => distanceKm(place, [lon, lat]));
  return { leastKm: away(place), mostKm: greatest(distances) };
}

function least(values: ArrayLike<number>): number {
  let found = Infinity;
  for (let i = 0; i < values.length; i++) found = Math.min(found, values[i]);
  return found;
}

function greatest(values: ArrayLike<number>): number {
  let found = -Infinity;
  for (let i = 0; i < values.length; i++) found = Math.max(found, values[i]);
  return found;
}

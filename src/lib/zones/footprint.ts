import type { MultiPolygon } from 'geojson';
import { toMultiPolygon, type FlatPolygons } from './flat-polygons';

/** The polygons that a zone covers, and its figures. */
export interface Footprint<Polygons = MultiPolygon> {
  afghan: Polygons;
  pakistan: Polygons;
  areaAfghanKm2: number;
  areaPakistanKm2: number;
  /** Both sides together. */
  areaKm2: number;
  /** How much of the line the zone runs along, on either side. */
  lengthKm: number;
  /** How far at most the outline may stray from the zone's true edge. */
  toleranceKm: number;
  /** What would lie in a third country, and is left out. */
  cutOff: { country: string; areaKm2: number }[];
}

/** A footprint as the engine makes it and hands it to other threads. */
export type FlatFootprint = Footprint<FlatPolygons>;

/** The same with polygons as GeoJSON has them. */
export function withGeoJson(footprint: FlatFootprint): Footprint {
  return {
    ...footprint,
    afghan: toMultiPolygon(footprint.afghan),
    pakistan: toMultiPolygon(footprint.pakistan)
  };
}

/** The part of a zone in a province. */
export interface ProvinceArea {
  /** Null for what lies in no province: with round ends, what is in third countries. */
  id: string | null;
  side: 'afghan' | 'pakistan';
  areaKm2: number;
}

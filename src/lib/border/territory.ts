import type { FeatureCollection, GeoJsonProperties, MultiPolygon, Polygon } from 'geojson';
import type { LonLat } from '../geodesy/position';
import { createWithin } from '../geodesy/within';

export type CountryProperties = { id: string; name: string };

export type ProvinceProperties = { id: string; name: string; country: string };

/** The country and, in Afghanistan and Pakistan, the province that a position lies in. */
export interface Territory {
  country: CountryProperties;
  province: ProvinceProperties | null;
}

function finder<P extends GeoJsonProperties>(areas: FeatureCollection<Polygon | MultiPolygon, P>) {
  const known = areas.features.map(({ geometry, properties }) => {
    return { properties, holds: createWithin(geometry) };
  });
  return (position: LonLat): P | null =>
    known.find(({ holds }) => holds(position))?.properties ?? null;
}

/**
 * Gives a look-up of the territory at a position, or null at sea and beyond the region that
 * `countries` covers.
 */
export function territoryIndex(
  countries: FeatureCollection<Polygon | MultiPolygon, CountryProperties>,
  provinces: FeatureCollection<Polygon | MultiPolygon, ProvinceProperties>
): (position: LonLat) => Territory | null {
  const countryAt = finder(countries);
  const provinceAt = finder(provinces);
  return (position) => {
    const country = countryAt(position);
    return country && { country, province: provinceAt(position) };
  };
}

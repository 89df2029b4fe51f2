import { bbox, booleanPointInPolygon } from '@turf/turf';
import type {
  BBox,
  Feature,
  FeatureCollection,
  GeoJsonProperties,
  MultiPolygon,
  Polygon
} from 'geojson';
import type { LonLat } from '../geodesy/position';

type Area<P extends GeoJsonProperties> = Feature<Polygon | MultiPolygon, P>;

export type CountryProperties = { id: string; name: string };

export type ProvinceProperties = { id: string; name: string; country: string };

/** The country and, in Afghanistan and Pakistan, the province that a position lies in. */
export interface Territory {
  country: CountryProperties;
  province: ProvinceProperties | null;
}

function finder<P extends GeoJsonProperties>(areas: FeatureCollection<Polygon | MultiPolygon, P>) {
  const boxed = areas.features.map((area): [Area<P>, BBox] => [area, bbox(area)]);
  return ([lon, lat]: LonLat): P | null => {
    const found = boxed.find(
      ([area, [west, south, east, north]]) =>
        lon >= west &&
        lon <= east &&
        lat >= south &&
        lat <= north &&
        booleanPointInPolygon([lon, lat], area)
    );
    return found ? found[0].properties : null;
  };
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

import type { FeatureCollection, GeoJsonProperties, MultiPolygon, Polygon } from 'geojson';
import { createAreaGrid } from '../border/area-grid';
import type { CountryProperties, ProvinceProperties } from '../border/territory';
import type { Territory } from './table';

type Areas<P extends GeoJsonProperties> = FeatureCollection<Polygon | MultiPolygon, P>;

/** Countries and, in Afghanistan and Pakistan, provinces, by number. */
export interface Territories {
  /** The first is none. */
  list: Territory[];
  /** Index into `list` of the province, or else the country, that holds a position. */
  at(lon: number, lat: number): number;
  /** Index into `list` of the country that holds it: all that is known of a position without a place. */
  countryAt(lon: number, lat: number): number;
}

const NONE: Territory = { id: '', name: '', country: '' };

/** The territories before the borders have been loaded: none. */
export const noTerritories: Territories = { list: [NONE], at: () => 0, countryAt: () => 0 };

export function createTerritories(
  countries: Areas<CountryProperties>,
  provinces: Areas<ProvinceProperties>
): Territories {
  const list = [
    NONE,
    ...countries.features.map(({ properties: { id, name } }) => ({ id, name, country: id })),
    ...provinces.features.map(({ properties: { id, name, country } }) => ({ id, name, country }))
  ];
  const firstProvince = 1 + countries.features.length;
  const countryGrid = createAreaGrid(countries.features.map(({ geometry }) => geometry));
  const provinceGrid = createAreaGrid(provinces.features.map(({ geometry }) => geometry));
  const countryAt = (lon: number, lat: number) => 1 + countryGrid.at(lon, lat);
  return {
    list,
    countryAt,
    at(lon, lat) {
      const country = countryAt(lon, lat);
      if (country === 0) return 0;
      const province = provinceGrid.at(lon, lat);
      return province < 0 ? country : firstProvince + province;
    }
  };
}

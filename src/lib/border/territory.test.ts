import type { Feature, FeatureCollection, Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { territoryIndex, type CountryProperties, type ProvinceProperties } from './territory';

function box<P>(west: number, east: number, properties: P): Feature<Polygon, P> {
  const ring = [
    [west, 30],
    [east, 30],
    [east, 34],
    [west, 34],
    [west, 30]
  ];
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
}

const countries: FeatureCollection<Polygon, CountryProperties> = {
  type: 'FeatureCollection',
  features: [
    box(60, 70, { id: 'AF', name: 'Afghanistan' }),
    box(70, 80, { id: 'PK', name: 'Pakistan' })
  ]
};
const provinces: FeatureCollection<Polygon, ProvinceProperties> = {
  type: 'FeatureCollection',
  features: [box(65, 70, { id: 'AF-KHO', name: 'Khost', country: 'AF' })]
};
const territoryAt = territoryIndex(countries, provinces);

test('a position lies in its country and, where there is one, its province', () => {
  expect(territoryAt([67, 32])).toEqual({
    country: { id: 'AF', name: 'Afghanistan' },
    province: { id: 'AF-KHO', name: 'Khost', country: 'AF' }
  });
  expect(territoryAt([75, 32])?.province).toBeNull();
});

test('a few metres across the boundary it is the neighbour’s', () => {
  expect(territoryAt([69.9999, 32])?.country.id).toBe('AF');
  expect(territoryAt([70.0001, 32])?.country.id).toBe('PK');
});

test('beyond the region and at sea there is none', () => {
  expect(territoryAt([28.9, 41])).toBeNull();
});

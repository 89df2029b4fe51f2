import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { readBorders } from '../geodata/borders';
import { destination } from '../geodesy/geodesic';
import { createAreaGrid } from './area-grid';
import { createBorder } from './border';
import { territoryIndex } from './territory';

const line = readLine();
const file = new URL('../../../geodata/files/borders.topojson', import.meta.url);
const { countries, provinces } = readBorders(JSON.parse(readFileSync(file, 'utf8')), line);
const border = createBorder(line);
const slow = territoryIndex(countries, provinces);
const countryGrid = createAreaGrid(countries.features.map(({ geometry }) => geometry));
const provinceGrid = createAreaGrid(provinces.features.map(({ geometry }) => geometry));

const numRuns = process.env.NIGHTLY ? 20_000 : 400;

function expectSame(lon: number, lat: number) {
  const territory = slow([lon, lat]);
  const country = countries.features[countryGrid.at(lon, lat)]?.properties.id;
  expect(country, `${lon}, ${lat}`).toBe(territory?.country.id);
  if (!territory) return;
  const province = provinces.features[provinceGrid.at(lon, lat)]?.properties.id;
  expect(province, `${lon}, ${lat}`).toBe(territory.province?.id);
}

test('every position of the region lies in the area that turf finds', () => {
  const lon = fc.double({ min: 58, max: 82, noNaN: true });
  const lat = fc.double({ min: 22, max: 42, noNaN: true });
  fc.assert(fc.property(lon, lat, expectSame), { numRuns });
});

test('within metres to kilometres of the line too', () => {
  const vertex = fc.integer({ min: 1, max: line.length - 2 });
  const bearing = fc.double({ min: 0, max: 360, noNaN: true });
  const logKm = fc.double({ min: -3, max: 1, noNaN: true });
  fc.assert(
    fc.property(vertex, bearing, logKm, (i, bearingDeg, log) => {
      const position = destination(line[i], bearingDeg, 10 ** log);
      // On the line itself either side will do.
      fc.pre(border.station(position).side !== 'line');
      expectSame(...position);
    }),
    { numRuns }
  );
});

test('what is no position, or far away, is in no area', () => {
  for (const [lon, lat] of [
    [NaN, NaN],
    [-70, 40],
    [70, -40],
    [1e9, 33]
  ]) {
    expect(countryGrid.at(lon, lat)).toBe(-1);
  }
  expect(createAreaGrid([]).at(70, 33)).toBe(-1);
});

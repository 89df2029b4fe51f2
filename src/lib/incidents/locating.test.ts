import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { randomFrom } from '../../../tests/fixtures/random';
import { createBorder } from '../border/border';
import { territoryIndex } from '../border/territory';
import { readBorders } from '../geodata/borders';
import { destination } from '../geodesy/geodesic';
import type { LonLat } from '../geodesy/position';
import { locate } from './locating';
import { PRECISIONS } from './table';
import { createTerritories } from './territories';

const line = readLine();
const border = createBorder(line);
const file = new URL('../../../geodata/files/borders.topojson', import.meta.url);
const { countries, provinces } = readBorders(JSON.parse(readFileSync(file, 'utf8')), line);
const territories = createTerritories(countries, provinces);

function located(positions: LonLat[], unplacedRow = -1) {
  const precision = new Uint8Array(positions.length);
  if (unplacedRow >= 0) precision[unplacedRow] = PRECISIONS.indexOf('unplaced');
  const steps = locate(
    { rows: positions.length, lonLat: Float64Array.from(positions.flat()), precision },
    border,
    territories
  );
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

test('every row of a shuffled table has the station and territory of its own position', () => {
  const random = randomFrom(5);
  const distinct = Array.from({ length: 4000 }, () =>
    destination(line[Math.floor(random() * line.length)], 360 * random(), 150 * random())
  );
  const positions = Array.from(
    { length: 12_000 },
    () => distinct[Math.floor(random() * distinct.length)]
  );
  const { chainageKm, offsetKm, territory, territories: list } = located(positions);
  const slow = territoryIndex(countries, provinces);
  for (let row = 0; row < positions.length; row += 7) {
    const station = border.station(positions[row]);
    expect(chainageKm[row]).toBeCloseTo(station.chainageKm, 3);
    expect(offsetKm[row]).toBeCloseTo(station.offsetKm, 4);
    const own = slow(positions[row]);
    expect(list[territory[row]].id).toBe(own?.province?.id ?? own?.country.id ?? '');
  }
});

test('an incident without a position has no station, and one known by its country only that alone', () => {
  const kabul: LonLat = [69.17, 34.53];
  const { chainageKm, territory, territories: list } = located([kabul, [NaN, NaN], kabul], 2);
  expect(chainageKm[0]).toBeGreaterThan(0);
  expect(chainageKm[1]).toBeNaN();
  expect(chainageKm[2]).toBeNaN();
  expect([...territory].map((code) => list[code].id)).toEqual(['AF-KAB', '', 'AF']);
});

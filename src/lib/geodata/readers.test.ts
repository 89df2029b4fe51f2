import { readFileSync } from 'node:fs';
import { coordAll } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { randomFrom } from '../../../tests/fixtures/random';
import { createBorder } from '../border/border';
import { territoryIndex } from '../border/territory';
import { areaKm2 } from '../geodesy/area';
import { readBorders } from './borders';
import { readLine, readScaledLine } from './lines';
import { readSettlements } from './settlements';
import { readWorld } from './world';

/** A committed file, read as the app would get it. */
function file(name: string): unknown {
  return JSON.parse(
    readFileSync(new URL(`../../../geodata/files/${name}`, import.meta.url), 'utf8')
  );
}

const line = readLine(file('line-osm-2026.topojson'));
const borders = readBorders(file('borders.topojson'), line);

test('the line comes out with every vertex, from Iran to China', () => {
  expect(line).toHaveLength(34_639);
  const ends = [line[0], line[line.length - 1]].flat();
  [60.87286, 29.85855, 74.56463, 37.03085].forEach((degrees, i) => {
    expect(ends[i]).toBeCloseTo(degrees, 4);
  });
});

test('both countries and their provinces meet the line vertex by vertex', () => {
  const onLine = new Set(line.map((position) => position.join()));
  const shared = (areas: Feature<Polygon | MultiPolygon>[]) =>
    new Set(
      areas
        .flatMap((area) => coordAll(area))
        .map((position) => position.join())
        .filter((key) => onLine.has(key))
    ).size;
  const country = (id: string) =>
    borders.countries.features.filter(({ properties }) => properties.id === id);
  const provinces = (id: string) =>
    borders.provinces.features.filter(({ properties }) => properties.country === id);
  for (const id of ['AF', 'PK']) {
    expect(shared(country(id))).toBe(onLine.size);
    expect(shared(provinces(id))).toBe(onLine.size);
  }
});

test('both countries as one are as large as the two, without the line between them', () => {
  const area = (id: string) =>
    borders.countries.features
      .filter(({ properties }) => properties.id === id)
      .reduce((sum, { geometry }) => sum + areaKm2(geometry), 0);
  const [both] = borders.bothCountries.features;
  expect(areaKm2(both.geometry)).toBeCloseTo(area('AF') + area('PK'), 3);
  const onLine = new Set(line.map((position) => position.join()));
  const corners = new Set(coordAll(both).map((position) => position.join()));
  expect([...corners].filter((corner) => onLine.has(corner))).toHaveLength(2);
});

test('borders made for another line are refused', () => {
  expect(() => readBorders(file('borders.topojson'), line.slice(0, -1))).toThrow(
    'was made for another line'
  );
});

test('the world has names for its countries, the largest first, and none for leased areas', () => {
  const { labels, countryCount } = readWorld(file('world.topojson'));
  const names = labels.features.map(({ properties }) => properties.name);
  expect(names[0]).toBe('Russia');
  expect(names).toEqual(expect.arrayContaining(['Afghanistan', 'Pakistan', 'Iran', 'Tajikistan']));
  expect(names).not.toContain('Baikonur');
  expect(countryCount).toBeGreaterThan(200);
});

test('a settlement without a known population has none, not zero', () => {
  const settlements = readSettlements(file('settlements.json'));
  expect(settlements.find(({ name }) => name === 'Kabul')?.population).toBeGreaterThan(3_000_000);
  expect(settlements.some(({ population }) => population === null)).toBe(true);
  expect(settlements.some(({ population }) => population === 0)).toBe(false);
});

test('a file that is not sound is refused with what is wrong and where', () => {
  const cut = { ...(file('line-osm-2026.topojson') as object), arcs: [[[1, 'two']]] };
  expect(() => readLine(cut)).toThrow(/The line, full detail .* at arcs\.0\.0\.1/);
  expect(() => readScaledLine({ features: [] }, 'line-ne-50m')).toThrow('1:50 million');
  expect(() => readSettlements({ columns: ['name'], rows: [] })).toThrow('must begin');
  expect(() => readWorld({})).toThrow('not sound');
});

test('every place near the line lies in the country of its side', () => {
  const territoryAt = territoryIndex(borders.countries, borders.provinces);
  const border = createBorder(line);
  const random = randomFrom(7);
  let judged = 0;
  for (let i = 0; i < 4000; i++) {
    const at = border.positionAt(random() * border.lengthKm, (random() - 0.5) * 20);
    const { side, atEnd } = border.station(at);
    const territory = territoryAt(at);
    if (atEnd || side === 'line' || !['AF', 'PK'].includes(territory?.country.id ?? '')) continue;
    expect(territory?.country.id, at.join()).toBe(side === 'afghan' ? 'AF' : 'PK');
    expect(territory?.province?.country, at.join()).toBe(territory?.country.id);
    judged++;
  }
  expect(judged).toBeGreaterThan(3500);
});

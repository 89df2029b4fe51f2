import { expect, test } from 'vitest';
import { dayOf, imported } from '../../../../../tests/fixtures/incidents/importing';
import type { Mapping } from '../../mapping';
import { openSheet } from '../formats';
import { foldedName, guessNames, PlaceNames } from '../place-names';
import { previewRows } from '../preview';
import { sourceOf } from '../source';
import { recognise } from './recognise';

const recognised = async (text: string) => recognise(await openSheet(sourceOf('a.csv', text)));
const mappingOf = async (text: string): Promise<Mapping> => (await recognised(text)).mapping;

test.each([
  ['Latitude,Longitude,Date\n33.1,69.2,2024-01-02\n', 1, 0],
  ['Breite;Länge;Datum\n33,12;69,25;02.01.2024\n', 1, 0],
  ['LONG,LAT,WHEN\n69.2,33.1,2 Jan 2024\n', 0, 1],
  ['y,x,date\n33.1,69.2,1/2/2024\n', 1, 0],
  ['طول جغرافیایی,عرض جغرافیایی,تاریخ\n69.2,33.1,2024-01-02\n', 0, 1],
  ['a,b,c\n33.12,69.25,2024-01-02\n34.12,70.25,2024-01-03\n', 1, 0]
])('the columns of a position are found by name or content: %j', async (text, lon, lat) => {
  expect((await mappingOf(text)).position).toEqual({ as: 'lon-lat', lon, lat });
});

test('a position in one column is found, in either order', async () => {
  const text = (cell: string) =>
    `what,where is it,date\nA,"${cell}",2024-01-02\nB,"${cell}",2024-01-03\n`;
  expect((await mappingOf(text('33.1, 69.2'))).position).toMatchObject({
    column: 1,
    order: 'lat-lon'
  });
  expect((await mappingOf(text('69.2, 33.1'))).position).toMatchObject({
    column: 1,
    order: 'lon-lat'
  });
  expect((await mappingOf(text('42SWC1234567890'))).position).toMatchObject({
    as: 'one',
    column: 1
  });
});

test('the order of day and month is decided over all rows, and doubt is told', async () => {
  const text = (...dates: string[]) =>
    'date,lat,lon\n' + dates.map((date) => `${date},33.1,69.2\n`).join('');
  expect((await mappingOf(text('1/2/2024', '13/2/2024'))).time).toMatchObject({ order: 'dmy' });
  expect((await mappingOf(text('1/2/2024', '2/13/2024'))).time).toMatchObject({ order: 'mdy' });
  expect((await recognised(text('1/2/2024', '3/4/2024'))).doubts).toHaveLength(1);
  expect((await recognised(text('1/2/2024', '13/4/2024'))).doubts).toEqual([]);
});

test('New America’s columns are known, with several named Source', async () => {
  const text =
    'Date,Province,geo_lat,geo_lon,Minimum Total People Killed,Source,Source\n2 Jan 2010,X,33.1,69.2,3,a,b\n';
  const { profile, mapping } = await recognised(text);
  expect(profile).toBe('new-america');
  expect(mapping.position).toEqual({ as: 'lon-lat', lon: 3, lat: 2 });
  expect(mapping.roles.source).toBe(5);
});

test('start and end make a span that lasted; year, month and day make a date', async () => {
  const { table } = await imported('start,end,lat,lon\n2024-01-02,2024-01-05,33.1,69.2\n');
  expect([table.firstDay[0], table.lastDay[0], table.lasted[0]]).toEqual([
    dayOf('2024-01-02'),
    dayOf('2024-01-05'),
    1
  ]);
  const parts = await imported('year,month,day,lat,lon\n2024,0,0,33.1,69.2\n');
  expect(parts.table.lastDay[0]).toBe(dayOf('2024-12-31'));
});

test('the preview says of each row what the import will make of it', async () => {
  const sheet = await openSheet(
    sourceOf(
      'a.csv',
      'date,lat,lon\nMay 2024,33.1,69.2\n2024-01-02,x,69.2\n,33.1,69.3\n2024-01-03,33.1,69\n2024-01-03,33.1,69\n'
    )
  );
  const { mapping } = recognise(sheet);
  expect(previewRows(sheet, mapping, 3)).toEqual([
    { position: [69.2, 33.1], when: 'May 2024', precision: 'unknown' },
    { refused: '“x” is no latitude.' },
    { position: [69.3, 33.1], when: 'no date', precision: 'unknown' }
  ]);
});

const places = new PlaceNames(
  (
    [
      ['Miranshah', [70.07, 33.0]],
      ['Ghulam Khan', [69.98, 33.12]],
      ['Zhob', [69.45, 31.34]],
      ['Khost', [69.92, 33.34]]
    ] as const
  ).map(([name, at]) => ({ name, at: [...at], from: 'Settlements' }))
);

test.each([
  ['Miran Shah', 'Miranshah'],
  ['Meeran Shah, North Waziristan', 'Miranshah'],
  ['MIRĀNSHĀH', 'Miranshah'],
  ['Ghulām Khān area', 'Ghulam Khan'],
  ['near Zhob', 'Zhob'],
  ['Khowst Province', 'Khost'],
  ['Atlantis', undefined]
])('the place %j is guessed as %s, whatever its spelling', (text, name) => {
  expect(places.guess(text)?.name).toBe(name);
});

test('a table without coordinates is placed by names once they are confirmed', async () => {
  const text =
    'Date,Place,Killed\n2 Jan 2010,Miran Shah,3\n3 Jan 2010,__proto__,1\n4 Jan 2010,Nowhere,0\n';
  const sheet = await openSheet(sourceOf('a.csv', text));
  const { position } = recognise(sheet).mapping;
  expect(position).toEqual({ as: 'names', column: 1, confirmed: {} });
  const guesses = guessNames(
    sheet.sample.map(({ cells }) => cells[1]),
    places
  );
  expect(guesses.map(({ name, guess }) => [name, guess?.name])).toEqual([
    ['Miran Shah', 'Miranshah'],
    ['__proto__', undefined],
    ['Nowhere', undefined]
  ]);
  const { table, report } = await imported(text, 'a.csv', (mapping) => ({
    ...mapping,
    position: { as: 'names', column: 1, confirmed: { 'Miran Shah': [70.07, 33] } }
  }));
  expect([...table.lonLat]).toEqual([70.07, 33, NaN, NaN, NaN, NaN]);
  expect(table.radiusKm[0]).toBe(10);
  expect(report.repaired).toEqual([
    {
      how: 'Without a position, as its place was not found: kept in the list',
      rows: 2,
      firstFileRow: 3
    }
  ]);
});

test('folding keeps different places apart', () => {
  const names = [
    'Zhob',
    'Khost',
    'Chaman',
    'Torkham',
    'Wana',
    'Angoor Adda',
    'Spin Boldak',
    'Kabul'
  ];
  expect(new Set(names.map(foldedName)).size).toBe(names.length);
});

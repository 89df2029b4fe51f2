import { describe, expect, test } from 'vitest';
import { cellsOf, imported } from '../../../../tests/fixtures/incidents/importing';
import { merge } from '../merge';
import { NO_DAY, PRECISIONS } from '../table';
import { decide } from './decide';
import { refusedCsv } from './refused-csv';

const HEADER = 'id,date,lat,lon,notes,deaths\n';
const sound = Array.from(
  { length: 40 },
  (_, i) =>
    `${i},2024-01-${String((i % 28) + 1).padStart(2, '0')},${32 + i / 40},${69 + i / 40},n${i},1`
);
const odd = [
  '100,2024-02-01,69.5,32.5,swapped,1',
  '101,2024-02-02,0,0,zero,1',
  '102,2024-02-03,30.3753,69.3451,at the centroid,1',
  '7,2024-02-04,32.1,69.1,the same id,1',
  '103,2024-01-04,32.075,69.075,n3,1',
  '104,1524-01-01,32.1,69.1,long ago,1',
  '105,2091-01-01,32.1,69.1,to come,1'
];
// The centroid is 30.3753 N, 69.3451 E.
odd[2] = '102,2024-02-03,30.3753,69.3451,at the centroid,1';
const text = HEADER + [...sound, ...odd].join('\n');

const rowsOf = ({ suspects }: Awaited<ReturnType<typeof imported>>['report']) =>
  Object.fromEntries(suspects.map(({ suspicion, rows }) => [suspicion, [...rows]]));

describe('what looks wrong', () => {
  test('is pointed out by kind, and imported as it stands', async () => {
    const { table, report } = await imported(text);
    expect(report).toMatchObject({ read: 47, imported: 47, refusedCount: 0, dropped: [] });
    expect(rowsOf(report)).toEqual({
      swapped: [40],
      zero: [41],
      centroid: [42],
      duplicate: [43, 44],
      'odd-date': [45, 46]
    });
    expect([...table.lonLat.subarray(80, 82)]).toEqual([32.5, 69.5]);
  });

  test('is mended or kept unless the reader says otherwise, and the report adds up', async () => {
    const { table, report } = decide(await imported(text));
    expect([...table.lonLat.subarray(80, 82)]).toEqual([69.5, 32.5]);
    expect(table.lonLat[82]).toBeNaN();
    expect(PRECISIONS[table.precision[42]]).toBe('unplaced');
    expect(report).toMatchObject({ read: 47, imported: 47, dropped: [] });
    expect(report.repaired.map(({ rows, firstFileRow }) => [rows, firstFileRow])).toEqual([
      [1, 42],
      [1, 43],
      [1, 44]
    ]);
  });

  test('can be dropped or mended together, and all of it taken back', async () => {
    const whole = await imported(text);
    const { table, report } = decide(whole, {
      duplicate: 'drop',
      'odd-date': 'mend',
      swapped: 'keep'
    });
    expect(report.dropped).toEqual([{ why: 'The same as a row before', rows: 2 }]);
    expect(report.imported + 2).toBe(report.read);
    expect([...table.fileRow].slice(-2)).toEqual([47, 48]);
    expect([...table.firstDay].slice(-2)).toEqual([NO_DAY, NO_DAY]);
    expect(cellsOf(table.columns[4]).slice(-3)).toEqual(['at the centroid', 'long ago', 'to come']);
    expect(decide(whole, {}).table.rows).toBe(47);
  });
});

test('a whole table with latitude and longitude under each other’s names is mended by the guess', async () => {
  const exchanged = HEADER.replace('lat,lon', 'lon,lat') + sound.join('\n');
  const { table, report } = await imported(exchanged);
  expect([...table.lonLat.subarray(0, 2)]).toEqual([69, 32]);
  expect(report.suspects).toEqual([]);
});

test('in a table of the whole world nothing is held for swapped', async () => {
  const world = ['59.9,30.3', '40.7,-74', '-33.9,151.2', '55.7,37.6', '51.5,-0.1', '33.1,69.2'];
  const rows = world.flatMap((place, i) =>
    [0, 1].map((j) => `${i}-${j},2024-01-0${j + 1},${place},,0`)
  );
  const { report } = await imported(HEADER + rows.join('\n'));
  expect(report.suspects).toEqual([]);
});

describe('what cannot be read', () => {
  const bad = [
    'a,2024-01-01,north,69,x,1',
    'b,2024-13-01,33,69,x,1',
    'c,2024-01-01,NaN,69,x,1',
    'd,2024-01-01,1e999,69,x,1',
    'e,2024-01-01,33,,x,1',
    'f,2024-01-01,98,170,x,1',
    'g,2024-01-01,,,no place,1',
    'h,,33,69,no date,1',
    'i,2024-01-01,33,69,no number,many',
    'j,2024-01-01,33,120,fine,1',
    'k,2024-01-01,120,33,exchanged,1'
  ];

  test('is refused with why and its row, or kept without it, and told', async () => {
    const { table, report } = await imported(HEADER + [...sound, ...bad].join('\n'));
    expect(report.refused.map(({ fileRow, why }) => `${fileRow} ${why}`)).toEqual([
      '42 “north” is no latitude.',
      '43 “2024-13-01” is no date.',
      '44 The latitude is missing.',
      '45 “1e999” is no latitude.',
      '46 The longitude is missing.',
      '47 The latitude 98 is not from -90 to 90.'
    ]);
    expect(report).toMatchObject({ read: 51, imported: 45, refusedCount: 6 });
    expect(report.repaired.map(({ how, rows }) => `${rows} ${how.split(':')[0]}`)).toEqual([
      '1 Without a position',
      '1 Without a date',
      '1 Deaths that are no number do not count; the column keeps what it says',
      '1 Latitude and longitude were exchanged'
    ]);
    expect(table.rows).toBe(45);
  });

  test('comes back as CSV, with formulas made harmless', async () => {
    const { report } = await imported(`${HEADER}=1+1,2024-01-01,north,69,"@x, y",1\n`);
    expect(refusedCsv(report, HEADER.trim().split(','))).toBe(
      '\uFEFFfile row,why refused,id,date,lat,lon,notes,deaths\r\n' +
        '2,“north” is no latitude.,\'=1+1,2024-01-01,north,69,"\'@x, y",1\r\n'
    );
  });
});

test('a file of the same kind is merged in: what is there already is dropped, however often', async () => {
  const first = await imported(HEADER + sound.join('\n'));
  const second = await imported(
    'id,date,lat,lon,deaths,notes\n' +
      '3,2024-01-04,32.075,69.075,1,n3\n3,2024-01-04,32.075,69.075,1,n3\n' +
      'new,2025-01-04,32.5,69.5,,new\nnew,2025-01-04,32.5,69.5,,new\n'
  );
  const { table, dropped } = merge(first.table, second.table);
  expect(dropped.map(({ rows }) => rows)).toEqual([2]);
  expect(table.rows).toBe(42);
  expect(table.columns.map((column) => cellsOf(column).slice(-3))).toEqual([
    ['39', 'new', 'new'],
    ['2024-01-12', '2025-01-04', '2025-01-04'],
    [32.975, 32.5, 32.5],
    [69.975, 69.5, 69.5],
    ['n39', 'new', 'new'],
    [1, NaN, NaN]
  ]);
});

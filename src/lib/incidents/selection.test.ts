import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Filter } from './filter';
import { Selection, type ZoneRows } from './selection';
import { testColumn, testTable, type TestIncident } from './testing';

const noZones: ZoneRows = {
  key: (proposal) => proposal,
  inZone(proposal) {
    throw new Error(`There is no proposal ${proposal}.`);
  }
};

const incidents: TestIncident[] = [
  {
    chainageKm: 100,
    offsetKm: 5,
    territory: 'AF-KHO',
    days: [0, 0],
    deaths: 3,
    precision: 'exact'
  },
  {
    chainageKm: 200,
    offsetKm: -12,
    territory: 'PK-BA',
    days: [0, 9],
    deaths: 0,
    precision: 'near'
  },
  { chainageKm: 300, offsetKm: 0, territory: 'AF', days: [5, 5] },
  {}
];
const columns = [
  testColumn('type', ['Battles', 'Explosions', 'Battles', ''], 'category'),
  testColumn('notes', ['Café in KHOST', 'on the road', 'ښار ته نږدې', 'nothing']),
  testColumn('number', [10, NaN, 2021, -4]),
  testColumn('digits', ['7', 'x', '12', ''])
];
const selection = new Selection(testTable(incidents, columns), noZones);
const rows = (...filter: Filter) => {
  selection.set(filter);
  return [...selection.chosen().rows];
};

describe('a condition lets through', () => {
  test.each([
    ['cafe khost', [0]],
    ['KHO battles', [0]],
    ['ښار', [2]],
    ['شار', []],
    ['2021', [2]],
    ['khost road', []],
    ['  ', [0, 1, 2, 3]]
  ])('text: “%s”', (words, expected) => {
    expect(rows({ by: 'text', words })).toEqual(expected);
  });

  test('values of every kind of column', () => {
    expect(rows({ by: 'values', column: 0, values: ['Battles', ''] })).toEqual([0, 2, 3]);
    expect(rows({ by: 'values', column: 1, values: ['on the road', 'no'] })).toEqual([1]);
    expect(rows({ by: 'values', column: 2, values: ['10', ''] })).toEqual([0, 1]);
  });

  test('ranges with their limits, and no blank cell', () => {
    expect(rows({ by: 'range', column: 2, range: { least: -4, most: 10 } })).toEqual([0, 3]);
    expect(rows({ by: 'range', column: 2, range: { least: null, most: 0 } })).toEqual([3]);
    expect(rows({ by: 'range', column: 3, range: { least: 7, most: null } })).toEqual([0, 2]);
    expect(rows({ by: 'deaths', range: { least: 0, most: 2 } })).toEqual([1]);
    expect(rows({ by: 'deaths', range: { least: null, most: null } })).toHaveLength(4);
  });

  test('side, distance and chainage', () => {
    expect(rows({ by: 'side', sides: ['afghan'] })).toEqual([0]);
    expect(rows({ by: 'side', sides: ['afghan', 'pakistan'] })).toEqual([0, 1]);
    expect(rows({ by: 'distance', range: { least: null, most: 5 } })).toEqual([0, 2]);
    expect(rows({ by: 'chainage', range: { least: 150, most: 300 } })).toEqual([1, 2]);
  });

  test('provinces, and countries with all of their provinces', () => {
    expect(rows({ by: 'territory', ids: ['AF-KHO'] })).toEqual([0]);
    expect(rows({ by: 'territory', ids: ['AF'] })).toEqual([0, 2]);
  });

  test('precisions, and rows that were selected', () => {
    expect(rows({ by: 'precision', precisions: ['near', 'unknown'] })).toEqual([1, 2, 3]);
    expect(rows({ by: 'rows', rows: Uint32Array.of(3, 1, 99) })).toEqual([1, 3]);
  });

  test('a span by the share of its days that lies in the time', () => {
    selection.set([{ by: 'time', fromDay: 5, toDay: 7 }]);
    expect(selection.chosen()).toEqual({
      rows: Uint32Array.of(1, 2),
      share: Float32Array.of(0.3, 1)
    });
  });
});

test('conditions hold together, each counted alone too', () => {
  const filter: Filter = [
    { by: 'side', sides: ['afghan', 'pakistan'] },
    { by: 'values', column: 0, values: ['Battles'] }
  ];
  expect(selection.set(filter)).toEqual({ rows: 1, alone: [2, 2] });
  expect([...selection.chosenWithout(({ by }) => by === 'side').rows]).toEqual([0, 2]);
  expect([
    ...selection.chosen([{ by: 'chainage', range: { least: 150, most: null } }]).rows
  ]).toEqual([]);
});

test('a zone is asked for anew once it has changed', () => {
  let widthKm = 5;
  const zoned = new Selection(testTable(incidents), {
    key: (proposal) => `${proposal} ${widthKm}`,
    inZone: () =>
      Uint8Array.from(incidents, ({ offsetKm }) => Number(Math.abs(offsetKm ?? NaN) <= widthKm))
  });
  expect(zoned.set([{ by: 'zone', proposal: 'p' }]).rows).toBe(2);
  widthKm = 20;
  expect(zoned.set([{ by: 'zone', proposal: 'p' }]).rows).toBe(3);
});

test('any word is found in the texts that hold it, and in no others', () => {
  const letter = fc.constantFrom('a', 'B', 'b', 'é', 'ß', 'ښ', ' ', '-', '😀');
  const text = fc.array(letter, { maxLength: 8 }).map((letters) => letters.join(''));
  const plain = (it: string) => it.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), text, (texts, words) => {
      const table = testTable(
        texts.map(() => ({})),
        [testColumn('notes', texts, 'text')]
      );
      const found = new Selection(table, noZones);
      found.set([{ by: 'text', words }]);
      const wanted = plain(words).split(' ').filter(Boolean);
      const expected = texts.flatMap((it, i) =>
        wanted.every((word) => plain(it).includes(word)) ? [i] : []
      );
      expect([...found.chosen().rows]).toEqual(expected);
    }),
    { numRuns: process.env.NIGHTLY ? 20_000 : 500 }
  );
});

import { expect, test } from 'vitest';
import { cellText } from './cells-text';
import { isSameKind, merge } from './merge';
import { testColumn, testTable } from './testing';

const first = testTable(
  [
    { at: [70, 33], days: [1, 1], deaths: 2 },
    { at: [71, 33], days: [2, 2] }
  ],
  [
    testColumn('id', ['a', 'b']),
    testColumn('type', ['Battle', 'Protest'], 'category'),
    testColumn('n', [1, 2]),
    testColumn('mixed', [1, NaN])
  ],
  { id: 0 }
);
const second = testTable(
  [{ at: [70, 33], days: [1, 1] }, { at: [72, 34], days: [3, 4], radiusKm: 5 }, {}],
  [
    testColumn('mixed', ['x', 'ښار', '']),
    testColumn('n', [7, 8, 9]),
    testColumn('id', ['a', 'c', 'd']),
    testColumn('type', ['Shelling', 'Battle', ''], 'category')
  ],
  { id: 2 }
);

test('rows of a second file are added by the names of its columns, without those already there', () => {
  const { table, dropped } = merge(first, second);
  expect(dropped.map(({ rows }) => rows)).toEqual([1]);
  expect(table.rows).toBe(4);
  const texts = Object.fromEntries(
    table.columns.map((column) => [column.name, [0, 1, 2, 3].map((row) => cellText(column, row))])
  );
  expect(texts).toEqual({
    id: ['a', 'b', 'c', 'd'],
    type: ['Battle', 'Protest', 'Battle', ''],
    n: ['1', '2', '8', '9'],
    mixed: ['1', '', 'ښار', '']
  });
  expect([...table.lonLat.subarray(4, 6)]).toEqual([72, 34]);
  expect([...table.lastDay.subarray(0, 3)]).toEqual([1, 2, 4]);
  expect(table.radiusKm[2]).toBe(5);
  expect(table.deaths?.best[0]).toBe(2);
});

test('tables are of one kind by the names of their columns, in any order', () => {
  expect(isSameKind(first, second)).toBe(true);
  expect(isSameKind(first, { columns: first.columns.slice(1) })).toBe(false);
});

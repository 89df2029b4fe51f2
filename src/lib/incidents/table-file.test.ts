import { expect, test } from 'vitest';
import { packTable, unpackTable } from './table-file';
import { testColumn, testTable } from './testing';

const cells = ['a', 'ښار', '', 'a'];
const { located: _located, ...table } = testTable(
  [{ at: [70, 33], days: [4, 5], deaths: 2 }, {}, { radiusKm: 3 }, { precision: 'near' }],
  [
    testColumn('t', cells),
    testColumn('c', cells, 'category'),
    testColumn('n', [1, NaN, -3, 1e300])
  ],
  { title: 0, type: 1 }
);
const packed = (parts = packTable(table)) => new Blob(parts).arrayBuffer();

test('a table comes back as it was packed', async () => {
  expect(unpackTable(await packed())).toEqual(table);
  const empty = { ...table, ...testTable([]), columns: [], deaths: null };
  const { located: _none, ...bare } = empty;
  expect(unpackTable(await packed(packTable(bare)))).toEqual(bare);
});

test('a file that was cut off, or is another, is told and not taken', async () => {
  const whole = await packed();
  for (const length of [0, 10, 40, 500, whole.byteLength - 8]) {
    expect(() => unpackTable(whole.slice(0, length)), String(length)).toThrow(Error);
  }
  expect(() => unpackTable(new TextEncoder().encode('PAR1'.repeat(20)).buffer)).toThrow(
    'no kept table'
  );
});

import { describe, expect, test } from 'vitest';
import { cellsOf, imported } from '../../../../tests/fixtures/incidents/importing';
import { LONE_QUOTE } from './csv-rows';
import { openSheet } from './formats';
import type { ByteSource } from './source';
import { sourceOf } from './source';

const HEADER = 'name,lat,lon,notes\n';

/** The rows of a table, read in pieces of a few bytes. */
async function rowsOf(text: string, pieceBytes: number): Promise<(string | number)[][]> {
  const bytes = new TextEncoder().encode(text);
  const source: ByteSource = {
    name: 'a.csv',
    size: bytes.length,
    stream: () =>
      new ReadableStream({
        start(controller) {
          for (let at = 0; at < bytes.length; at += pieceBytes) {
            controller.enqueue(bytes.slice(at, at + pieceBytes));
          }
          controller.close();
        }
      })
  };
  const rows: (string | number)[][] = [];
  const sheet = await openSheet(source);
  for await (const batch of sheet.batches()) rows.push(...batch.map(({ cells }) => cells));
  return rows;
}

test('quoted cells may hold delimiters, line breaks and doubled quotation marks', async () => {
  const text = `${HEADER}A,33,69,"one, ""two""\nthree"\r\nB,34,70,"" \n`;
  expect(await rowsOf(text, 1e6)).toEqual([
    ['A', '33', '69', 'one, "two"\nthree'],
    ['B', '34', '70', '']
  ]);
});

describe('a quotation mark that is never closed', () => {
  test('takes no other row with it, and is told with its row', async () => {
    const rows = Array.from({ length: 500 }, (_, i) => `R${i},33.${i},69.1,plain\n`);
    rows[199] = 'R199,33.1,69.1,"he said\n';
    const { table, report } = await imported(HEADER + rows.join(''));
    expect(report).toMatchObject({ read: 500, imported: 500 });
    expect(report.repaired).toContainEqual({ how: LONE_QUOTE, rows: 1, firstFileRow: 201 });
    expect(cellsOf(table.columns[3])[199]).toBe('"he said');
  });

  test('even where a later row has a quotation mark too', async () => {
    const rows = ['A,33,69,"lone', 'B,33,69,x', 'C,33,69,"two, words"', 'D,33,69,y'];
    expect(await rowsOf(HEADER + rows.join('\n'), 1e6)).toEqual([
      ['A', '33', '69', '"lone'],
      ['B', '33', '69', 'x'],
      ['C', '33', '69', 'two, words'],
      ['D', '33', '69', 'y']
    ]);
  });

  test('even where that mark would close it', async () => {
    const rows = ['A,33,69,"lone', 'B,33,69,x', 'C,33,69,12"', 'D,33,69,y'];
    expect((await rowsOf(HEADER + rows.join('\n'), 1e6)).map(([name]) => name)).toEqual([
      'A',
      'B',
      'C',
      'D'
    ]);
  });

  test('quotation marks within a quoted cell that are not doubled stay', async () => {
    expect(await rowsOf(`${HEADER}A,33,69,"he said "no" and left"\n`, 1e6)).toEqual([
      ['A', '33', '69', 'he said "no" and left']
    ]);
  });
});

test('rows are the same in whatever pieces they come', async () => {
  const text =
    `${HEADER}Žob,33,69,"a ""b""\r\nc"\r\n\r\nB,34,70,"lone\nC,35,71,ünï\n` + `D,36,72,"x"\n`;
  const whole = await rowsOf(text, 1e6);
  expect(whole).toHaveLength(4);
  for (const size of [1, 2, 3, 5, 7, 11, 64]) expect(await rowsOf(text, size)).toEqual(whole);
});

test('names may repeat, be blank or be those of objects’ insides', async () => {
  const text = 'Source,Source,,__proto__,constructor,lat,lon\na,b,c,d,e,33,69\n';
  const { table } = await imported(text);
  expect(table.columns.map(({ name }) => name)).toEqual([
    'Source',
    'Source',
    'Column 3',
    '__proto__',
    'constructor',
    'lat',
    'lon'
  ]);
  expect(table.columns.flatMap(cellsOf)).toEqual(['a', 'b', 'c', 'd', 'e', 33, 69]);
});

test('short rows are filled up, long ones refused, blank ones passed over, and all are told', async () => {
  const text = `${HEADER}A,33,69\nB,33,69,x,y,z\n\n,,,\nC,33,69,x,,\n`;
  const { table, report } = await imported(text);
  expect(report).toMatchObject({ read: 3, imported: 2, refusedCount: 1 });
  expect(report.refused[0]).toMatchObject({ fileRow: 3, cells: ['B', '33', '69', 'x', 'y', 'z'] });
  expect(report.notes).toEqual(['Blank rows were passed over: 2.']);
  expect(report.repaired).toEqual([
    { how: 'Cells that were missing at the end of a row were left blank', rows: 1, firstFileRow: 2 }
  ]);
  expect([...table.fileRow]).toEqual([2, 6]);
});

test('a table without a header keeps its first row', async () => {
  const sheet = await openSheet(
    sourceOf('a.csv', '1,2024-01-02,33.12,69.45\n2,2024-01-03,33.2,69.4\n')
  );
  expect(sheet.header).toEqual(['Column 1', 'Column 2', 'Column 3', 'Column 4']);
  expect(sheet.sample).toHaveLength(2);
});

test('a column is numbers only if all of it is; codes with leading zeros stay as they are', async () => {
  const rows = Array.from(
    { length: 100 },
    (_, i) => `${i},00${i},${i === 99 ? 'x' : '1.50'},33.1,69.1\n`
  );
  const { table } = await imported(`count,code,mixed,lat,lon\n${rows.join('')}`);
  expect(table.columns.slice(0, 3).map(({ kind }) => kind)).toEqual(['number', 'text', 'category']);
  expect(cellsOf(table.columns[1])[7]).toBe('007');
  expect(cellsOf(table.columns[2]).slice(97)).toEqual(['1.50', '1.50', 'x']);
});

describe('lines above the header', () => {
  const rows = 'A,33.1,69.1,x\nB,33.2,69.2,y\n';

  test('are passed over and told, whether cut short or filled up with delimiters', async () => {
    for (const titles of [
      'Incidents along the border\nSource: a paper, 2021\n\n',
      '"Incidents, a list",,,\nSource: a paper,,,\n,,,\n'
    ]) {
      const { table, report } = await imported(titles + HEADER + rows);
      expect(table.columns.map(({ name }) => name)).toEqual(['name', 'lat', 'lon', 'notes']);
      expect(report).toMatchObject({ read: 2, imported: 2 });
      expect([...table.fileRow]).toEqual([5, 6]);
      expect(report.notes[0]).toMatch(/^Above the header 2 lines were passed over: “Incidents/);
    }
  });

  test('are none in a table whose cells are mostly blank, or that has two columns', async () => {
    const sparse = await imported('name,lat,lon,notes\nA,33,69,\nB,,,\n');
    expect(sparse.report).toMatchObject({ read: 2, notes: [] });
    const narrow = await imported('place,date\nKhost,2021-03-04\n');
    expect(narrow.report).toMatchObject({ read: 1, notes: [] });
  });
});

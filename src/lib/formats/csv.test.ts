import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv, type CsvColumn, type CsvValue } from './csv';

/** The cells of a CSV text, letter by letter as RFC 4180 has it. */
function cellsOf(csv: string): string[][] {
  const lines: string[][] = [];
  const line: string[] = [];
  let [cell, quoted] = ['', false];
  for (let i = 0; i < csv.length; i++) {
    const letter = csv[i];
    if (quoted && letter === '"' && csv[i + 1] === '"') cell += csv[++i];
    else if (letter === '"') quoted = !quoted;
    else if (quoted) cell += letter;
    else if (letter === ',' || letter === '\n') {
      line.push(cell);
      cell = '';
      if (letter === '\n') lines.push(line.splice(0));
    } else if (letter !== '\r') cell += letter;
  }
  return lines;
}

const columnsFor = (count: number): CsvColumn<CsvValue[]>[] =>
  Array.from({ length: count }, (_, i) => ({ header: `c${i}`, value: (row) => row[i] }));

test('a width profile is plain numbers', () => {
  const columns: CsvColumn<{ km: number; afghan: number | null }>[] = [
    { header: 'chainageKm', value: ({ km }) => km },
    { header: 'afghanKm', value: ({ afghan }) => afghan }
  ];
  const rows = [
    { km: 1204.5, afghan: -9.25 },
    { km: 1205.5, afghan: null }
  ];
  expect(toCsv(columns, rows)).toBe('chainageKm,afghanKm\r\n1204.5,-9.25\r\n1205.5,\r\n');
  expect(toCsv(columns, [], { lineEnd: '\n', bom: true })).toBe('\uFEFFchainageKm,afghanKm\n');
});

test.each([
  ['=1+1', "'=1+1"],
  ['+93', "'+93"],
  ['-5', "'-5"],
  ['@sum', "'@sum"],
  ['\t=1', "'\t=1"],
  ['\r=1', `"'\r=1"`],
  ["'=1", "''=1"],
  ['a=1', 'a=1'],
  ["'quoted'", "'quoted'"],
  ['say "no", then\ngo', '"say ""no"", then\ngo"']
])('the text %j is written as %j', (text, written) => {
  expect(toCsv(columnsFor(1), [[text]])).toBe(`c0\r\n${written}\r\n`);
  expect(toCsv([{ header: text, value: () => 1 }], [])).toBe(`${written}\r\n`);
});

test('numbers that are none are empty cells', () => {
  expect(toCsv(columnsFor(4), [[NaN, Infinity, undefined, -0]])).toContain('\r\n,,,0\r\n');
});

test('every table can be read back, and no text of it begins a formula', () => {
  const risky = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n\'",a ') });
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    risky,
    fc.double({ noDefaultInfinity: true, noNaN: true })
  );
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(value, { minLength: width, maxLength: width })));
  fc.assert(
    fc.property(table, fc.constantFrom('\r\n', '\n'), (rows, lineEnd) => {
      const columns = columnsFor(rows[0]?.length ?? 1);
      const [header, ...cells] = cellsOf(toCsv(columns, rows, { lineEnd }));
      expect(header).toEqual(columns.map((column) => column.header));
      expect(cells).toHaveLength(rows.length);
      rows.forEach((row, r) =>
        row.forEach((original, c) => {
          const cell = cells[r][c];
          if (typeof original === 'number') expect(Number(cell) === original).toBe(true);
          else {
            expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
            expect(/^'+[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell).toBe(original);
          }
        })
      );
    })
  );
});

import { unzipSync, strFromU8 } from 'fflate';
import Papa from 'papaparse';
import readExcel from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { testColumn, testTable } from '../testing';
import { outColumns } from './columns';
import { write, type ExportFormat } from './write';

const FORMULAS = ['=1+1', '+1', '-1+2', '@SUM(A1)', '\tx', '\r\n=2', "'=1", '-5', '-5.50', 'plain'];
const rows = FORMULAS.length;
const table = testTable(
  FORMULAS.map((_, i) => ({
    at: [70 + i / 100, 33] as [number, number],
    chainageKm: 1234.5678 + i,
    offsetKm: i % 2 === 0 ? 3.14159 : -3.14159,
    radiusKm: i === 1 ? 25 : NaN,
    territory: i === 0 ? 'AF-KHO' : 'PK'
  })),
  [
    testColumn('notes', FORMULAS, 'text'),
    testColumn('type', FORMULAS, 'category'),
    testColumn(
      'deaths',
      FORMULAS.map((_, i) => (i === 3 ? NaN : -i))
    ),
    testColumn(
      'Source',
      FORMULAS.map((_, i) => `s${i}`)
    ),
    testColumn(
      'Source',
      FORMULAS.map(() => '<b>&"\u0001 ok')
    ),
    testColumn(
      'side',
      FORMULAS.map(() => 'stale')
    )
  ]
);
const columns = outColumns(table, [{ name: 'Ten', answer: (row) => (row === 0 ? 'yes' : 'no') }]);

function bytesOf(format: ExportFormat, chosen = Uint32Array.from({ length: rows }, (_, i) => i)) {
  const parts = [...write(format, { table, columns, rows: chosen })].map(({ bytes }) => bytes);
  return new Blob(parts);
}

const HEADER =
  'notes,type,deaths,Source,Source (2),chainage_km,offset_km,side,uncertainty_km,country,province,zone: Ten'.split(
    ','
  );

test('columns are the file’s own, repeated names numbered, and what the line tells', () => {
  expect(columns.map(({ header }) => header)).toEqual(HEADER);
  const cellsOf = (row: number) =>
    Object.fromEntries(columns.map(({ header, cell }) => [header, cell(row)]));
  expect(cellsOf(0)).toMatchObject({
    chainage_km: 1234.568,
    offset_km: 3.142,
    side: 'afghan',
    uncertainty_km: null,
    country: 'AF',
    province: 'AF-KHO',
    'zone: Ten': 'yes'
  });
  // Known to 25 km: no digits that mean nothing.
  expect(cellsOf(1)).toMatchObject({ chainage_km: 1236, offset_km: -3, province: null });
});

describe('CSV', () => {
  test('no text begins as a formula, and numbers stay numbers', async () => {
    const text = await bytesOf('csv').text();
    const { data } = Papa.parse<Record<string, string>>(text, {
      header: true,
      skipEmptyLines: true
    });
    expect(data).toHaveLength(rows);
    data.forEach((line, i) => {
      const isNumber = FORMULAS[i] === '-5';
      const safe = isNumber || FORMULAS[i] === 'plain' ? FORMULAS[i] : `'${FORMULAS[i]}`;
      expect([line.notes, line.type]).toEqual([safe, safe]);
      expect(line.deaths).toBe(i === 3 ? '' : String(-i + 0));
    });
  });

  test('only the chosen rows are written', async () => {
    const text = await bytesOf('csv', Uint32Array.of(2, 9)).text();
    expect(text.split('\r\n').filter(Boolean)).toHaveLength(3);
  });
});

test('GeoJSON has texts as they are, and nothing for what is not known', async () => {
  const { features } = JSON.parse(await bytesOf('geojson').text());
  expect(features).toHaveLength(rows);
  expect(features[0]).toMatchObject({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [70, 33] },
    properties: { notes: '=1+1', deaths: 0, uncertainty_km: null, side: 'afghan' }
  });
  expect(JSON.parse(await bytesOf('geojson', new Uint32Array(0)).text()).features).toEqual([]);
});

describe('XLSX', () => {
  test('is read back by a reader of Excel files as it was written', async () => {
    const [{ data }] = await readExcel(Buffer.from(await bytesOf('xlsx').arrayBuffer()));
    expect(data[0]).toEqual(HEADER);
    expect(data).toHaveLength(rows + 1);
    const [notes, type, deaths] = data[8];
    expect([notes, type, deaths]).toEqual([-5, -5, -7]);
    expect(data[1][0]).toBe('=1+1');
    expect(data[4][2]).toBeNull();
    expect(data[1][4]).toBe('<b>&" ok');
  });

  test('holds no formula, and marks what looks like one as text', async () => {
    const files = unzipSync(new Uint8Array(await bytesOf('xlsx').arrayBuffer()));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml']);
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain(
      '<c r="A2" t="inlineStr" s="1"><is><t xml:space="preserve">=1+1</t></is></c>'
    );
    expect(sheet).toContain('<c r="A9"><v>-5</v></c>');
  });

  test('more rows than Excel holds are refused with what to do', () => {
    const many = { table, columns, rows: new Uint32Array(1_048_576) };
    expect(() => write('xlsx', many).next()).toThrow('take CSV');
  });
});

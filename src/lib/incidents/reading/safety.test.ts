import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cellsOf, imported } from '../../../../tests/fixtures/incidents/importing';
import { xlsxOf } from '../../../../tests/fixtures/incidents/xlsx';
import { openSheet } from './formats';
import type { ByteSource } from './source';
import { Bytes, sourceOf } from './source';

/** A source that gives the same piece without end, and counts how often it was asked. */
function endless(name: string, first: string, piece: string): ByteSource & { pieces: number } {
  const bytes = new TextEncoder().encode(piece);
  const source = {
    name,
    size: null,
    pieces: 0,
    stream: () =>
      new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new TextEncoder().encode(first)),
        pull(controller) {
          source.pieces++;
          controller.enqueue(bytes);
        }
      })
  };
  return source;
}

async function drain(source: ByteSource): Promise<number> {
  let rows = 0;
  const sheet = await openSheet(source);
  for await (const batch of sheet.batches()) rows += batch.length;
  return rows;
}

const read = (content: string | Uint8Array, name = 'a.csv') => drain(sourceOf(name, content));

const MB = 'x'.repeat(1_000_000);

describe('too much', () => {
  test('a file of 2 GB is refused before it is read', async () => {
    const source = { ...endless('big.csv', 'lat,lon\n', MB), size: 2_000_000_000 };
    await expect(openSheet(source)).rejects.toThrow(/larger than 1\.5 GB.*GeoParquet/);
    expect(source.pieces).toBe(0);
  });

  test('one that only turns out to be 2 GB is left where the limit is', async () => {
    const source = endless('big.csv', 'lat,lon\n', MB);
    const bytes = await Bytes.open(source);
    const drained = (async () => {
      for await (const chunk of bytes.chunks()) expect(chunk.length).toBeGreaterThan(0);
    })();
    await expect(drained).rejects.toThrow(/larger than 1\.5 GB/);
    expect(source.pieces).toBeLessThan(1_600);
  });

  test.each([
    ['a line', 'a.csv', 'lat,lon\n', MB],
    ['a quoted cell', 'a.csv', 'lat,lon\n"', 'x'.repeat(1000)],
    ['a string of JSON', 'a.json', '[{"a":"', MB],
    ['a list within a record', 'a.json', '[{"a":[', '1,'.repeat(500_000)],
    ['an element of XML', 'a.kml', '<kml><Document><name>', MB],
    ['a comment of XML', 'a.kml', '<kml><!-- ', MB],
    ['a tag of XML', 'a.kml', '<kml><a b="', MB]
  ])('%s without an end is refused soon', async (_, name, first, piece) => {
    const source = endless(name, first, piece);
    await expect(drain(source)).rejects.toThrow(/more than 2,000,000 characters/);
    expect(source.pieces * piece.length).toBeLessThan(12_000_000);
  });

  test('ten thousand columns are refused', async () => {
    const header = Array.from({ length: 10_000 }, (_, i) => `c${i}`).join();
    await expect(read(`${header}\n1\n`)).rejects.toThrow('more than 2,000 columns');
    const record = Object.fromEntries(header.split(',').map((name) => [name, 1]));
    await expect(read(JSON.stringify([record]), 'a.json')).rejects.toThrow(
      '2,000 kinds of properties'
    );
    const row = `${header}\n`;
    const { report } = await imported(`lat,lon\n33,69\n${row}`);
    expect(report).toMatchObject({ read: 2, imported: 1, refusedCount: 1 });
  });

  test('quotation marks that never close take no row, however many there are', async () => {
    const rows = 'a,"b\n'.repeat(200_000);
    expect(await read(`x,y,z\n${rows}`)).toBe(200_000);
  });
});

describe('what is deep or packed', () => {
  test('JSON and XML of a thousand levels are refused', async () => {
    const list = '['.repeat(1000) + ']'.repeat(1000);
    await expect(read(`[{"a":${list}}]`, 'a.json')).rejects.toThrow('deeper than 64 levels');
    const deep = `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":${list}}}]}`;
    await expect(read(deep, 'a.geojson')).rejects.toThrow('deeper than 64 levels');
    const folders = `<kml>${'<Folder>'.repeat(1000)}`;
    await expect(read(folders, 'a.kml')).rejects.toThrow('deeper than 64 levels');
  });

  test('a zip bomb is refused by its ratio, soon', async () => {
    const bomb = zipSync({ 'a.csv': new Uint8Array(20_000_000).fill(0x20) });
    expect(bomb.length).toBeLessThan(100_000);
    await expect(read(bomb, 'a.zip')).rejects.toThrow('more than 200 times its size');
  });

  test('so is one in a spreadsheet', async () => {
    const sheet = xlsxOf({ A: [['lat'], [1]] });
    expect(await read(sheet, 'a.xlsx')).toBe(1);
    const bomb = zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets/></workbook>'),
      'xl/sharedStrings.xml': strToU8(`<sst>${'<si><t>a</t></si>'.repeat(800_000)}</sst>`)
    });
    await expect(read(bomb, 'a.xlsx')).rejects.toThrow('more than 200 times its size');
  });

  test('thousands of files, zips in zips and damaged ones are refused', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 2_001 }, (_, i) => [`${i}.csv`, new Uint8Array(0)])
    );
    await expect(read(zipSync(many, { level: 0 }), 'a.zip')).rejects.toThrow(
      'more than 2,000 files'
    );
    const inner = zipSync({ 'a.csv': strToU8('lat,lon\n1,2\n') });
    await expect(read(zipSync({ 'inner.zip': inner }), 'a.zip')).rejects.toThrow('unpack it first');
    await expect(read(inner.slice(0, -30), 'a.zip')).rejects.toThrow('damaged or not whole');
    await expect(read(zipSync({ 'a.pdf': strToU8('x') }), 'a.zip')).rejects.toThrow('holds a.pdf');
  });

  test('entities of XML are not read, in any format', async () => {
    const bomb =
      '<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    await expect(read(`<?xml version="1.0"?>${bomb}<kml>&b;</kml>`, 'a.kml')).rejects.toThrow(
      'document type'
    );
    await expect(read('<kml><name>&b;</name></kml>', 'a.kml')).rejects.toThrow('no sound XML');
    const sheet = zipSync({
      'xl/workbook.xml': strToU8(`${bomb}<workbook/>`)
    });
    await expect(read(sheet, 'a.xlsx')).rejects.toThrow('document type');
  });
});

describe('odd content', () => {
  test('NUL characters are left out and told; a file of them is no text', async () => {
    const { table, report } = await imported('name,lat,lon\nA\0B,33.1,69.1\n');
    expect(cellsOf(table.columns[0])).toEqual(['AB']);
    expect(report.notes).toEqual(['NUL characters were left out: 1.']);
    await expect(read(new Uint8Array(1000))).rejects.toThrow('neither a text nor a format');
  });

  test('keys of objects’ insides are columns like any other, and change nothing', async () => {
    const text =
      '[{"__proto__":{"polluted":1},"constructor":"c","toString":"t","hasOwnProperty":"h","lat":33,"lon":69}]';
    const { table } = await imported(text, 'a.json');
    expect(table.columns.map(({ name }) => name)).toContain('__proto__');
    expect(table.columns.flatMap(cellsOf)).toEqual(['{"polluted":1}', 'c', 't', 'h', 33, 69]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('formulas and markup stay the texts that they are', async () => {
    const { table } = await imported(
      'name,lat,lon\n"=HYPERLINK(""x"")",33,69\n<img src=x>,33,70\n'
    );
    expect(cellsOf(table.columns[0])).toEqual(['=HYPERLINK("x")', '<img src=x>']);
  });

  test.each([
    ['', 'is empty'],
    ['   \n \n', 'nothing|no rows|neither'],
    ['%PDF-1.7', 'is a PDF'],
    ['PAR1xxxx', 'is Parquet'],
    ['\x1f\x8b\x08', 'gzip'],
    ['<!DOCTYPE html><html></html>', 'web page'],
    ['<svg></svg>', 'XML of <svg>'],
    ['{"type":"Topology","objects":{}}', 'TopoJSON'],
    ['{"type":"FeatureCollection","features":[]}', 'no features'],
    ['[{"a":1}', 'cut off'],
    ['{"a":1]}', 'brackets do not match'],
    ['[{"a":}]', 'no sound JSON']
  ])('%j is refused with words', async (content, words) => {
    const bytes = Uint8Array.from(content, (letter) => letter.charCodeAt(0));
    await expect(read(bytes)).rejects.toThrow(new RegExp(words));
  });
});

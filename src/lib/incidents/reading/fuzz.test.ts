import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cellsOf, drained, NOW } from '../../../../tests/fixtures/incidents/importing';
import { acledCsv, gdeltTsv, gtdCsv, ucdpCsv } from '../../../../tests/fixtures/incidents/rows';
import { xlsxOf } from '../../../../tests/fixtures/incidents/xlsx';
import { Unreadable } from '../../formats/unreadable';
import { PRECISIONS } from '../table';
import { decide } from './decide';
import { openSheet } from './formats';
import { importSheet, type Imported } from './import-sheet';
import { recognise } from './recognise/recognise';
import { sourceOf } from './source';

/** Four properties run this often: 10,000 cases and more in the nightly profile. */
const numRuns = process.env.NIGHTLY ? 3_000 : 120;

/** What a file gives: an import, or the words of an Unreadable. Any other error fails the test. */
async function outcome(bytes: Uint8Array, name: string): Promise<Imported | string> {
  try {
    const sheet = await openSheet(sourceOf(name, bytes));
    return await drained(importSheet(sheet, recognise(sheet).mapping, { now: NOW }));
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
}

/** Whether all counts add up and every array is as long as the table. */
function requireSound(given: Imported): void {
  for (const { table, report } of [given, decide(given, { duplicate: 'drop', zero: 'drop' })]) {
    const dropped = report.dropped.reduce((sum, { rows }) => sum + rows, 0);
    expect(report.imported + report.refusedCount + dropped).toBe(report.read);
    expect(report.imported).toBe(table.rows);
    expect(report.refused).toHaveLength(report.refusedCount);
    expect(table.lonLat).toHaveLength(2 * table.rows);
    for (const array of [table.radiusKm, table.firstDay, table.lastDay, table.fileRow]) {
      expect(array).toHaveLength(table.rows);
    }
    for (const column of table.columns) expect(cellsOf(column)).toHaveLength(table.rows);
    for (let row = 0; row < table.rows; row++) {
      const [lon, lat] = table.lonLat.subarray(2 * row, 2 * row + 2);
      expect(Number.isNaN(lon)).toBe(Number.isNaN(lat));
      expect(Math.abs(lon) > 180 || Math.abs(lat) > 90).toBe(false);
      expect(table.firstDay[row]).toBeLessThanOrEqual(table.lastDay[row]);
      expect(table.precision[row]).toBeLessThan(PRECISIONS.length);
    }
  }
}

async function requireRowsOrWords(bytes: Uint8Array, name: string): Promise<void> {
  const given = await outcome(bytes, name);
  if (typeof given === 'string') expect(given).toMatch(/^\w.{5,}/);
  else requireSound(given);
}

const names = fc.constantFrom('a.csv', 'a.xlsx', 'a.kml', 'a.geojson', 'a.zip', 'a.gpx', 'a');

const cell = fc.oneof(
  fc.constantFrom(
    '33.1',
    '69.2',
    '2024-01-02',
    '1/2/2024',
    '"',
    '""',
    '',
    ' ',
    '\n',
    '\r\n',
    ',',
    ';',
    '\t'
  ),
  fc.constantFrom(
    'NaN',
    '1e999',
    '-0',
    '0',
    '1,234',
    '=1+1',
    '__proto__',
    'lat',
    'lon',
    'date',
    'id',
    '#a'
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.double().map(String)
);

const samples = [ucdpCsv, acledCsv, gtdCsv, gdeltTsv].map((text) => strToU8(text));
const json = strToU8(
  JSON.stringify({
    type: 'FeatureCollection',
    features: [1, 2].map((id) => ({
      type: 'Feature',
      properties: { id, date: '2024-01-02' },
      geometry: { type: 'Point', coordinates: [69, 33] }
    }))
  })
);
const kml = strToU8(
  '<?xml version="1.0"?><kml><Placemark><name>A</name><Point><coordinates>69,33</coordinates></Point></Placemark></kml>'
);
const packed = [
  zipSync({ 'a.csv': samples[1] }),
  zipSync({ 'doc.kml': kml }),
  xlsxOf({
    A: [
      ['lat', 'lon'],
      [33, 69],
      [34, { date: 45_000 }]
    ]
  })
];
const real = [...samples, json, kml, ...packed];

/** Real bytes with some of them changed, cut out or doubled. */
const mutated = fc
  .tuple(
    fc.constantFrom(...real),
    fc.array(fc.tuple(fc.nat(), fc.nat(255), fc.constantFrom('set', 'cut', 'double', 'insert')), {
      minLength: 1,
      maxLength: 6
    })
  )
  .map(([bytes, changes]) => {
    let changed = [...bytes];
    for (const [place, value, how] of changes) {
      const at = place % Math.max(1, changed.length);
      if (how === 'set') changed[at] = value;
      else if (how === 'cut') changed.splice(at, value);
      else if (how === 'insert') changed.splice(at, 0, value);
      else
        changed = [...changed.slice(0, at), ...changed.slice(at, at + value), ...changed.slice(at)];
    }
    return Uint8Array.from(changed);
  });

describe('whatever a file holds, it gives rows that add up, or words', () => {
  test('bytes of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), names, requireRowsOrWords),
      { numRuns }
    );
  });

  test('tables of any cells', async () => {
    const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(',', ';', '\t', '|'), (cells, delimiter) =>
        requireRowsOrWords(strToU8(cells.map((row) => row.join(delimiter)).join('\n')), 'a.csv')
      ),
      { numRuns }
    );
  });

  test('real files with bytes changed', async () => {
    await fc.assert(fc.asyncProperty(mutated, names, requireRowsOrWords), { numRuns });
  });

  test('JSON of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 6 }), (text) =>
        requireRowsOrWords(strToU8(text), 'a.json')
      ),
      { numRuns }
    );
  });
});

test('what is quoted comes back as it was, whatever it holds', async () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 20 })
    .filter((cell) => !cell.includes('\0'));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (texts) => {
      const lines = texts.map((cell) => `"${cell.replaceAll('"', '""')}",33.1,69.1,x`);
      const sheet = await openSheet(sourceOf('a.csv', `name,lat,lon,more\n${lines.join('\n')}\n`));
      const cells: unknown[] = [];
      for await (const batch of sheet.batches()) cells.push(...batch.map((row) => row.cells[0]));
      expect(cells).toEqual(texts);
    }),
    { numRuns }
  );
});

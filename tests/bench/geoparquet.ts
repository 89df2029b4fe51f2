import { mkdtempSync, openSync, closeSync, readSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  fileWriter,
  ParquetWriter,
  schemaFromColumnData,
  type ColumnSource
} from 'hyparquet-writer';
import { boxArea } from '../../src/lib/incidents/parquet/area';
import { openParquet } from '../../src/lib/incidents/parquet/parquet-sheet';
import type { Bounds } from '../../src/lib/incidents/parquet/positions';
import type { RangeBuffer } from '../../src/lib/incidents/parquet/range-buffer';
import { importSheet } from '../../src/lib/incidents/reading/import-sheet';
import { recognise } from '../../src/lib/incidents/reading/recognise/recognise';
import { randomFrom } from '../fixtures/random';

export const title = 'GeoParquet: a box out of 10 million incidents, by the parts that hold it';

const ROWS = 10_000_000;
const ROWS_A_GROUP = 100_000;
const TYPES = ['Battles', 'Protests', 'Explosions/Remote violence', 'Violence against civilians'];
const BOXES: [name: string, bounds: Bounds][] = [
  ['Khost, 0.5° a side', [69.6, 33.1, 70.1, 33.6]],
  ['Spin Boldak, 0.2° a side', [66.3, 30.9, 66.5, 31.1]],
  ['nowhere near', [10, 50, 11, 51]]
];

/** Prints what of the file is read for a box, and how long it takes to a table. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'durand-bench-'));
  try {
    const path = join(folder, 'events.parquet');
    writeEvents(path);
    const { size } = statSync(path);
    const rows: Record<string, object> = {};
    for (const [name, bounds] of BOXES) rows[name] = await query(path, size, bounds);
    console.table(rows);
    console.log(
      `${ROWS.toLocaleString('en')} rows in ${ROWS / ROWS_A_GROUP} row groups, ${Math.round(size / 1e6)} MB, ` +
        'sorted by degree of longitude and latitude as tools for GeoParquet sort.'
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function query(path: string, size: number, bounds: Bounds) {
  const file = openSync(path, 'r');
  const read = { bytes: 0, requests: 0 };
  const buffer: RangeBuffer = {
    byteLength: size,
    slice(start, end = size) {
      const part = new Uint8Array(Math.min(end, size) - start);
      readSync(file, part, 0, part.length, start);
      read.bytes += part.length;
      read.requests++;
      return part.buffer;
    }
  };
  const start = process.cpuUsage();
  const sheet = await openParquet(buffer, boxArea(bounds));
  const steps = importSheet(sheet, recognise(sheet).mapping, { now: new Date('2026-01-01') });
  let step = await steps.next();
  while (!step.done) step = await steps.next();
  closeSync(file);
  const { user, system } = process.cpuUsage(start);
  return {
    'rows found': step.value.table.rows,
    'MB read': Number((read.bytes / 1e6).toPrecision(3)),
    '% of the file': Number(((100 * read.bytes) / size).toPrecision(2)),
    requests: read.requests,
    'processor ms': Math.round((user + system) / 1000)
  };
}

/** Group by group, so that it takes little memory: each group is one cell of a grid. */
function writeEvents(path: string): void {
  const random = randomFrom(7);
  const groups = ROWS / ROWS_A_GROUP;
  const across = Math.sqrt(groups);
  const columnsOf = (group: number): ColumnSource[] => {
    const [west, south] = [60 + 1.6 * (group % across), 29 + 0.9 * Math.floor(group / across)];
    const numbers = (from: number, width: number) =>
      Float64Array.from({ length: ROWS_A_GROUP }, () =>
        Number((from + width * random()).toFixed(4))
      );
    return [
      { name: 'longitude', data: numbers(west, 1.6).sort(), type: 'DOUBLE', columnIndex: true },
      { name: 'latitude', data: numbers(south, 0.9), type: 'DOUBLE', columnIndex: true },
      {
        name: 'event_date',
        data: Array.from({ length: ROWS_A_GROUP }, (_, i) => dayOf(group * 37 + i)),
        type: 'STRING'
      },
      {
        name: 'event_type',
        data: Array.from({ length: ROWS_A_GROUP }, () => TYPES[Math.floor(4 * random())]),
        type: 'STRING'
      },
      {
        name: 'fatalities',
        data: Int32Array.from({ length: ROWS_A_GROUP }, () => 9 * random()),
        type: 'INT32'
      }
    ];
  };
  const writer = fileWriter(path);
  const parquet = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: columnsOf(0) })
  });
  for (let group = 0; group < groups; group++) {
    parquet.write({ columnData: columnsOf(group), rowGroupSize: ROWS_A_GROUP, pageSize: 100_000 });
  }
  parquet.finish();
}

const dayOf = (day: number) =>
  new Date(Date.UTC(2010, 0, 1 + (day % 5475))).toISOString().slice(0, 10);

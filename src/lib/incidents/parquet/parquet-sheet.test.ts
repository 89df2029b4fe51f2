import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { createBorder } from '../../border/border';
import { distanceKm } from '../../geodesy/geodesic';
import type { LonLat } from '../../geodesy/position';
import { importSheet } from '../reading/import-sheet';
import { recognise } from '../reading/recognise/recognise';
import { boxArea, corridor, type Area } from './area';
import { openParquet } from './parquet-sheet';
import type { Bounds } from './positions';
import { blobBuffer, httpBuffer, type RangeBuffer } from './range-buffer';

const ROWS = 60_000;
const BOUNDS: Bounds = [69, 33, 69.5, 33.5];
const AREA = boxArea(BOUNDS);

/** Incidents from west to east, as a file that is sorted by place has them. */
const lon = Float64Array.from({ length: ROWS }, (_, i) => 60 + (16 * i) / ROWS);
const lat = Float64Array.from({ length: ROWS }, (_, i) => 29 + ((i * 7919) % 1000) / 111);
const columns: ColumnSource[] = [
  { name: 'id', data: Array.from({ length: ROWS }, (_, i) => BigInt(i)), type: 'INT64' },
  {
    name: 'date',
    data: Array.from(lon, (_, i) => new Date(Date.UTC(2020, 0, 1 + (i % 365)))),
    type: 'TIMESTAMP'
  },
  {
    name: 'notes',
    data: Array.from(lon, (_, i) => `An incident of which a note tells, number ${i}`)
  }
];
const expected = Array.from(lon, (_, i) => i).filter(
  (i) => lon[i] >= BOUNDS[0] && lon[i] <= BOUNDS[2] && lat[i] >= BOUNDS[1] && lat[i] <= BOUNDS[3]
);

const plain = parquetWriteBuffer({
  columnData: [
    ...columns,
    { name: 'longitude', data: lon, type: 'DOUBLE', columnIndex: true },
    { name: 'latitude', data: lat, type: 'DOUBLE', columnIndex: true }
  ],
  rowGroupSize: 5_000,
  pageSize: 8_000
});

/** As GeoParquet 1.1 has it: points as WKB, with the box of each in a column beside it. */
const geo = parquetWriteBuffer({
  columnData: [
    ...columns.map(({ name, data }) => ({ name, data })),
    {
      name: 'geometry',
      data: Array.from(lon, (x, i) => ({ type: 'Point', coordinates: [x, lat[i]] }))
    },
    {
      name: 'bbox',
      data: Array.from(lon, (x, i) => ({ xmin: x, ymin: lat[i], xmax: x, ymax: lat[i] }))
    }
  ],
  schema: [
    { name: 'root', num_children: 5 },
    { name: 'id', type: 'INT64', repetition_type: 'OPTIONAL' },
    {
      name: 'date',
      type: 'INT64',
      converted_type: 'TIMESTAMP_MILLIS',
      repetition_type: 'OPTIONAL'
    },
    { name: 'notes', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
    {
      name: 'geometry',
      type: 'BYTE_ARRAY',
      logical_type: { type: 'GEOMETRY' },
      repetition_type: 'OPTIONAL'
    },
    { name: 'bbox', num_children: 4, repetition_type: 'OPTIONAL' },
    ...['xmin', 'ymin', 'xmax', 'ymax'].map((name) => ({
      name,
      type: 'DOUBLE' as const,
      repetition_type: 'OPTIONAL' as const
    }))
  ],
  rowGroupSize: 5_000,
  kvMetadata: [
    {
      key: 'geo',
      value: JSON.stringify({
        version: '1.1.0',
        primary_column: 'geometry',
        columns: {
          geometry: {
            encoding: 'WKB',
            geometry_types: ['Point'],
            covering: {
              bbox: Object.fromEntries(
                ['xmin', 'ymin', 'xmax', 'ymax'].map((name) => [name, ['bbox', name]])
              )
            }
          }
        }
      })
    }
  ]
});

function counting(
  buffer: ArrayBuffer
): RangeBuffer & { read: { bytes: number; requests: number } } {
  const read = { bytes: 0, requests: 0 };
  return {
    read,
    byteLength: buffer.byteLength,
    slice(start, end) {
      const part = buffer.slice(start, end);
      read.bytes += part.byteLength;
      read.requests++;
      return part;
    }
  };
}

async function imported(file: RangeBuffer, area: Area | null) {
  const sheet = await openParquet(file, area);
  const { mapping } = recognise(sheet);
  const steps = importSheet(sheet, mapping, { now: new Date('2026-01-01') });
  for (;;) {
    const { done, value } = await steps.next();
    if (done) return { ...value, sheet, mapping };
  }
}

describe.each([
  ['GeoParquet with a column of boxes', geo],
  ['Parquet with columns of longitude and latitude', plain]
])('of %s', (_, file) => {
  test('the rows within bounds are read, and a small part of the file', async () => {
    const counted = counting(file);
    const { table, sheet } = await imported(counted, AREA);
    expect(table.rows).toBe(expected.length);
    expect(sheet.rowsInFile).toBe(ROWS);
    const first = table.lonLat.subarray(0, 2);
    expect([...first]).toEqual([lon[expected[0]], lat[expected[0]]]);
    expect([...table.fileRow]).toEqual(expected.map((i) => i + 1));
    expect(counted.read.bytes).toBeLessThan(file.byteLength / 4);
  });

  test('all rows are read without bounds, with their days and texts', async () => {
    const { table, mapping } = await imported(blobBuffer(new Blob([file])), null);
    expect(table.rows).toBe(ROWS);
    expect(mapping.time.as).toBe('day');
    expect(table.firstDay[31]).toBe(Date.UTC(2020, 1, 1) / 86_400_000);
    expect(table.columns.map(({ name }) => name)).toContain('notes');
  });
});

test('along a line only what is near it is read', async () => {
  const line: LonLat[] = Array.from({ length: 40 }, (_, i) => [64 + i / 20, 30 + i / 20]);
  const border = createBorder(line);
  const near = corridor(line, 5, (at) => Math.abs(border.station(at).offsetKm));
  const counted = counting(plain);
  const { table } = await imported(counted, near);
  const truth = Array.from(lon, (_, i) => i).filter((i) =>
    line.some((_, k) => k > 0 && kmToSegment([lon[i], lat[i]], line[k - 1], line[k]) <= 5)
  );
  expect(truth.length).toBeGreaterThan(50);
  expect([...table.fileRow]).toEqual(truth.map((i) => i + 1));
  expect(counted.read.bytes).toBeLessThan(plain.byteLength / 3);
});

/** By GeographicLib, at points of the segment some 70 m apart. */
function kmToSegment([x, y]: LonLat, [ax, ay]: LonLat, [bx, by]: LonLat): number {
  if (Math.abs(x - ax) > 0.2 || Math.abs(y - ay) > 0.2) return Infinity;
  const steps = 100;
  let least = Infinity;
  for (let i = 0; i <= steps; i++) {
    const at: LonLat = [ax + ((bx - ax) * i) / steps, ay + ((by - ay) * i) / steps];
    least = Math.min(least, distanceKm([x, y], at));
  }
  return least;
}

test('a file of few rows is taken whole where that is wanted', async () => {
  const rowsOf = async (wholeUpTo: number) =>
    (await openParquet(blobBuffer(new Blob([plain])), AREA, wholeUpTo)).sample.length;
  expect(await rowsOf(ROWS)).toBe(1_000);
  expect(await rowsOf(ROWS - 1)).toBe(Math.min(1_000, expected.length));
});

test('bounds in which nothing lies cost the metadata alone', async () => {
  const counted = counting(plain);
  const { table } = await imported(counted, boxArea([10, 50, 11, 51]));
  expect(table.rows).toBe(0);
  expect(counted.read.requests).toBeLessThanOrEqual(2);
});

describe('over HTTP', () => {
  const host =
    (status = 206) =>
    async (
      _: string,
      { method, headers }: { method?: string; headers?: Record<string, string> }
    ) => {
      if (method === 'HEAD') {
        return new Response(null, { headers: { 'content-length': String(plain.byteLength) } });
      }
      const [start, end] = (headers?.Range ?? '').replace('bytes=', '').split('-').map(Number);
      return new Response(plain.slice(start, end + 1), { status });
    };

  test('a file is read by its parts', async () => {
    const { table } = await imported(await httpBuffer('x', host()), AREA);
    expect(table.rows).toBe(expected.length);
  });

  test('a host that does not serve parts is told, and the file not fetched whole', async () => {
    const file = await httpBuffer('x', host(200));
    await expect(openParquet(file, AREA)).rejects.toThrow('does not serve parts of files');
  });

  test('where a host tells the length only to GET, as with signed addresses, it is asked so', async () => {
    const asked: string[] = [];
    const file = await httpBuffer('x', async (_, { method, headers }) => {
      asked.push(`${method ?? 'GET'} ${headers?.Range ?? ''}`.trim());
      if (method === 'HEAD') return new Response(null, { status: 403 });
      return new Response('PAR1', { headers: { 'content-length': '4' } });
    });
    expect(file.byteLength).toBe(4);
    expect(asked).toEqual(['HEAD', 'GET']);
  });

  test('a host out of reach is told', async () => {
    const refuse = async () => {
      throw new TypeError('Failed to fetch');
    };
    await expect(httpBuffer('x', refuse)).rejects.toThrow('out of reach');
  });
});

test('what is no Parquet file, and one without positions, is told', async () => {
  const noise = new Blob(['PAR1', 'x'.repeat(100)]);
  await expect(openParquet(blobBuffer(noise), null)).rejects.toThrow('no Parquet file');
  const nowhere = parquetWriteBuffer({ columnData: [{ name: 'a', data: [1, 2] }] });
  await expect(openParquet(counting(nowhere), AREA)).rejects.toThrow('no column of positions');
});

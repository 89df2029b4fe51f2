import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import readExcel from 'read-excel-file/node';
import { afterAll, expect, test } from 'vitest';
import { loadBorder } from './data';
import { run } from './main';

const border = loadBorder();
const folder = mkdtempSync(join(tmpdir(), 'durand-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `durand incidents` with arguments and standard input; what it wrote and told. */
async function incidents(args: string[], input = '') {
  const written: Uint8Array[] = [];
  let told = '';
  const exitCode = await run(['incidents', ...args], {
    input: (async function* () {})(),
    bytes: () => new Blob([input]).stream(),
    write: async (bytes) => void written.push(bytes.slice()),
    print: (text) => void written.push(new TextEncoder().encode(text)),
    tell: (message) => (told += `${message}\n`)
  });
  const bytes = Buffer.concat(written);
  return { exitCode, bytes, text: bytes.toString('utf8').replace(/^\uFEFF/, ''), told };
}

const at = [border.positionAt(1500, 5), border.positionAt(1500, -5), border.positionAt(1500, -60)];
const csv = [
  'event_id,event_date,latitude,longitude,fatalities,notes',
  ...at.map(([lon, lat], i) => `${i},2021-05-0${i + 1},${lat},${lon},-${i},=HYPERLINK("x")`),
  '9,2021-05-09,north,70,1,nowhere'
].join('\n');
const file = join(folder, 'events.csv');
writeFileSync(file, csv);
const rowsOf = (text: string) => text.trim().split('\r\n');

test('a table comes out with its stations, refused rows are told, and the exit code says so', async () => {
  const { exitCode, text, told } = await incidents([file]);
  const [header, ...rows] = rowsOf(text);
  expect(header).toMatch(/notes,chainage_km,offset_km,side,uncertainty_km,country,province$/);
  expect(rows).toHaveLength(3);
  expect(rows[0]).toContain(`"'=HYPERLINK(""x"")"`);
  const { chainageKm, offsetKm } = border.station(at[0]);
  const written = [chainageKm, offsetKm].map((km) => Math.round(km * 1000) / 1000);
  expect(rows[0]).toMatch(new RegExp(`,${written.join()},afghan,[\\d.]*,AF,[^,]+$`));
  expect(rows[1]).toContain(',-1,');
  expect(told).toContain('4 rows read, 3 taken, 3 written');
  expect(told).toContain('row 5 refused');
  expect(exitCode).toBe(1);
});

test('standard input is read, and a zone of widths keeps to what lies in it', async () => {
  const sound = csv.split('\n').slice(0, -1).join('\n');
  const widths = ['--afghan', '0', '--pakistan', '10'];
  const { exitCode, text } = await incidents(['-', ...widths, '--format', 'geojson'], sound);
  const { features } = JSON.parse(text);
  expect(features.map(({ properties }: never) => properties['zone'])).toEqual(['no', 'yes', 'no']);
  expect(exitCode).toBe(0);
  const inside = await incidents(['-', ...widths, '--inside'], sound);
  expect(rowsOf(inside.text)).toHaveLength(2);
});

test('polygons, boxes and distances choose rows too', async () => {
  const [[lon, lat]] = at;
  const box = [lon - 0.01, lat - 0.01, lon + 0.01, lat + 0.01];
  const ring = [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[2], box[3]],
    [box[0], box[3]],
    [box[0], box[1]]
  ];
  const polygon = join(folder, 'zone.geojson');
  writeFileSync(polygon, JSON.stringify({ type: 'Polygon', coordinates: [ring] }));
  const zoned = rowsOf((await incidents([file, '--zone', polygon])).text);
  expect(zoned.slice(1).map((row) => row.split(',').pop())).toEqual(['yes', 'no', 'no']);
  expect(rowsOf((await incidents([file, '--bbox', box.join()])).text)).toHaveLength(2);
  expect(rowsOf((await incidents([file, '--within', '20'])).text)).toHaveLength(3);
});

test('Excel is written as bytes', async () => {
  const { bytes } = await incidents([file, '--format', 'xlsx']);
  const [{ data }] = await readExcel(bytes);
  expect(data).toHaveLength(4);
  expect(data[2][4]).toBe(-1);
});

test('Parquet is read by path and by address, and of it only what a box needs', async () => {
  const count = 40_000;
  const lon = Float64Array.from({ length: count }, (_, i) => 60 + (16 * i) / count);
  const parquet = Buffer.from(
    parquetWriteBuffer({
      columnData: [
        { name: 'longitude', data: lon, type: 'DOUBLE' },
        { name: 'latitude', data: lon.map(() => 33), type: 'DOUBLE' },
        { name: 'notes', data: Array.from(lon, (_, i) => `a note of its own ${i * 7919}`) }
      ],
      rowGroupSize: 2_000
    })
  );
  let sent = 0;
  const server = createServer((request, response) => {
    const [, start, end] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? [];
    if (request.method === 'HEAD') response.setHeader('content-length', parquet.length).end();
    else {
      const part = parquet.subarray(Number(start), Number(end) + 1);
      sent += part.length;
      response.writeHead(206).end(part);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const path = join(folder, 'events.parquet');
  writeFileSync(path, parquet);
  const bbox = ['--bbox', '69,30,69.2,36'];
  const remote = await incidents([`http://127.0.0.1:${port}/events.parquet`, ...bbox]);
  server.close();
  expect(rowsOf(remote.text).length - 1).toBe(lon.filter((x) => x >= 69 && x <= 69.2).length);
  expect(sent).toBeLessThan(parquet.length / 3);
  expect((await incidents([path, ...bbox])).text).toBe(remote.text);
});

test.each([
  [[], 'FILE is missing'],
  [['a.csv', '--format', 'pdf'], '--format is “pdf”'],
  [['a.csv', '--bbox', '1,2,3'], '--bbox is “1,2,3”'],
  [['a.csv', '--inside'], '--inside needs a zone'],
  [['a.csv', '--zone', 'x', '--afghan', '3'], 'not both'],
  [['a.csv', '--afghan', '300'], 'give 0, or 0.1 to 100 km']
])('%j is refused as a call that is not right', async (args, message) => {
  const { exitCode, bytes, told } = await incidents(args);
  expect({ exitCode, length: bytes.length }).toEqual({ exitCode: 2, length: 0 });
  expect(told).toContain(message);
});

test('a file that is not there, or without positions, is told', async () => {
  expect(await incidents([join(folder, 'none.csv')])).toMatchObject({ exitCode: 1 });
  const { exitCode, told } = await incidents(['-'], 'a,b\n1,2\n');
  expect(exitCode).toBe(1);
  expect(told).toContain('no columns that were known for positions');
});

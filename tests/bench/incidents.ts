import { booleanPointInPolygon, lineString, nearestPointOnLine } from '@turf/turf';
import Papa from 'papaparse';
import type { Filter } from '../../src/lib/incidents/filter';
import { openSheet } from '../../src/lib/incidents/reading/formats';
import { importSheet } from '../../src/lib/incidents/reading/import-sheet';
import { recognise } from '../../src/lib/incidents/reading/recognise/recognise';
import { sourceOf } from '../../src/lib/incidents/reading/source';
import { Selection } from '../../src/lib/incidents/selection';
import { summarise } from '../../src/lib/incidents/summarise';
import { packTable } from '../../src/lib/incidents/table-file';
import type { LocatedTable } from '../../src/lib/incidents/table';
import { createRowMembership } from '../../src/lib/zones/row-membership';
import { zoneCountries, zoneProvinces } from '../../src/lib/geodata/borders';
import { readAreas } from '../fixtures/areas';
import { syntheticAcled } from '../fixtures/incidents/synthetic';
import { readLine } from '../fixtures/line';
import { randomFrom } from '../fixtures/random';
import { asShipped } from './support/as-shipped';

export const title =
  'Incidents: a made-up table in ACLED’s columns, read, located and filtered on one core';

/** turf and papaparse get as much as they can do in some seconds, and their time is scaled. */
const PARSED_ROWS = 100_000;
const TURF_STATIONS = 40;
const TURF_PROVINCES = 400;
const DAY = 86_400_000;

type Row = Record<string, string>;

/** Prints each step beside a plain way to do the same on the same file, and the memory. */
export async function run(): Promise<void> {
  const line = readLine();
  const borders = readAreas(line);
  const { createBorder, createTerritories, locate } = await asShipped<
    typeof import('./support/locating')
  >('tests/bench/support/locating.ts');
  const [border, borderMs] = timed(() => createBorder(line));
  const [territories, gridMs] = timed(() =>
    createTerritories(borders.countries, borders.provinces)
  );
  const zone = createRowMembership(
    border,
    { afghanKm: 20, pakistanKm: 20 },
    zoneCountries(borders),
    zoneProvinces(borders)
  );

  for (const rows of [200_000, 1_000_000]) {
    const bytes = fileOf(rows);
    const [table, parseMs] = await timedLater(() => imported(bytes));
    const [located, locateMs] = timed(() => finish(locate(table, border, territories)));
    const whole: LocatedTable = { ...table, located };
    const apart = { ...table, lonLat: scattered(table.lonLat) };
    const [, apartMs] = timed(() => finish(locate(apart, border, territories)));
    const inZone = () => zone.inside({ lonLat: whole.lonLat, ...located });
    const [inside, zoneMs] = timed(inZone);
    const selection = new Selection(whole, { key: (id) => id, inZone: () => inside });
    const plain = plainWay(rows, line, borders);

    console.log(`\n${rows.toLocaleString('en')} rows, ${megabytes(bytes.length)} MB of CSV`);
    console.table({
      'read and typed': row(parseMs, plain.parseMs, 'papaparse, texts alone'),
      'stations and provinces': row(locateMs, plain.locateMs, 'turf'),
      'the same, no two positions alike': row(apartMs, plain.locateMs, 'turf'),
      'a brush on time, to the rows drawn': row(
        median(brushes(whole, selection)),
        plain.filterMs,
        'Array.filter on the parsed rows'
      ),
      'a first search for a word in all texts': row(
        timed(() => selection.set([{ by: 'text', words: 'clashed village' }]))[1],
        plain.searchMs,
        'includes on every cell'
      ),
      'another search': row(timed(() => selection.set([{ by: 'text', words: 'bridge' }]))[1]),
      'rows in a zone of 20 km a side': row(zoneMs),
      'bins along the line by side': row(
        timed(() => summarise(whole, selection.under([]), { of: 'chainage', binKm: 20 }))[1]
      )
    });
    const kept = packTable(table).reduce((sum, part) => sum + part.length, 0);
    console.log(
      `The table itself: ${megabytes(kept)} MB, its stations ${megabytes(10 * rows)} MB. ` +
        `The process: ${megabytes(process.memoryUsage().rss)} MB at this point.`
    );
  }
  console.log(
    `\nProcessor time in ms; prepared in ${Math.round(borderMs)} ms (line) and ${Math.round(gridMs)} ms ` +
      `(territories). The plain way is measured on ${PARSED_ROWS.toLocaleString('en')} rows of the same ` +
      `file, ${TURF_STATIONS} nearestPointOnLine and ${TURF_PROVINCES} positions held against every ` +
      'province by booleanPointInPolygon, and scaled.'
  );
}

function row(ms: number, plainMs?: number, plain?: string) {
  return {
    ms: Number(ms.toPrecision(3)),
    ...(plainMs !== undefined && {
      'plain way ms': Number(plainMs.toPrecision(3)),
      ratio: Number((plainMs / ms).toPrecision(3)),
      'plain way': plain
    })
  };
}

function fileOf(rows: number): Uint8Array {
  const encoder = new TextEncoder();
  const parts = Array.from(syntheticAcled(rows), (text) => encoder.encode(text));
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

async function imported(bytes: Uint8Array) {
  const sheet = await openSheet(sourceOf('synthetic.csv', bytes));
  const steps = importSheet(sheet, recognise(sheet).mapping, { now: new Date('2026-01-01') });
  for (;;) {
    const { done, value } = await steps.next();
    if (done) return value.table;
  }
}

/** A year's window that moves by a month, on top of two conditions that stay. */
function brushes(table: LocatedTable, selection: Selection): number[] {
  const type = table.columns.findIndex(({ name }) => name === 'event_type');
  const staying: Filter = [
    { by: 'values', column: type, values: ['Battles', 'Protests'] },
    { by: 'distance', range: { least: null, most: 80 } }
  ];
  return Array.from({ length: 30 }, (_, i) => {
    const fromDay = Date.UTC(2012, i, 1) / DAY;
    const filter: Filter = [...staying, { by: 'time', fromDay, toDay: fromDay + 365 }];
    return timed(() => {
      selection.set(filter);
      return selection.chosen().rows.slice();
    })[1];
  });
}

/** The same with papaparse, turf and arrays of objects; times for all rows. */
function plainWay(
  rows: number,
  line: ReturnType<typeof readLine>,
  borders: ReturnType<typeof readAreas>
) {
  const text = [...syntheticAcled(PARSED_ROWS)].join('');
  const [parsed, parseMs] = timed(() => Papa.parse<Row>(text, { header: true }).data);
  const path = lineString(line);
  const at = (one: Row): [number, number] => [Number(one.longitude), Number(one.latitude)];
  const [, stationMs] = timed(() =>
    parsed.slice(0, TURF_STATIONS).map((one) => nearestPointOnLine(path, at(one)))
  );
  const [, provinceMs] = timed(() =>
    parsed
      .slice(0, TURF_PROVINCES)
      .map((one) =>
        borders.provinces.features.find((province) => booleanPointInPolygon(at(one), province))
      )
  );
  const [from, to] = ['2012-01-01', '2013-01-01'];
  const [, filterMs] = timed(() =>
    parsed.filter(
      (one) =>
        (one.event_type === 'Battles' || one.event_type === 'Protests') &&
        one.event_date >= from &&
        one.event_date <= to
    )
  );
  const [, searchMs] = timed(() =>
    parsed.filter((one) =>
      ['clashed', 'village'].every((word) =>
        Object.values(one).some((cell) => String(cell).toLowerCase().includes(word))
      )
    )
  );
  const scale = rows / PARSED_ROWS;
  return {
    parseMs: parseMs * scale,
    locateMs: rows * (stationMs / TURF_STATIONS + provinceMs / TURF_PROVINCES),
    filterMs: filterMs * scale,
    searchMs: searchMs * scale
  };
}

/** Positions some km apart from where they were, so that none is like another. */
function scattered(lonLat: Float64Array): Float64Array {
  const random = randomFrom(3);
  return lonLat.map((degrees) => degrees + 0.1 * (random() - 0.5));
}

const megabytes = (bytes: number) => Math.round(bytes / 1e6);
const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1];

function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Processor time, so that whatever else the machine does counts little. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed<T>(work: () => T): [T, number] {
  const start = cpuMs();
  const result = work();
  return [result, cpuMs() - start];
}

async function timedLater<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = cpuMs();
  const result = await work();
  return [result, cpuMs() - start];
}

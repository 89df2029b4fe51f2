import { Unreadable } from '../../formats/unreadable';
import { textsOf, TextReader } from './encoding';
import type { Format } from './format';
import { headOf } from './head';
import { JsonRecords, UnsoundRecord } from './json-values';
import { RecordTable } from './record-table';
import { peek, Tally, type Cell, type Row, type Sheet } from './sheet';
import type { Bytes } from './source';

/** GeoJSON (RFC 7946), GeoJSON sequences and newline-delimited JSON (RFC 8142), lists of records. */
export const json: Format = {
  id: 'json',
  label: 'GeoJSON or NDJSON',
  extensions: ['geojson', 'json', 'ndjson', 'jsonl', 'geojsonl', 'geojsons'],
  recognises: ({ text }) => /^[\s\p{Cc}]*[[{]/u.test(text),
  open: openJson
};

async function openJson(bytes: Bytes): Promise<Sheet> {
  const reader = new TextReader(bytes.head);
  const table = new RecordTable(/"geometry"\s*:|"Topology"/.test(headOf(bytes).text));
  const peeked = await peek(rowsOf(textsOf(bytes.chunks(), reader), table));
  return {
    format: table.isGeo ? 'GeoJSON' : 'JSON',
    header: table.header,
    isRagged: true,
    ...peeked,
    known: table.known,
    notes: () => reader.notes(),
    mended: new Tally(),
    share: bytes.share
  };
}

async function* rowsOf(texts: AsyncGenerator<string>, table: RecordTable): AsyncGenerator<Row[]> {
  const records = new JsonRecords();
  for await (const text of texts) {
    const batch: Row[] = [];
    records.push(text, (record) => batch.push(rowOf(record, table)));
    if (batch.length > 0) yield batch;
  }
  records.end();
}

/** A record as a row: of GeoJSON, its properties and its point. */
function rowOf(record: unknown, table: RecordTable): Row {
  if (record instanceof UnsoundRecord) {
    return table.row([], null, `It is no sound JSON: ${record.reason}.`);
  }
  if (!isObject(record)) return table.row([], null, 'It is no object.');
  if (record.type === 'Topology') throw new Unreadable('is TopoJSON: save it as GeoJSON.');
  if (!table.isGeo) return table.row(cellsOf(record), null, null);
  const properties = isObject(record.properties) ? cellsOf(record.properties) : [];
  const id: [string, Cell][] = record.id === undefined ? [] : [['id', cellOf(record.id)]];
  const point = pointOf(record.geometry);
  return typeof point === 'string'
    ? table.row([...id, ...properties], null, point)
    : table.row([...id, ...properties], point, null);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const cellsOf = (fields: Record<string, unknown>): [string, Cell][] =>
  Object.entries(fields).map(([key, value]) => [key, cellOf(value)]);

function cellOf(value: unknown): Cell {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A geometry's point; null if there is none; a sentence that says why it is refused. */
function pointOf(geometry: unknown): [lon: Cell, lat: Cell] | string | null {
  if (geometry === null || geometry === undefined) return null;
  if (!isObject(geometry)) return 'Its geometry is no object.';
  const { type, coordinates } = geometry;
  const many = type === 'MultiPoint' && Array.isArray(coordinates) ? coordinates : null;
  const point: unknown = many?.length === 1 ? many[0] : coordinates;
  if (type !== 'Point' && many?.length !== 1) {
    const what = typeof type === 'string' ? type.slice(0, 40) : 'geometry without a type';
    const more = many ? ` of ${many.length} positions` : '';
    return `It is a ${what}${more}; only points are incidents.`;
  }
  if (!Array.isArray(point)) return 'Its point has no coordinates.';
  if (point.length === 0) return null;
  const [lon, lat] = point as unknown[];
  return [cellOf(lon), cellOf(lat)];
}

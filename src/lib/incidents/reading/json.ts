import { Unreadable } from '../../formats/unreadable';
import { textsOf, TextReader } from './encoding';
import type { Format } from './format';
import { columnName } from './header';
import { JsonRecords } from './json-values';
import { MOST_COLUMNS } from './limits';
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
  const table = new RecordTable(/"geometry"\s*:|"Topology"/.test(textOf(bytes)));
  const peeked = await peek(rowsOf(textsOf(bytes.chunks(), reader), table));
  return {
    format: table.isGeo ? 'GeoJSON' : 'JSON',
    header: table.header,
    isRagged: true,
    ...peeked,
    known: table.isGeo ? { position: { as: 'lon-lat', lon: 0, lat: 1 } } : {},
    notes: () => reader.notes(),
    mended: new Tally(),
    share: () => bytes.share()
  };
}

const textOf = (bytes: Bytes) => new TextReader(bytes.head).read(bytes.head);

async function* rowsOf(texts: AsyncGenerator<string>, table: RecordTable): AsyncGenerator<Row[]> {
  const records = new JsonRecords();
  for await (const text of texts) {
    const batch: Row[] = [];
    records.push(text, (record) => batch.push(table.row(record)));
    if (batch.length > 0) yield batch;
  }
  records.end();
}

/** Lays records out in columns: each key is one, in the order in which they are met. */
class RecordTable {
  readonly header: string[] = [];
  readonly #columns = new Map<string, number>();
  #fileRow = 0;

  constructor(readonly isGeo: boolean) {
    if (isGeo) this.header.push('geometry longitude', 'geometry latitude');
  }

  row(record: unknown): Row {
    this.#fileRow++;
    const row: Row = { fileRow: this.#fileRow, cells: this.isGeo ? ['', ''] : [] };
    if (!isObject(record)) return { ...row, refused: 'It is no object.' };
    if (record.type === 'Topology') {
      throw new Unreadable('is TopoJSON: save it as GeoJSON.');
    }
    if (!this.isGeo) {
      this.#fill(row.cells, record);
      return row;
    }
    if (record.id !== undefined) this.#fill(row.cells, { id: record.id });
    if (isObject(record.properties)) this.#fill(row.cells, record.properties);
    const refused = placed(row.cells, record.geometry);
    return refused === null ? row : { ...row, refused };
  }

  #fill(cells: Cell[], fields: Record<string, unknown>): void {
    for (const [key, value] of Object.entries(fields)) {
      const column = this.#columns.get(key) ?? this.#newColumn(key);
      while (cells.length < column) cells.push('');
      cells[column] = cellOf(value);
    }
  }

  #newColumn(key: string): number {
    const column = this.header.length;
    if (column >= MOST_COLUMNS) {
      throw new Unreadable(
        `has more than ${MOST_COLUMNS.toLocaleString('en')} kinds of properties.`
      );
    }
    this.header.push(columnName(key, column));
    this.#columns.set(key, column);
    return column;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function cellOf(value: unknown): Cell {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Puts a point's coordinates into the first cells, or tells why a geometry is refused. */
function placed(cells: Cell[], geometry: unknown): string | null {
  if (geometry === null || geometry === undefined) return null;
  if (!isObject(geometry)) return 'Its geometry is no object.';
  const { type, coordinates } = geometry;
  const many = type === 'MultiPoint' && Array.isArray(coordinates) ? coordinates : null;
  const point: unknown = many?.length === 1 ? many[0] : coordinates;
  if (type !== 'Point' && many?.length !== 1) {
    const what = typeof type === 'string' ? type.slice(0, 40) : 'no geometry';
    const more = many ? ` of ${many.length} positions` : '';
    return `It is a ${what}${more}; only points are incidents.`;
  }
  if (!Array.isArray(point)) return 'Its point has no coordinates.';
  if (point.length === 0) return null;
  const [lon, lat] = point as unknown[];
  cells[0] = cellOf(lon);
  cells[1] = cellOf(lat);
  return null;
}

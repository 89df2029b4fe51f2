import * as v from 'valibot';
import { ROLES, type Column, type IncidentTable } from './table';

const MAGIC = 'durand incidents 1\n';
/** Every array begins at a multiple of this, as 64-bit numbers must. */
const ALIGN = 8;

const encoder = new TextEncoder();
const KINDS = {
  Float64Array,
  Float32Array,
  Int32Array,
  Uint32Array,
  Uint8Array
};
type Kind = keyof typeof KINDS;
type Values = Float64Array | Float32Array | Int32Array | Uint32Array | Uint8Array;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Place = v.object({
  kind: v.picklist(Object.keys(KINDS) as Kind[]),
  at: Count,
  length: Count
});
type Place = v.InferOutput<typeof Place>;

const ColumnLayout = v.variant('kind', [
  v.object({ kind: v.literal('number'), name: v.string(), values: Place }),
  v.object({
    kind: v.literal('category'),
    name: v.string(),
    codes: Place,
    names: v.array(v.string())
  }),
  v.object({ kind: v.literal('text'), name: v.string(), bytes: Place, ends: Place })
]);

const Layout = v.object({
  rows: Count,
  lonLat: Place,
  radiusKm: Place,
  precision: Place,
  firstDay: Place,
  lastDay: Place,
  lasted: Place,
  fileRow: Place,
  deaths: v.nullable(v.object({ best: Place, low: Place, high: Place })),
  columns: v.array(ColumnLayout),
  roles: v.record(v.picklist(ROLES), Count)
});
type Layout = v.InferOutput<typeof Layout>;

/**
 * A table as the parts of a file: a line that says what it is, the length of the layout, the layout
 * as JSON, and the arrays as they lie in memory (little-endian on every machine that runs browsers).
 * The arrays are not copied.
 */
export function packTable(table: IncidentTable): Uint8Array<ArrayBuffer>[] {
  const arrays: Uint8Array<ArrayBuffer>[] = [];
  let used = 0;
  const place = (values: Values): Place => {
    const bytes = bytesOf(values);
    const at = used;
    const spare = (ALIGN - (bytes.length % ALIGN)) % ALIGN;
    arrays.push(bytes, new Uint8Array(spare));
    used += bytes.length + spare;
    return { kind: values.constructor.name as Kind, at, length: values.length };
  };
  const layout: Layout = {
    rows: table.rows,
    lonLat: place(table.lonLat),
    radiusKm: place(table.radiusKm),
    precision: place(table.precision),
    firstDay: place(table.firstDay),
    lastDay: place(table.lastDay),
    lasted: place(table.lasted),
    fileRow: place(table.fileRow),
    deaths: table.deaths && {
      best: place(table.deaths.best),
      low: place(table.deaths.low),
      high: place(table.deaths.high)
    },
    columns: table.columns.map((column) => placeColumn(column, place)),
    roles: table.roles as Layout['roles']
  };
  const json = encoder.encode(JSON.stringify(layout));
  const head = encoder.encode(`${MAGIC}${json.length}\n`);
  const spare = (ALIGN - ((head.length + json.length) % ALIGN)) % ALIGN;
  return [head, json, new Uint8Array(spare), ...arrays];
}

function placeColumn(column: Column, place: (values: Values) => Place): Layout['columns'][number] {
  const { name } = column;
  switch (column.kind) {
    case 'number':
      return { kind: 'number', name, values: place(column.values) };
    case 'category':
      return { kind: 'category', name, codes: place(column.codes), names: column.names };
    case 'text':
      return { kind: 'text', name, bytes: place(column.bytes), ends: place(column.ends) };
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Values): Uint8Array<ArrayBuffer> {
  // Tables are never in shared memory.
  return new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
}

/**
 * The table that a packed file holds; its arrays lie in the file's own memory. Throws an Error for
 * what is no such file or is not whole.
 */
export function unpackTable(file: ArrayBuffer): IncidentTable {
  const head = new TextDecoder().decode(new Uint8Array(file, 0, Math.min(file.byteLength, 64)));
  const length = Number(head.slice(MAGIC.length).split('\n')[0]);
  if (!head.startsWith(MAGIC) || !Number.isInteger(length)) throw new Error('is no kept table');
  const jsonAt = head.indexOf('\n', MAGIC.length) + 1;
  if (jsonAt + length > file.byteLength) throw new Error('has been cut off');
  const json = new TextDecoder().decode(new Uint8Array(file, jsonAt, length));
  const layout = v.parse(Layout, JSON.parse(json));
  const start = Math.ceil((jsonAt + length) / ALIGN) * ALIGN;

  const take = <T extends Values>(
    { kind, at, length: count }: Place,
    wanted: new (buffer: ArrayBuffer, at: number, length: number) => T
  ): T => {
    const Kept = KINDS[kind];
    if ((Kept as unknown) !== wanted) throw new Error('holds other numbers than it should');
    if (start + at + count * Kept.BYTES_PER_ELEMENT > file.byteLength) {
      throw new Error('has been cut off');
    }
    return new wanted(file, start + at, count);
  };
  const { deaths } = layout;
  return {
    rows: layout.rows,
    lonLat: take(layout.lonLat, Float64Array),
    radiusKm: take(layout.radiusKm, Float32Array),
    precision: take(layout.precision, Uint8Array),
    firstDay: take(layout.firstDay, Int32Array),
    lastDay: take(layout.lastDay, Int32Array),
    lasted: take(layout.lasted, Uint8Array),
    fileRow: take(layout.fileRow, Uint32Array),
    deaths: deaths && {
      best: take(deaths.best, Float32Array),
      low: take(deaths.low, Float32Array),
      high: take(deaths.high, Float32Array)
    },
    columns: layout.columns.map((column): Column => {
      const { name } = column;
      switch (column.kind) {
        case 'number':
          return { kind: 'number', name, values: take(column.values, Float64Array) };
        case 'category':
          return {
            kind: 'category',
            name,
            codes: take(column.codes, Uint32Array),
            names: column.names
          };
        case 'text':
          return {
            kind: 'text',
            name,
            bytes: take(column.bytes, Uint8Array),
            ends: take(column.ends, Uint32Array)
          };
      }
    }),
    roles: layout.roles
  };
}

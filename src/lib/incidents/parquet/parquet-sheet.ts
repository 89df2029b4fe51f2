import {
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  rowIndex,
  type FileMetaData,
  type ParquetRow
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { Unreadable } from '../../formats/unreadable';
import { columnName } from '../reading/header';
import { MOST_COLUMNS, MOST_ROWS } from '../reading/limits';
import { peek, Tally, type Cell, type Row, type Sheet } from '../reading/sheet';
import type { Area } from './area';
import { positionsOf, within, type Bounds, type Positions } from './positions';
import type { RangeBuffer } from './range-buffer';

/** Rows that are decoded at a time. */
const ROWS_A_BATCH = 50_000;

/** So much of the file's end is asked for first; where its metadata is longer, the rest follows. */
const TAIL_BYTES = 65_536;

/** A Parquet file as a sheet of rows. */
export interface ParquetSheet extends Sheet {
  /** All rows of the file, whatever the bounds. */
  rowsInFile: number;
}

/** Whether a file's first bytes are those of Parquet. */
export const isParquet = (head: Uint8Array): boolean =>
  head.length >= 4 && String.fromCharCode(...head.subarray(0, 4)) === 'PAR1';

/**
 * Opens a Parquet file, GeoParquet or with columns of positions, of which only what is needed is
 * read: the metadata at its end, and of the row groups and pages that reach into the area the rows
 * in it. All rows are read without an area, and of a file of up to `wholeUpTo` rows. Throws an
 * Unreadable for what is no sound Parquet file, that would give more than 3,000,000 rows, or that has
 * no positions to tell what is in the area.
 */
export async function openParquet(
  file: RangeBuffer,
  asked: Area | null,
  wholeUpTo = 0
): Promise<ParquetSheet> {
  const metadata = await soundly(() =>
    parquetMetadataAsync(file, { initialFetchSize: TAIL_BYTES })
  );
  const positions = positionsOf(metadata);
  const rowsInFile = Number(metadata.num_rows);
  const area = rowsInFile <= wholeUpTo ? null : asked;
  if (area && !positions.geometry && !positions.lonLat) {
    throw new Unreadable('has no column of positions, so that no part of the map can be taken.');
  }
  if (!area && rowsInFile > MOST_ROWS) {
    throw new Unreadable(
      `has ${rowsInFile.toLocaleString('en')} rows, more than the ${MOST_ROWS.toLocaleString('en')} that are held here: take a part of the map.`
    );
  }
  const layout = new Layout(metadata, positions);
  const progress = { share: 0 };
  const rows = rowsOf(file, metadata, layout, area, progress);
  const peeked = await peek(rows);
  return {
    format: positions.geometry ? 'GeoParquet' : 'Parquet',
    header: layout.header,
    isRagged: false,
    ...peeked,
    known: positions.geometry ? { position: { as: 'lon-lat', lon: 0, lat: 1 } } : {},
    notes: () =>
      area
        ? [
            `Of ${rowsInFile.toLocaleString('en')} rows those in the chosen part of the map were read.`
          ]
        : [],
    mended: new Tally(),
    share: () => progress.share,
    rowsInFile
  };
}

async function* rowsOf(
  file: RangeBuffer,
  metadata: FileMetaData,
  layout: Layout,
  area: Area | null,
  progress: { share: number }
): AsyncGenerator<Row[]> {
  const total = Number(metadata.num_rows);
  let taken = 0;
  let groupStart = 0;
  for (const group of metadata.row_groups) {
    const groupEnd = groupStart + Number(group.num_rows);
    const near = area?.boxes.filter((box) => reaches(group, layout.positions, box)) ?? [];
    const filter = within(layout.positions, near);
    const isNear = !area || near.length > 0;
    for (let start = groupStart; isNear && start < groupEnd; start += ROWS_A_BATCH) {
      const rows = await soundly(() =>
        parquetReadObjects({
          file,
          metadata,
          columns: layout.wanted,
          rowStart: start,
          rowEnd: Math.min(groupEnd, start + ROWS_A_BATCH),
          compressors,
          useOffsetIndex: true,
          includeRowIndex: true,
          ...(filter && { filter, usePageIndex: true })
        })
      );
      const batch = rows.map((row) => layout.row(row));
      const inside = area ? batch.filter(({ cells }) => layout.isWithin(cells, area)) : batch;
      taken += inside.length;
      if (taken > MOST_ROWS) {
        throw new Unreadable(
          `has more than ${MOST_ROWS.toLocaleString('en')} rows there: take a smaller part of the map.`
        );
      }
      progress.share = Math.min(1, (start + ROWS_A_BATCH) / total);
      yield inside;
    }
    groupStart = groupEnd;
    progress.share = groupStart / total;
  }
}

/** Whether a row group may reach into bounds, by the statistics that the file has of it. */
function reaches(
  group: FileMetaData['row_groups'][number],
  { geometry, lonLat, box }: Positions,
  [west, south, east, north]: Bounds
): boolean {
  const column = (path: string) =>
    group.columns.find(({ meta_data }) => meta_data?.path_in_schema.join('.') === path)?.meta_data;
  const limit = (path: string, of: 'min' | 'max', unknown: number): number => {
    const statistics = column(path)?.statistics;
    const value = statistics?.[`${of}_value`] ?? statistics?.[of];
    return typeof value === 'number' ? value : unknown;
  };
  const paths =
    box ?? (lonLat && { xmin: lonLat.lon, ymin: lonLat.lat, xmax: lonLat.lon, ymax: lonLat.lat });
  if (paths) {
    return (
      limit(paths.xmin, 'min', -Infinity) <= east &&
      limit(paths.xmax, 'max', Infinity) >= west &&
      limit(paths.ymin, 'min', -Infinity) <= north &&
      limit(paths.ymax, 'max', Infinity) >= south
    );
  }
  const known = geometry === null ? undefined : column(geometry)?.geospatial_statistics?.bbox;
  if (!known) return true;
  return known.xmin <= east && known.xmax >= west && known.ymin <= north && known.ymax >= south;
}

/** Lays a Parquet file's columns out as a sheet's: the geometry as two, boxes left out. */
class Layout {
  readonly header: string[];
  readonly wanted: string[];
  readonly positions: Positions;
  readonly #columns: string[];
  readonly #lonLat: [lon: number, lat: number];

  constructor(metadata: FileMetaData, positions: Positions) {
    this.positions = positions;
    const { geometry, lonLat, box } = positions;
    const boxes = new Set(Object.values(box ?? {}).map((path) => path.split('.')[0]));
    const all = parquetSchema(metadata).children.map(({ element }) => element.name);
    this.#columns = all.filter((name) => name !== geometry && !boxes.has(name));
    if (this.#columns.length > MOST_COLUMNS) {
      throw new Unreadable(`has more than ${MOST_COLUMNS.toLocaleString('en')} columns.`);
    }
    this.wanted = geometry === null ? this.#columns : [geometry, ...this.#columns];
    const geometries = geometry === null ? [] : ['geometry longitude', 'geometry latitude'];
    this.header = [...geometries, ...this.#columns.map((name, i) => columnName(name, i))];
    const at = (name: string | undefined) =>
      name === undefined ? -1 : geometries.length + this.#columns.indexOf(name);
    this.#lonLat = geometry === null ? [at(lonLat?.lon), at(lonLat?.lat)] : [0, 1];
  }

  row(row: ParquetRow): Row {
    const { geometry } = this.positions;
    const cells = this.#columns.map((name) => cellOf(row[name]));
    const fileRow = (row[rowIndex as never] as number) + 1;
    if (geometry === null) return { fileRow, cells };
    const [lon, lat] = pointOf(row[geometry]);
    const placed: Row = { fileRow, cells: [cellOf(lon), cellOf(lat), ...cells] };
    const isOther = row[geometry] !== null && row[geometry] !== undefined && lon === undefined;
    return isOther
      ? { ...placed, refused: 'Its geometry is no point; only points are incidents.' }
      : placed;
  }

  isWithin(cells: readonly Cell[], area: Area): boolean {
    const [lon, lat] = this.#lonLat.map((index) => cells[index]);
    if (typeof lon !== 'number' || typeof lat !== 'number') return false;
    return area.holds(lon, lat);
  }
}

function pointOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null || !('type' in value)) return [];
  if (value.type !== 'Point' || !('coordinates' in value)) return [];
  return Array.isArray(value.coordinates) ? value.coordinates : [];
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : '';
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (value instanceof Date) return dayOrTime(value);
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  return typeof value === 'object'
    ? JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part))
    : String(value);
}

/** A day alone where the time is midnight. */
function dayOrTime(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, -14) : iso;
}

/** Whatever the reader of Parquet finds wrong, in a sentence that begins with the file's name. */
async function soundly<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new Unreadable(
      /PAR1/.test(why)
        ? 'is no Parquet file, or was cut short: it does not end as one.'
        : `is no sound Parquet file (${why}).`,
      { cause: error }
    );
  }
}

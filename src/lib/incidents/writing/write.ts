import { csvLine } from '../../formats/csv';
import { isOnMap } from '../mercator';
import type { LocatedTable } from '../table';
import type { OutColumn } from './columns';
import { writeXlsx } from './xlsx';

export const EXPORT_FORMATS = ['csv', 'geojson', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const MEDIA_TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv',
  geojson: 'application/geo+json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

/** What is written: some rows of a table, in the order in which they stand there. */
export interface Outgoing {
  table: LocatedTable;
  columns: readonly OutColumn[];
  rows: Uint32Array;
}

/** A piece of the file, and the share of the rows that is written with it. */
export interface Piece {
  bytes: Uint8Array<ArrayBuffer>;
  share: number;
}

/** Rows between two pieces: few enough that a worker answers in between. */
const ROWS_A_PIECE = 500;
const encoder = new TextEncoder();

/**
 * A table as a file, piece by piece. Throws a RangeError with a sentence for the reader where the
 * format does not hold so much.
 */
export function write(format: ExportFormat, outgoing: Outgoing): Generator<Piece> {
  if (format === 'csv') return pieces(csvTexts(outgoing));
  if (format === 'geojson') return pieces(geojsonTexts(outgoing));
  return writeXlsx(outgoing, ROWS_A_PIECE);
}

type TextPiece = [text: string, share: number];

function* pieces(texts: Iterable<TextPiece>): Generator<Piece> {
  for (const [text, share] of texts) yield { bytes: encoder.encode(text), share };
}

/** With a byte order mark, by which Excel knows UTF-8, and texts like formulas made harmless. */
function* csvTexts({ columns, rows }: Outgoing): Generator<TextPiece> {
  yield [`\uFEFF${csvLine(columns.map(({ header }) => header))}\r\n`, 0];
  for (let i = 0; i < rows.length; i += ROWS_A_PIECE) {
    let text = '';
    for (const row of rows.subarray(i, i + ROWS_A_PIECE)) {
      text += `${csvLine(columns.map(({ cell }) => cell(row)))}\r\n`;
    }
    yield [text, Math.min(1, (i + ROWS_A_PIECE) / rows.length)];
  }
}

/** A FeatureCollection (RFC 7946); an incident that is not placed has no geometry. */
function* geojsonTexts({ table, columns, rows }: Outgoing): Generator<TextPiece> {
  const keys = columns.map(({ header }) => `${JSON.stringify(header)}:`);
  yield ['{"type":"FeatureCollection","features":[', 0];
  for (let i = 0; i < rows.length; i += ROWS_A_PIECE) {
    let text = '';
    rows.subarray(i, i + ROWS_A_PIECE).forEach((row, k) => {
      const properties = columns.map(({ cell }, c) => keys[c] + JSON.stringify(cell(row)));
      const geometry = isOnMap(table, row)
        ? `{"type":"Point","coordinates":[${table.lonLat[2 * row]},${table.lonLat[2 * row + 1]}]}`
        : 'null';
      const comma = i + k > 0 ? ',' : '';
      text += `${comma}\n{"type":"Feature","geometry":${geometry},"properties":{${properties.join(',')}}}`;
    });
    yield [text, Math.min(1, (i + ROWS_A_PIECE) / rows.length)];
  }
  yield ['\n]}\n', 1];
}

import { toCsv } from '../../formats/csv';
import type { ImportReport } from '../report';

/**
 * The refused rows as CSV for a spreadsheet: their row in the file, why, and their cells under the
 * file's header, to be mended and brought again. Formulas in them are harmless (see `toCsv`).
 */
export function refusedCsv({ refused }: ImportReport, header: readonly string[]): string {
  const width = refused.reduce((most, { cells }) => Math.max(most, cells.length), header.length);
  const columns = Array.from({ length: width }, (_, i) => ({
    header: header[i] ?? `Cell ${i + 1}`,
    value: (row: ImportReport['refused'][number]) => row.cells[i] ?? ''
  }));
  return toCsv(
    [
      { header: 'file row', value: ({ fileRow }) => fileRow },
      { header: 'why refused', value: ({ why }) => why },
      ...columns
    ],
    refused,
    { bom: true }
  );
}

import type { Mapping } from '../mapping';
import type { ImportReport } from '../report';
import type { IncidentTable } from '../table';
import type { Sheet } from './sheet';
import { suspectsOf } from './suspects';
import { TableBuilder } from './table-builder';

export interface ImportOptions {
  /** What counts as the future, in `odd-date`. */
  now: Date;
}

export interface Imported {
  table: IncidentTable;
  report: ImportReport;
}

/** How far an import has come. */
export interface ImportStep {
  rows: number;
  /** From 0 to 1; 0 while the size of the file is not known. */
  share: number;
}

/**
 * Reads a sheet into a table under a mapping, in steps, batch by batch; ended early, it lets the
 * file go. All rows are in the report: imported, refused with why, and what was mended. What is
 * suspected is only pointed out (see `decide`). Throws an Unreadable where the file turns out
 * unsound or has more than 3,000,000 rows. Memory: some 45 bytes a row, and its columns (see
 * `ColumnBuilder`), all of it up to twice while it grows.
 */
export async function* importSheet(
  sheet: Sheet,
  mapping: Mapping,
  { now }: ImportOptions
): AsyncGenerator<ImportStep, Imported> {
  const builder = new TableBuilder(sheet, mapping);
  for await (const batch of sheet.batches()) {
    for (const row of batch) builder.add(row);
    yield { rows: builder.read, share: sheet.share() };
  }
  const { table, report } = builder.finish();
  return { table, report: { ...report, suspects: suspectsOf(table, now) } };
}

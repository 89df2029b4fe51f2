import { toCsv, type CsvColumn } from '../../formats/csv';
import { widthColumns } from '../../zones/width-columns';
import type { WidthRow } from '../../zones/width-profile';
import type { WidthsAt } from '../../zones/zone';
import type { MeasuredWidths } from '../charts/width-rows';

/** A profile's rows for a chart: the widths as stations have them, null where they cannot be told. */
export function measuredWidths(rows: readonly WidthRow[]): MeasuredWidths[] {
  return rows.map(({ chainageKm, afghanStation, pakistanStation }) => ({
    chainageKm,
    afghanKm: afghanStation?.km ?? null,
    pakistanKm: pakistanStation?.km ?? null
  }));
}

export function measuredCsv(rows: readonly WidthRow[]): string {
  return toCsv(widthColumns, rows);
}

const editedColumns: CsvColumn<WidthsAt>[] = (
  ['chainageKm', 'afghanKm', 'pakistanKm'] as const
).map((header) => ({ header, value: (point) => point[header] }));

/** The points that a reader set, as CSV in km. */
export function editedCsv(points: readonly WidthsAt[]): string {
  return toCsv(editedColumns, points);
}

/** A name for a file, of what any file system takes: letters, digits and hyphens. */
export function fileNameFor(what: string, name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return plain ? `${what}-${plain}` : what;
}

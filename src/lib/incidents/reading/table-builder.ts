import { Unreadable } from '../../formats/unreadable';
import type { Mapping } from '../mapping';
import { MOST_REFUSED, type ImportReport } from '../report';
import { PRECISIONS, type IncidentTable } from '../table';
import { ColumnBuilder, owned } from './columns';
import { grown } from './growing';
import { MOST_ROWS } from './limits';
import { Refused, RowReader, type Reading } from './row-reader';
import type { Row, Sheet } from './sheet';
import { numberStyleOf, type NumberStyle } from './values/numbers';

const SHORT = 'Cells that were missing at the end of a row were left blank';

/** Gathers the rows of a sheet as a table, and what became of each. */
export class TableBuilder {
  /** Rows that were given, whatever became of them. */
  read = 0;
  #rows = 0;
  readonly #style: NumberStyle;
  readonly #reader: RowReader;
  readonly #columns: ColumnBuilder[] = [];
  readonly #refused: ImportReport['refused'] = [];
  #refusedCount = 0;
  #lonLat = new Float64Array(0);
  #radiusKm = new Float32Array(0);
  #precision = new Uint8Array(0);
  #firstDay = new Int32Array(0);
  #lastDay = new Int32Array(0);
  #lasted = new Uint8Array(0);
  #deaths = new Float32Array(0);
  #fileRow = new Uint32Array(0);

  constructor(
    private readonly sheet: Sheet,
    private readonly mapping: Mapping
  ) {
    this.#style = numberStyleOf(sheet.sample.flatMap(({ cells }) => cells));
    this.#reader = new RowReader(mapping, this.#style);
  }

  add(row: Row): void {
    this.read++;
    if (this.read > MOST_ROWS) throw tooManyRows();
    const unfit = row.refused ?? this.#unfit(row);
    if (unfit !== null) {
      this.#refuse(row, unfit);
      return;
    }
    const missing = this.sheet.header.length - row.cells.length;
    for (let i = 0; i < missing; i++) row.cells.push('');
    const reading = this.#reader.read(row.cells);
    if (reading instanceof Refused) {
      this.#refuse(row, reading.why);
      return;
    }
    if (missing > 0 && !this.sheet.isRagged) this.sheet.mended.add(SHORT, row.fileRow);
    for (const how of reading.mended) this.sheet.mended.add(how, row.fileRow);
    this.#keep(row, reading);
  }

  finish(): { table: IncidentTable; report: ImportReport } {
    this.#columnsFor(this.sheet.header.length);
    const rows = this.#rows;
    const { deaths, roles } = this.mapping;
    const columns = this.#columns.splice(0).map((builder) => builder.finish());
    const table: IncidentTable = {
      rows,
      lonLat: this.#lonLat.slice(0, 2 * rows),
      radiusKm: this.#radiusKm.slice(0, rows),
      precision: this.#precision.slice(0, rows),
      firstDay: this.#firstDay.slice(0, rows),
      lastDay: this.#lastDay.slice(0, rows),
      lasted: this.#lasted.slice(0, rows),
      deaths: deaths
        ? { best: this.#counts(0), low: this.#counts(1), high: this.#counts(2) }
        : null,
      fileRow: this.#fileRow.slice(0, rows),
      columns,
      roles: { ...roles }
    };
    const report: ImportReport = {
      read: this.read,
      imported: rows,
      dropped: [],
      repaired: this.sheet.mended.list(),
      refused: this.#refused,
      refusedCount: this.#refusedCount,
      suspects: [],
      notes: this.sheet.notes()
    };
    return { table, report };
  }

  #counts(which: number): Float32Array {
    return Float32Array.from({ length: this.#rows }, (_, row) => this.#deaths[3 * row + which]);
  }

  /** Why a row does not fit the header; null if it does, without blank cells beyond it. */
  #unfit(row: Row): string | null {
    const width = this.sheet.header.length;
    while (row.cells.length > width && String(row.cells[row.cells.length - 1]).trim() === '') {
      row.cells.pop();
    }
    if (row.cells.length <= width) return null;
    return (
      `It has ${row.cells.length} cells, the header ${width}: a cell that holds the delimiter or a ` +
      'quotation mark may not be quoted.'
    );
  }

  #refuse(row: Row, why: string): void {
    this.#refusedCount++;
    if (this.#refused.length >= MOST_REFUSED) return;
    const cells = row.cells.map((cell) => owned(String(cell)));
    this.#refused.push({ fileRow: row.fileRow, why, cells });
  }

  #columnsFor(width: number): void {
    while (this.#columns.length < width) {
      const column = new ColumnBuilder(
        this.sheet.header[this.#columns.length],
        this.#style,
        this.sheet.mended
      );
      for (let row = 0; row < this.#rows; row++) column.add('', 0);
      this.#columns.push(column);
    }
  }

  #keep(row: Row, reading: Reading): void {
    this.#columnsFor(row.cells.length);
    const at = this.#rows;
    this.#grow(at + 1);
    this.#columns.forEach((column, i) => column.add(row.cells[i], row.fileRow));
    this.#lonLat[2 * at] = reading.lon;
    this.#lonLat[2 * at + 1] = reading.lat;
    this.#radiusKm[at] = reading.known.radiusKm;
    this.#precision[at] = PRECISIONS.indexOf(reading.known.precision);
    this.#firstDay[at] = reading.firstDay;
    this.#lastDay[at] = reading.lastDay;
    this.#lasted[at] = reading.lasted ? 1 : 0;
    this.#deaths.set(reading.deaths, 3 * at);
    this.#fileRow[at] = row.fileRow;
    this.#rows++;
  }

  #grow(rows: number): void {
    this.#lonLat = grown(this.#lonLat, 2 * rows);
    this.#radiusKm = grown(this.#radiusKm, rows);
    this.#precision = grown(this.#precision, rows);
    this.#firstDay = grown(this.#firstDay, rows);
    this.#lastDay = grown(this.#lastDay, rows);
    this.#lasted = grown(this.#lasted, rows);
    this.#deaths = grown(this.#deaths, 3 * rows);
    this.#fileRow = grown(this.#fileRow, rows);
  }
}

function tooManyRows(): Unreadable {
  return new Unreadable(
    `has more than ${MOST_ROWS.toLocaleString('en')} rows: part it by years or provinces, or make ` +
      'it GeoParquet, which is read piece by piece.'
  );
}

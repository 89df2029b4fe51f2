import { Unreadable } from '../../formats/unreadable';
import type { Mapping } from '../mapping';
import { columnName } from './header';
import { MOST_COLUMNS } from './limits';
import type { Cell, Row } from './sheet';

/** Lays records out in columns: each name is one, in the order in which they are met. */
export class RecordTable {
  readonly header: string[] = [];
  readonly known: Partial<Mapping> = {};
  readonly #columns = new Map<string, number>();
  #fileRow = 0;

  /** `isGeo`: each record has a geometry, whose longitude and latitude are the first two columns. */
  constructor(readonly isGeo: boolean) {
    if (!isGeo) return;
    this.header.push('geometry longitude', 'geometry latitude');
    this.known.position = { as: 'lon-lat', lon: 0, lat: 1 };
  }

  /** A record as a row, counted from 1; of fields of one name the last counts. */
  row(
    fields: Iterable<readonly [name: string, cell: Cell]>,
    point: readonly [lon: Cell, lat: Cell] | null,
    refused: string | null
  ): Row {
    this.#fileRow++;
    const cells: Cell[] = this.isGeo ? [...(point ?? ['', ''])] : [];
    for (const [name, cell] of fields) {
      const column = this.#columns.get(name) ?? this.#newColumn(name);
      while (cells.length < column) cells.push('');
      cells[column] = cell;
    }
    const row: Row = { fileRow: this.#fileRow, cells };
    return refused === null ? row : { ...row, refused };
  }

  #newColumn(name: string): number {
    const column = this.header.length;
    if (column >= MOST_COLUMNS) {
      throw new Unreadable(
        `has more than ${MOST_COLUMNS.toLocaleString('en')} kinds of properties.`
      );
    }
    this.header.push(columnName(name, column));
    this.#columns.set(name, column);
    return column;
  }
}

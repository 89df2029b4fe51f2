import type { Filter } from '../../incidents/filter';
import { mercatorOf } from '../../incidents/mercator';
import { orderOf, type Order } from '../../incidents/ordering';
import { classesOf, type Classes, type ClassesBy } from '../../incidents/painting';
import type { Decisions } from '../../incidents/reading/decide';
import type { Imported } from '../../incidents/reading/import-sheet';
import { Selection, type ZoneRows } from '../../incidents/selection';
import type { Mapping } from '../../incidents/mapping';
import type { Located, LocatedTable } from '../../incidents/table';

/** What stays with a table whatever is decided on its suspects. */
export interface TableOrigin {
  id: string;
  name: string;
  format: string;
  /** The columns' names in the file. */
  header: string[];
  mapping: Mapping;
}

/** A table at work: its rows as decided on and located, and what has been made of them. */
export class HeldTable {
  readonly origin: TableOrigin;
  /** As it was imported, before anything was decided. */
  readonly imported: Imported;
  readonly decisions: Decisions;
  readonly report: Imported['report'];
  readonly table: LocatedTable;
  readonly selection: Selection;
  /** Of the ground that it was located on. */
  readonly groundKey: string;
  readonly #orders = new Map<Order, Uint32Array>();
  readonly #classes = new Map<string, Classes>();
  #mercator: Float64Array | null = null;

  constructor(
    origin: TableOrigin,
    imported: Imported,
    decisions: Decisions,
    decided: Imported,
    located: Located,
    groundKey: string,
    zones: (table: LocatedTable) => ZoneRows
  ) {
    this.origin = origin;
    this.imported = imported;
    this.decisions = decisions;
    this.report = decided.report;
    this.table = { ...decided.table, located };
    this.groundKey = groundKey;
    this.selection = new Selection(this.table, zones(this.table));
  }

  /** Takes up the filter of the table that this one stands for; rows have other numbers now. */
  resume(filter: Filter): void {
    this.selection.set(filter.filter(({ by }) => by !== 'rows'));
  }

  get mercator(): Float64Array {
    return (this.#mercator ??= mercatorOf(this.table));
  }

  order(by: Order): Uint32Array {
    let order = this.#orders.get(by);
    if (!order) this.#orders.set(by, (order = orderOf(this.table, by)));
    return order;
  }

  classes(by: ClassesBy): Classes {
    const key = JSON.stringify(by);
    let classes = this.#classes.get(key);
    if (!classes) this.#classes.set(key, (classes = classesOf(this.table, by)));
    return classes;
  }

  /** Whether each row passes the filter: 1 or 0. */
  passes(): Uint8Array {
    const flags = new Uint8Array(this.table.rows);
    for (const row of this.selection.chosen().rows) flags[row] = 1;
    return flags;
  }
}

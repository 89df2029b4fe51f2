import { locate } from '../../incidents/locating';
import { decide, type Decisions } from '../../incidents/reading/decide';
import type { Imported } from '../../incidents/reading/import-sheet';
import type { Located } from '../../incidents/table';
import { factsOf } from './facts';
import type { Ground } from './ground';
import { HeldTable, type TableOrigin } from './held-table';
import { Pauses } from './pauses';
import type { TableFacts } from './protocol';
import { numberOf, whyNotKept, type KeptMeta, type KeptStations, type Shelf } from './shelf';
import type { TableZones, ZoneLookup } from './zone-lookup';

/** The tables of a visit: those at work, and those that are kept and not yet asked for. */
export class Tables {
  readonly #shelf: Shelf;
  readonly #zones: ZoneLookup;
  readonly #held = new Map<string, HeldTable>();
  readonly #tableZones = new WeakMap<HeldTable, TableZones>();
  readonly #kept = new Map<string, KeptMeta>();
  /** The imports whose rows are kept, by table: one that was merged into since is another. */
  readonly #keptRows = new Map<string, Imported>();
  /** Tables that are being read from the store. */
  readonly #coming = new Map<string, Promise<HeldTable>>();
  #ground: Ground | null = null;
  #last = 0;

  constructor(shelf: Shelf, zones: ZoneLookup) {
    this.#shelf = shelf;
    this.#zones = zones;
  }

  setGround(ground: Ground): void {
    this.#ground = ground;
  }

  get ground(): Ground {
    if (!this.#ground) throw new Error('The line has not been given to the incidents yet.');
    return this.#ground;
  }

  newId(): string {
    return `table:${++this.#last}`;
  }

  /** Makes an import a table at work: decides, locates. Throws a Cancelled if that was called off. */
  async hold(
    origin: TableOrigin,
    imported: Imported,
    decisions: Decisions,
    pauses: Pauses,
    known?: KeptStations | null
  ): Promise<HeldTable> {
    const { ground } = this;
    const decided = decide(imported, decisions);
    const isKnown =
      known?.groundKey === ground.key && known.chainageKm.length === decided.table.rows;
    const located: Located = isKnown
      ? known
      : await pauses.run(
          locate(decided.table, ground.border, ground.territories),
          'locating',
          decided.table.rows
        );
    const before = this.#held.get(origin.id);
    const held = new HeldTable(origin, imported, decisions, decided, located, ground.key, (table) =>
      this.#zones.of(table)
    );
    this.#tableZones.set(held, this.#zones.of(held.table));
    this.#held.set(origin.id, held);
    if (before) held.resume(before.selection.filter);
    return held;
  }

  /** Keeps a table with its rows; where the browser refuses, its facts say why. */
  async keep(held: HeldTable): Promise<TableFacts> {
    const meta = (keptBytes: number): KeptMeta => metaOf(held, keptBytes, null);
    try {
      const bytes = await this.#shelf.keep(meta, held.imported.table, stationsOf(held));
      this.#kept.set(held.origin.id, meta(bytes));
      this.#keptRows.set(held.origin.id, held.imported);
      return meta(bytes).facts;
    } catch (error) {
      return this.#notKept(held, error);
    }
  }

  /** Keeps what has changed of a table whose rows are kept; else keeps it with its rows. */
  async amend(held: HeldTable): Promise<TableFacts> {
    const kept = this.#kept.get(held.origin.id);
    if (!kept || this.#keptRows.get(held.origin.id) !== held.imported) return this.keep(held);
    const meta = metaOf(held, kept.facts.keptBytes, null);
    try {
      await this.#shelf.amend(meta, stationsOf(held));
      this.#kept.set(held.origin.id, meta);
      return meta.facts;
    } catch (error) {
      return this.#notKept(held, error);
    }
  }

  /** What was kept before stays as it was. */
  #notKept(held: HeldTable, error: unknown): TableFacts {
    const keptBytes = this.#kept.get(held.origin.id)?.facts.keptBytes ?? 0;
    return metaOf(held, keptBytes, whyNotKept(error)).facts;
  }

  /** The table at work with this id, read from the store if need be, on the ground as it is. */
  async get(id: string): Promise<HeldTable> {
    const held = this.#held.get(id);
    if (held && held.groundKey === this.ground.key) return held;
    let coming = this.#coming.get(id);
    if (!coming) {
      coming = this.#fetch(id, held).finally(() => this.#coming.delete(id));
      this.#coming.set(id, coming);
    }
    return coming;
  }

  zonesOf(held: HeldTable): TableZones {
    return this.#tableZones.get(held) ?? this.#zones.of(held.table);
  }

  async #fetch(id: string, held: HeldTable | undefined): Promise<HeldTable> {
    const quietly = new Pauses(
      () => undefined,
      () => false
    );
    if (held) return this.hold(held.origin, held.imported, held.decisions, quietly);
    const meta = this.#kept.get(id);
    if (!meta) throw new Error('This table has been deleted.');
    const { facts, header, mapping, decisions, report } = meta;
    const origin = { id, name: facts.name, format: facts.format, header, mapping };
    try {
      const { table, stations } = await this.#shelf.rows(id);
      const imported = { table, report };
      this.#keptRows.set(id, imported);
      return await this.hold(origin, imported, decisions, quietly, stations);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(
        `“${facts.name}” could not be read from this browser’s storage (${why}): delete it and import the file again.`,
        { cause: error }
      );
    }
  }

  /** The tables that are kept, with sentences for the reader on what cannot be brought back. */
  async restore(): Promise<{ tables: TableFacts[]; problems: string[] }> {
    try {
      const { kept, unread } = await this.#shelf.list();
      for (const meta of kept) {
        this.#kept.set(meta.facts.id, meta);
        this.#last = Math.max(this.#last, numberOf(meta) || 0);
      }
      const problems =
        unread === 0
          ? []
          : [
              `Of the kept tables ${unread} could not be read: another version of this page kept them.`
            ];
      return { tables: kept.map(({ facts }) => facts), problems };
    } catch {
      return { tables: [], problems: ['This browser does not let the page read kept tables.'] };
    }
  }

  async rename(id: string, name: string): Promise<TableFacts> {
    const held = await this.get(id);
    held.origin.name = name;
    return this.amend(held);
  }

  async remove(id: string): Promise<void> {
    const wasKept = this.#kept.has(id);
    if (wasKept) await this.#shelf.remove(id);
    for (const map of [this.#kept, this.#keptRows, this.#held]) map.delete(id);
  }
}

function metaOf(held: HeldTable, keptBytes: number, keptProblem: string | null): KeptMeta {
  const { origin, decisions, imported } = held;
  return {
    version: 1,
    facts: { ...factsOf(held), keptBytes, keptProblem },
    header: origin.header,
    mapping: origin.mapping,
    decisions,
    report: imported.report
  };
}

const stationsOf = ({ table, groundKey }: HeldTable): KeptStations => ({
  ...table.located,
  groundKey
});

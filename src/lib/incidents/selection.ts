import { maskFor } from './condition-masks';
import type { Condition, Filter } from './filter';
import { chosenBy, type Chosen, type Mask } from './mask';
import type { LocatedTable } from './table';
import { TextSearch } from './text-search';

/** So many masks are kept beside those of the filter, for brushes that come back. */
const MASKS_KEPT = 16;

/** What is asked of the zones that conditions name. */
export interface ZoneRows {
  /** What the zone of a proposal is at present, so that an edited one is asked for anew. */
  key(proposal: string): string;
  /** 1 for each row that lies in it. Throws an Error in words for a proposal that is not there. */
  inZone(proposal: string): Uint8Array;
}

/**
 * The rows of a table under a filter. Each condition's rows are found once and kept, so that a brush
 * that moves costs one condition and one pass over the rows.
 */
export class Selection {
  readonly #table: LocatedTable;
  readonly #zones: ZoneRows;
  readonly #search: TextSearch;
  readonly #masks = new Map<string, Mask>();
  readonly #chosen = new Map<string, Chosen>();
  #filter: Filter = [];

  constructor(table: LocatedTable, zones: ZoneRows) {
    this.#table = table;
    this.#zones = zones;
    this.#search = new TextSearch(table);
  }

  get filter(): Filter {
    return this.#filter;
  }

  /** Takes a filter; gives how many rows pass, and how many each condition alone would leave. */
  set(filter: Filter): { rows: number; alone: number[] } {
    const alone = filter.map((condition) => this.#maskOf(condition).count);
    this.#filter = filter;
    return { rows: this.chosen().rows.length, alone };
  }

  /** The rows that pass the filter and these conditions too. */
  chosen(also: Filter = []): Chosen {
    return this.under([...this.#filter, ...also]);
  }

  /** The rows that pass the filter without the conditions that are named, and `also`. */
  chosenWithout(isLeftOut: (condition: Condition) => boolean, also: Filter = []): Chosen {
    return this.under([...this.#filter.filter((one) => !isLeftOut(one)), ...also]);
  }

  /** The rows that pass all of these conditions. */
  under(conditions: Filter): Chosen {
    const key = conditions
      .map((condition) => this.#keyOf(condition))
      .sort()
      .join('\n');
    let chosen = this.#chosen.get(key);
    if (!chosen) {
      const masks = conditions.map((condition) => this.#maskOf(condition));
      chosen = chosenBy(masks, this.#table.rows);
    }
    keepLatest(this.#chosen, key, chosen, 4);
    return chosen;
  }

  #maskOf(condition: Condition): Mask {
    const key = this.#keyOf(condition);
    const mask =
      this.#masks.get(key) ??
      maskFor(condition, {
        table: this.#table,
        search: this.#search,
        inZone: (proposal) => this.#zones.inZone(proposal)
      });
    keepLatest(this.#masks, key, mask, MASKS_KEPT + this.#filter.length);
    return mask;
  }

  #keyOf(condition: Condition): string {
    if (condition.by === 'zone') return `zone ${this.#zones.key(condition.proposal)}`;
    if (condition.by === 'rows') return `rows ${hashOf(condition.rows)}`;
    return JSON.stringify(condition);
  }
}

/** The one used last is the last to go. */
function keepLatest<T>(kept: Map<string, T>, key: string, value: T, most: number): void {
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}

/** Tells sets of rows apart: their number and two hashes (FNV-1a with two starts). */
function hashOf(rows: Uint32Array): string {
  let [a, b] = [0x811c9dc5, 0x9747b28c];
  for (const row of rows) {
    a = Math.imul(a ^ row, 0x01000193);
    b = Math.imul(b ^ (row + 0x9e3779b9), 0x85ebca6b);
  }
  return `${rows.length} ${a} ${b}`;
}

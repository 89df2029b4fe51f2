import { createStore, delMany, getMany, keys, setMany, type UseStore } from 'idb-keyval';
import type { Mapping } from '../../incidents/mapping';
import type { Decisions } from '../../incidents/reading/decide';
import type { ImportReport } from '../../incidents/report';
import { packTable, unpackTable } from '../../incidents/table-file';
import type { IncidentTable, Located } from '../../incidents/table';
import type { TableFacts } from './protocol';

/** All of a kept table but its rows: what the list needs, and what was decided. */
export interface KeptMeta {
  version: 1;
  facts: TableFacts;
  header: string[];
  mapping: Mapping;
  decisions: Decisions;
  /** As it was imported, before anything was decided. */
  report: ImportReport;
}

/** Stations of the rows as they are decided on, with the ground that they stand on. */
export interface KeptStations extends Located {
  groundKey: string;
}

/** A store of keys and values in which several are set in one go, all or none. */
export interface KeyValues {
  keys(): Promise<string[]>;
  getMany(keys: string[]): Promise<unknown[]>;
  setMany(entries: [string, unknown][]): Promise<void>;
  delMany(keys: string[]): Promise<void>;
}

/** The browser's own: IndexedDB. Each call may be refused, in private windows or on a full disk. */
export function browserKeyValues(): KeyValues {
  let store: UseStore | null = null;
  const open = () => (store ??= createStore('durand-incidents', 'tables'));
  return {
    keys: async () => (await keys(open())).map(String),
    getMany: async (wanted) => getMany(wanted, open()),
    setMany: async (entries) => setMany(entries, open()),
    delMany: async (unwanted) => delMany(unwanted, open())
  };
}

const PARTS = ['meta', 'rows', 'stations'] as const;
const keyOf = (id: string, part: (typeof PARTS)[number]) => `${id}/${part}`;

/**
 * Keeps tables: what a list needs apart from the rows, so that the list comes at once. A table is
 * kept whole or, if that fails, as it was kept before.
 */
export class Shelf {
  readonly #store: KeyValues;

  constructor(store: KeyValues) {
    this.#store = store;
  }

  /** What is kept, the oldest first, and how many entries could not be read. */
  async list(): Promise<{ kept: KeptMeta[]; unread: number }> {
    const metas = (await this.#store.keys()).filter((key) => key.endsWith('/meta'));
    const values = await this.#store.getMany(metas);
    const kept = values.filter(isMeta).sort((a, b) => numberOf(a) - numberOf(b));
    return { kept, unread: values.length - kept.length };
  }

  /** Keeps a table; gives its bytes. Rejects where the browser refuses. */
  async keep(
    meta: (bytes: number) => KeptMeta,
    table: IncidentTable,
    stations: KeptStations
  ): Promise<number> {
    const rows = new Blob(packTable(table));
    const bytes = rows.size + bytesOf(stations);
    const { facts } = meta(bytes);
    await this.#store.setMany([
      [keyOf(facts.id, 'rows'), rows],
      [keyOf(facts.id, 'stations'), stations],
      [keyOf(facts.id, 'meta'), meta(bytes)]
    ]);
    return bytes;
  }

  /** Keeps what has changed of a table whose rows are kept already. */
  async amend(meta: KeptMeta, stations?: KeptStations): Promise<void> {
    await this.#store.setMany([
      [keyOf(meta.facts.id, 'meta'), meta],
      ...(stations ? [[keyOf(meta.facts.id, 'stations'), stations] as [string, unknown]] : [])
    ]);
  }

  /** The rows of a kept table, and its stations if they can be read. */
  async rows(id: string): Promise<{ table: IncidentTable; stations: KeptStations | null }> {
    const wanted = [keyOf(id, 'rows'), keyOf(id, 'stations')];
    const [rows, stations] = await this.#store.getMany(wanted);
    if (!(rows instanceof Blob)) throw new Error('its rows are gone');
    return {
      table: unpackTable(await rows.arrayBuffer()),
      stations: isStations(stations) ? stations : null
    };
  }

  async remove(id: string): Promise<void> {
    await this.#store.delMany(PARTS.map((part) => keyOf(id, part)));
  }
}

/** The part of a table's id that counts up. */
export const numberOf = ({ facts }: Pick<KeptMeta, 'facts'>) => Number(facts.id.split(':')[1]);

/** Why a browser refused to keep a table, in a sentence for the reader. */
export function whyNotKept(error: unknown): string {
  const isFull = error instanceof Error && error.name === 'QuotaExceededError';
  return isFull
    ? 'This browser’s storage is full: the table stays for this visit only. Delete another table, or free some space, and it can be kept.'
    : 'This browser does not let the page store tables: they stay for this visit only.';
}

const bytesOf = ({ chainageKm, offsetKm, territory }: Located) =>
  chainageKm.byteLength + offsetKm.byteLength + territory.byteLength;

/** Only what the app itself kept stands here; of another version of the app it may be otherwise. */
function isMeta(value: unknown): value is KeptMeta {
  if (typeof value !== 'object' || value === null) return false;
  const { version, facts, report } = value as Partial<KeptMeta>;
  return version === 1 && typeof facts?.id === 'string' && Array.isArray(report?.suspects);
}

function isStations(value: unknown): value is KeptStations {
  if (typeof value !== 'object' || value === null) return false;
  const { groundKey, chainageKm, offsetKm, territory } = value as Partial<KeptStations>;
  return (
    typeof groundKey === 'string' &&
    chainageKm instanceof Float32Array &&
    offsetKm instanceof Float32Array &&
    territory instanceof Uint16Array
  );
}

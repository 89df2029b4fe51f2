import { createStore, del, entries, set, type UseStore } from 'idb-keyval';

/** A text that the reader added: its file, which is checked anew whenever it is read. */
export interface KeptText {
  fileName: string;
  json: string;
}

function isKeptText(value: unknown): value is KeptText {
  if (typeof value !== 'object' || value === null) return false;
  const { fileName, json } = value as Partial<Record<keyof KeptText, unknown>>;
  return typeof fileName === 'string' && typeof json === 'string';
}

/**
 * Where added texts are kept, by their ids: in IndexedDB, in a database of their own. Every call may
 * be refused, in private windows or when the disk is full.
 */
export class TextShelf {
  #store: UseStore | null = null;

  async read(): Promise<{ id: string; kept: KeptText }[]> {
    const all = await entries<string, unknown>(this.#open());
    return all.flatMap(([id, kept]) => (isKeptText(kept) ? [{ id, kept }] : []));
  }

  async keep(id: string, text: KeptText): Promise<void> {
    await set(id, text, this.#open());
  }

  async remove(id: string): Promise<void> {
    await del(id, this.#open());
  }

  /** Where the browser denies the store, even opening it throws. */
  #open(): UseStore {
    return (this.#store ??= createStore('durand-texts', 'texts'));
  }
}

import { proxy } from 'comlink';
import { latest } from '../../engine/latest';
import type { Look, Preview, Progress, TableFacts } from '../../engine/incidents/protocol';
import type { Mapping, Recognised } from '../../incidents/mapping';
import { keepMapping, keptMapping } from '../../project/incidents';
import type { Session } from '../session.svelte';

/** A file on its way in. */
export type Arrival = { key: number; fileName: string } & (
  | { at: 'looking' }
  | { at: 'looked'; look: Look; mapping: Mapping; into: string | null; isKept: boolean }
  | { at: 'importing'; look: Look; progress: Progress | null }
  | { at: 'done'; tableId: string }
  | { at: 'refused'; problem: string }
);

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const FILE_NAME = 'Pasted text';

/**
 * Files on their way to becoming tables: looked at, shown to the reader with what was recognised,
 * and imported one after another. Each stands in `list` until the reader has seen what became of it.
 */
export class Importing {
  list = $state.raw<Arrival[]>([]);
  /** The arrival whose columns are being told apart in the dialog. */
  mapped = $state<number | null>(null);
  /** How the first rows read under the mapping at hand. */
  preview = $state.raw<Preview | null>(null);

  readonly #session: Session;
  readonly #ask: (asked: { lookId: string; mapping: Mapping }) => void;
  #count = 0;
  #turn: Promise<void> = Promise.resolve();

  constructor(session: Session) {
    this.#session = session;
    this.#ask = latest(
      async ({ lookId, mapping }) => (await this.#engine()).preview(lookId, mapping),
      (preview) => (this.preview = preview),
      (error) => (session.incidents.problem = words(error))
    );
  }

  #engine() {
    return this.#session.incidents.ready();
  }

  /** The arrival in the dialog, or null. */
  atHand = $derived.by(() => {
    const found = this.list.find(({ key }) => key === this.mapped);
    return found?.at === 'looked' ? found : null;
  });

  addText(text: string): void {
    this.addFiles([new File([text], FILE_NAME, { type: 'text/plain' })]);
  }

  addFiles(files: Iterable<File>): void {
    for (const file of files) {
      const key = ++this.#count;
      this.list = [...this.list, { key, fileName: file.name, at: 'looking' }];
      void this.#look(key, file);
    }
  }

  async #look(key: number, file: File): Promise<void> {
    try {
      const view = this.#session.rest?.bounds ?? null;
      const look = await (await this.#engine()).look(file, view);
      const kept = keptMapping(this.#session.project.current.incidents, look.header);
      const mapping = kept ? $state.snapshot(kept) : look.recognised.mapping;
      const arrival = { key, fileName: file.name, look, into: null, isKept: kept !== null };
      this.#put({ ...arrival, at: 'looked', mapping });
      const known = kept !== null || look.recognised.profile !== null;
      if (!known && this.mapped === null) this.map(key);
    } catch (error) {
      this.#put({ key, fileName: file.name, at: 'refused', problem: words(error) });
    }
  }

  #put(arrival: Arrival): void {
    this.list = this.list.map((one) => (one.key === arrival.key ? arrival : one));
  }

  /** Opens the dialog in which the columns are told apart. */
  map(key: number): void {
    this.preview = null;
    this.mapped = key;
    if (this.atHand) this.setMapping(this.atHand.mapping);
  }

  setMapping(mapping: Mapping): void {
    const { atHand } = this;
    if (!atHand) return;
    this.#put({ ...atHand, mapping });
    this.#ask({ lookId: atHand.look.lookId, mapping });
  }

  /** Into a table that is there already, or null for one of its own. */
  setInto(key: number, into: string | null): void {
    const found = this.list.find((one) => one.key === key);
    if (found?.at === 'looked') this.#put({ ...found, into });
  }

  /** The tables that a file's rows can be merged into: those of the same columns. */
  kindred({ header }: Look): TableFacts[] {
    return this.#session.incidents.tables.filter(
      ({ columns }) =>
        columns.length === header.length && columns.every(({ name }, i) => name === header[i])
    );
  }

  /** Keeps the mapping at hand for files with the same columns, or forgets it. */
  keep(keeps: boolean): void {
    const { atHand } = this;
    if (!atHand) return;
    const { header } = atHand.look;
    keepMapping(this.#session.project.current.incidents, header, keeps ? atHand.mapping : null);
    this.#put({ ...atHand, isKept: keeps });
  }

  /** Imports what was looked at, once what was begun before is done. */
  import(key: number): void {
    const found = this.list.find((one) => one.key === key);
    if (found?.at !== 'looked') return;
    if (found.isKept && this.mapped === key) this.keep(true);
    this.mapped = null;
    this.#put({ key, fileName: found.fileName, at: 'importing', look: found.look, progress: null });
    this.#turn = this.#turn.then(() => this.#import(found));
  }

  async #import(arrival: Extract<Arrival, { at: 'looked' }>): Promise<void> {
    const { key, fileName, look, mapping, into } = arrival;
    if (!this.list.some((one) => one.key === key)) return;
    try {
      const engine = await this.#engine();
      const onProgress = proxy((progress: Progress) => {
        const now = this.list.find((one) => one.key === key);
        if (now?.at === 'importing') this.#put({ ...now, progress });
      });
      const facts = await engine.importTable(look.lookId, mapping, into, onProgress);
      if (!facts) return this.dismiss(key);
      this.#session.incidents.put(facts);
      this.#put({ key, fileName, at: 'done', tableId: facts.id });
      this.#session.said = `${facts.report.imported.toLocaleString('en')} incidents were imported from ${fileName}.`;
    } catch (error) {
      this.#put({ key, fileName, at: 'refused', problem: words(error) });
    }
  }

  /** Stops an import that is under way; nothing of it stays. */
  async cancel(): Promise<void> {
    await this.#session.incidents.engine?.cancel();
    this.#session.said = 'The import was cancelled.';
  }

  /** Takes an arrival off the list; what it became stays. */
  dismiss(key: number): void {
    const found = this.list.find((one) => one.key === key);
    if (found?.at === 'looked') void this.#session.incidents.engine?.letGo(found.look.lookId);
    this.list = this.list.filter((one) => one.key !== key);
    if (this.mapped === key) this.mapped = null;
  }
}

export const PROFILE_NAMES: Record<NonNullable<Recognised['profile']>, string> = {
  'ucdp-ged': 'UCDP GED',
  acled: 'ACLED',
  gtd: 'GTD',
  gdelt: 'GDELT 2.0 events',
  'new-america': 'New America'
};

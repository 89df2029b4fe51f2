import { proxy, type Remote } from 'comlink';
import { latest } from '../../engine/latest';
import type {
  FarPart,
  IncidentEngine,
  Look,
  Preview,
  Progress,
  TableFacts
} from '../../engine/incidents/protocol';
import { Unreadable } from '../../formats/unreadable';
import type { Mapping, Recognised } from '../../incidents/mapping';
import { keepMapping, keptMapping } from '../../project/incidents';
import type { Session } from '../session.svelte';
import { FarFileReading, type Address } from './far-file.svelte';
import { problemOf } from '../problem-of';

/** A file on its way in. */
export type Arrival = {
  key: number;
  fileName: string;
  /** A file on a host; null for one of the machine. */
  far: FarFileReading | null;
} & (
  | { at: 'looking' }
  | { at: 'looked'; look: Look; mapping: Mapping; into: string | null; isKept: boolean }
  | { at: 'importing'; look: Look; progress: Progress | null }
  | { at: 'done'; tableId: string }
  | { at: 'refused'; problem: string }
);

/** What is found wrong with a file before the engine has it is the end of a sentence. */
function sentence(error: unknown, fileName: string): string {
  return error instanceof Unreadable ? `“${fileName}” ${error.message}` : problemOf(error);
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
      (error) => (session.incidents.problem = problemOf(error))
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
      this.list = [...this.list, { key, fileName: file.name, far: null, at: 'looking' }];
      const view = this.#session.rest?.bounds ?? null;
      void this.#look({ key, fileName: file.name, far: null }, (engine) => engine.look(file, view));
    }
  }

  /** Asks the host of an address for that part of its file. */
  addAddress(address: Extract<Address, { ok: true }>, part: FarPart): void {
    const far = new FarFileReading(address);
    const arrival = { key: ++this.#count, fileName: far.name, far };
    this.list = [...this.list, { ...arrival, at: 'looking' }];
    void this.#look(arrival, async (engine) => {
      const read = proxy((start: number, end: number) => far.read(start, end));
      return engine.lookFar(await far.open(), part, read);
    });
  }

  async #look(
    arriving: Pick<Arrival, 'key' | 'fileName' | 'far'>,
    lookAt: (engine: Remote<IncidentEngine>) => Promise<Look>
  ): Promise<void> {
    const { key } = arriving;
    try {
      const look = await lookAt(await this.#engine());
      if (!this.list.some((one) => one.key === key)) return void this.#letGo(look);
      const kept = keptMapping(this.#session.project.current.incidents, look.header);
      const mapping = kept ? $state.snapshot(kept) : look.recognised.mapping;
      this.#put({ ...arriving, at: 'looked', look, mapping, into: null, isKept: kept !== null });
      const known = kept !== null || look.recognised.profile !== null;
      if (!known && this.mapped === null) this.map(key);
    } catch (error) {
      arriving.far?.stop();
      this.#put({ ...arriving, at: 'refused', problem: sentence(error, arriving.fileName) });
    }
  }

  async #letGo({ lookId }: Look): Promise<void> {
    await this.#session.incidents.engine?.letGo(lookId);
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
    const { fileName, far, look } = found;
    this.#put({ key, fileName, far, at: 'importing', look, progress: null });
    this.#turn = this.#turn.then(() => this.#import(found));
  }

  async #import(arrival: Extract<Arrival, { at: 'looked' }>): Promise<void> {
    const { key, fileName, far, look, mapping, into } = arrival;
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
      this.#put({ key, fileName, far, at: 'done', tableId: facts.id });
      far?.stop();
      this.#session.said = `${facts.report.imported.toLocaleString('en')} incidents were imported from ${fileName}.`;
    } catch (error) {
      const wasStopped = far?.isStopped ?? false;
      far?.stop();
      if (wasStopped) return this.dismiss(key);
      this.#put({ key, fileName, far, at: 'refused', problem: sentence(error, fileName) });
    }
  }

  /** Stops an import that is under way; nothing of it stays. */
  async cancel({ far }: Pick<Arrival, 'far'>): Promise<void> {
    far?.stop();
    await this.#session.incidents.engine?.cancel();
    this.#session.said = 'The import was cancelled.';
  }

  /** Takes an arrival off the list; what it became stays. */
  dismiss(key: number): void {
    const found = this.list.find((one) => one.key === key);
    found?.far?.stop();
    if (found?.at === 'looked') void this.#letGo(found.look);
    this.list = this.list.filter((one) => one.key !== key);
    if (this.mapped === key) this.mapped = null;
  }
}

export const PROFILE_NAMES: Record<NonNullable<Recognised['profile']>, string> = {
  'ucdp-ged': 'UCDP GED',
  acled: 'ACLED',
  gtd: 'GTD',
  gdelt: 'GDELT events',
  'new-america': 'New America'
};

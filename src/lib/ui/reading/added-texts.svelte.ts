import { TextShelf, type KeptText } from '../../project/added-texts';
import { MOST_TEXTS, readAddedText } from '../../texts/added-text';
import { DataError, type Fault } from '../../texts/read';
import type { SourceText } from '../../texts/schema';
import type { Session } from '../session.svelte';

const NOT_KEPT =
  'This browser does not keep the text: it stays for this visit only. It may be full, or a private window.';

/** A file that was not taken, and all that is wrong with it. */
export interface RefusedText {
  file: string;
  faults: readonly Fault[];
  /** The id that it is kept under, when it is one that was kept and is no longer sound. */
  keptAs: string | null;
  json: string;
}

/** The texts that the reader added, kept on this machine. */
export class AddedTexts {
  list = $state.raw<readonly SourceText[]>([]);
  refused = $state.raw<readonly RefusedText[]>([]);
  /** What the reader must know about keeping them. */
  storeProblem = $state<string | null>(null);
  /** Whether what was kept has been read. */
  isOpen = $state(false);

  readonly #session: Session;
  readonly #shelf = new TextShelf();

  constructor(session: Session) {
    this.#session = session;
    void this.#open();
  }

  async #open(): Promise<void> {
    const kept = await this.#shelf.read().catch(() => []);
    for (const { id, kept: text } of kept) this.#take(text, id);
    this.isOpen = true;
  }

  /** Reads the file and takes it in, or tells what is wrong with it. */
  #take({ json, fileName }: KeptText, keptAs: string | null): SourceText | null {
    try {
      const text = readAddedText(json, fileName);
      const others = this.list.filter(({ id }) => id !== text.id);
      if (others.length >= MOST_TEXTS) {
        const message = `is one text too many: ${MOST_TEXTS} can be added; delete one first`;
        throw new DataError(fileName, [{ path: '', message }]);
      }
      this.list = [...others, text];
      return text;
    } catch (error) {
      const faults =
        error instanceof DataError ? error.faults : [{ path: '', message: String(error) }];
      this.refused = [...this.refused, { file: fileName, faults, keptAs, json }];
      return null;
    }
  }

  /** Adds a text from its file, in place of an earlier one of the same id. Null when refused. */
  async add(json: string, fileName: string): Promise<SourceText | null> {
    this.refused = this.refused.filter(({ keptAs }) => keptAs !== null);
    const before = this.list;
    const text = this.#take({ json, fileName }, null);
    if (!text) {
      this.#session.said = `${fileName} was not added: see what is wrong with it.`;
      return null;
    }
    const wasThere = before.some(({ id }) => id === text.id);
    this.#session.said = `Text ${text.id} was ${wasThere ? 'replaced' : 'added'}.`;
    this.#session.reading.read(text.id);
    try {
      await this.#shelf.keep(text.id, { json, fileName });
      this.storeProblem = null;
    } catch {
      this.storeProblem = NOT_KEPT;
    }
    return text;
  }

  async addFiles(files: Iterable<File>): Promise<void> {
    for (const file of files) await this.add(await file.text(), file.name);
  }

  remove(id: string): void {
    this.list = this.list.filter((text) => text.id !== id);
    this.refused = this.refused.filter(({ keptAs }) => keptAs !== id);
    this.#session.said = `Text ${id} was deleted.`;
    void this.#shelf.remove(id).catch(() => (this.storeProblem = NOT_KEPT));
  }

  /** Puts the list of what is wrong away; a kept file that is no longer sound stays kept. */
  dismiss(): void {
    this.refused = [];
  }
}

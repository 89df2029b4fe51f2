import { Unreadable } from '../../formats/unreadable';
import type { Mapping } from '../../incidents/mapping';
import { openSheet } from '../../incidents/reading/formats';
import { guessNames, PlaceNames, type NamedPlace } from '../../incidents/reading/place-names';
import { previewRows } from '../../incidents/reading/preview';
import { recognise } from '../../incidents/reading/recognise/recognise';
import type { Sheet } from '../../incidents/reading/sheet';
import type { ByteSource } from '../../incidents/reading/source';
import type { Look, Preview } from './protocol';

/** So many rows are shown before a file is imported. */
const ROWS_SHOWN = 50;

interface HeldLook {
  source: ByteSource;
  sheet: Sheet;
  /** Whether the sheet's rows have been read: they can be read once. */
  isSpent: boolean;
}

/** The files that were looked at and not yet imported. */
export class Looks {
  readonly #held = new Map<string, HeldLook>();
  #places = new PlaceNames([]);
  #count = 0;

  /** Takes the places that a table may name. */
  setPlaces(places: Iterable<NamedPlace>): void {
    this.#places = new PlaceNames(places);
  }

  async look(source: ByteSource): Promise<Look> {
    const sheet = await inSentence(source.name, () => openSheet(source));
    const lookId = `look:${++this.#count}`;
    this.#held.set(lookId, { source, sheet, isSpent: false });
    return {
      lookId,
      fileName: source.name,
      format: sheet.format,
      header: sheet.header,
      sample: sheet.sample.slice(0, ROWS_SHOWN).map(({ cells }) => cells.map(String)),
      recognised: recognise(sheet),
      notes: sheet.notes()
    };
  }

  preview(lookId: string, mapping: Mapping): Preview {
    const { sheet } = this.#get(lookId);
    const { position } = mapping;
    const rows = previewRows(sheet, mapping, ROWS_SHOWN);
    if (position.as !== 'names') return { rows, names: [] };
    const cells = sheet.sample.map((row) => row.cells[position.column] ?? '');
    return { rows, names: guessNames(cells, this.#places) };
  }

  /** The sheet to be imported; opened anew where an import was given up or failed. */
  async sheet(lookId: string): Promise<Sheet> {
    const held = this.#get(lookId);
    if (held.isSpent) held.sheet = await inSentence(held.source.name, () => openSheet(held.source));
    held.isSpent = true;
    return held.sheet;
  }

  fileName(lookId: string): string {
    return this.#get(lookId).source.name;
  }

  letGo(lookId: string): void {
    this.#held.delete(lookId);
  }

  #get(lookId: string): HeldLook {
    const held = this.#held.get(lookId);
    if (!held) throw new Error('This file is no longer open: choose it again.');
    return held;
  }
}

/** Runs what may find a file unreadable; its message then is a whole sentence for the reader. */
export async function inSentence<T>(fileName: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Unreadable)
      throw new Error(`“${fileName}” ${error.message}`, { cause: error });
    throw error;
  }
}

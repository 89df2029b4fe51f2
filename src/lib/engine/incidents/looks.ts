import { Unreadable } from '../../formats/unreadable';
import type { Mapping } from '../../incidents/mapping';
import { openSheet } from '../../incidents/reading/formats';
import { guessNames, PlaceNames, type NamedPlace } from '../../incidents/reading/place-names';
import { previewRows } from '../../incidents/reading/preview';
import { recognise } from '../../incidents/reading/recognise/recognise';
import type { Cell, Sheet } from '../../incidents/reading/sheet';
import { boxArea, type Area } from '../../incidents/parquet/area';
import { fileNameOf } from '../../incidents/parquet/file-name';
import { isParquet, openParquet } from '../../incidents/parquet/parquet-sheet';
import type { Bounds } from '../../incidents/parquet/positions';
import { blobBuffer, type RangeBuffer } from '../../incidents/parquet/range-buffer';
import type { FarFile, Look, Preview, ReadPart } from './protocol';

/** So many rows are shown before a file is imported. */
const ROWS_SHOWN = 50;

/** Parquet files of more rows are read by the part of the map that is in view. */
const ROWS_TAKEN_WHOLE = 1_000_000;

interface HeldLook {
  fileName: string;
  open(): Promise<Sheet>;
  sheet: Sheet;
  /** Whether the sheet's rows have been read: they can be read once. */
  isSpent: boolean;
  /** Of columns that name places all cells, read once. */
  cells: Map<number, Promise<Cell[]>>;
}

/** A table that names places without positions is seldom longer. */
const ROWS_SEARCHED_FOR_NAMES = 300_000;

/** A column's cells from the first row on, whatever has been read of the sheet. */
async function cellsOf({ open }: HeldLook, column: number): Promise<Cell[]> {
  const cells: Cell[] = [];
  for await (const batch of (await open()).batches()) {
    for (const row of batch) cells.push(row.cells[column] ?? '');
    if (cells.length >= ROWS_SEARCHED_FOR_NAMES) break;
  }
  return cells;
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

  /** Of a Parquet file that is too large to be taken whole, the rows in `view`. */
  look(file: File, view: Bounds | null): Promise<Look> {
    return this.#lookAt(file.name, () => openFile(file, view && boxArea(view)));
  }

  /** Of a Parquet file on a host only what of the map is asked for; null for all of it. */
  lookFar({ url, byteLength }: FarFile, area: Area | null, read: ReadPart): Promise<Look> {
    return this.#lookAt(fileNameOf(url), () => openParquet(farBuffer(byteLength, read), area));
  }

  async #lookAt(fileName: string, openSheet: () => Promise<Sheet>): Promise<Look> {
    const open = () => inSentence(fileName, openSheet);
    const sheet = await open();
    const lookId = `look:${++this.#count}`;
    this.#held.set(lookId, { fileName, open, sheet, isSpent: false, cells: new Map() });
    return {
      lookId,
      fileName,
      format: sheet.format,
      header: sheet.header,
      sample: sheet.sample.slice(0, ROWS_SHOWN).map(({ cells }) => cells.map(String)),
      recognised: recognise(sheet),
      notes: sheet.notes()
    };
  }

  async preview(lookId: string, mapping: Mapping): Promise<Preview> {
    const held = this.#get(lookId);
    const { position } = mapping;
    const rows = previewRows(held.sheet, mapping, ROWS_SHOWN);
    if (position.as !== 'names') return { rows, names: [] };
    const { column } = position;
    let cells = held.cells.get(column);
    if (!cells) held.cells.set(column, (cells = cellsOf(held, column)));
    return { rows, names: guessNames(await cells, this.#places) };
  }

  /** The sheet to be imported; opened anew where an import was given up or failed. */
  async sheet(lookId: string): Promise<Sheet> {
    const held = this.#get(lookId);
    if (held.isSpent) held.sheet = await held.open();
    held.isSpent = true;
    return held.sheet;
  }

  fileName(lookId: string): string {
    return this.#get(lookId).fileName;
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

async function openFile(file: File, view: Area | null): Promise<Sheet> {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  return isParquet(head) ? openParquet(blobBuffer(file), view, ROWS_TAKEN_WHOLE) : openSheet(file);
}

/** Why a part cannot be had comes from the page as an error of another world. */
function farBuffer(byteLength: number, read: ReadPart): RangeBuffer {
  return {
    byteLength,
    async slice(start, end = byteLength) {
      try {
        return await read(start, Math.min(end, byteLength));
      } catch (error) {
        throw new Unreadable(error instanceof Error ? error.message : String(error), {
          cause: error
        });
      }
    }
  };
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

import type { Mapping } from '../mapping';
import { SAMPLE_ROWS } from './limits';

/** A cell as the file has it: a number where the format itself tells numbers from texts. */
export type Cell = string | number;

export interface Row {
  /** As a spreadsheet counts: the header is row 1. */
  fileRow: number;
  cells: Cell[];
  /** Why the reader of the format refuses it, as a sentence. */
  refused?: string;
}

/** What a file holds, whatever its format: a header and rows. */
export interface Sheet {
  /** In words: “CSV, semicolons, Windows-1252”. */
  format: string;
  /** Names may repeat; may grow while rows are read, where each row brings its own names. */
  header: string[];
  /** Whether rows may be shorter than the header, for want of what they do not have. */
  isRagged: boolean;
  /** The first rows. */
  sample: Row[];
  /** What the format itself says of the columns. */
  known: Partial<Mapping>;
  /** All rows from the first, once; ended early, the file is let go. */
  batches(): AsyncGenerator<Row[]>;
  /** Sentences for the reader; complete once the rows have been read. */
  notes(): string[];
  /** What was mended, by kind; complete once the rows have been read. */
  mended: Tally;
  /** How much of the file has been read, from 0 to 1. */
  share(): number;
}

/** How often something happened, and the first row in which it did. */
export class Tally {
  readonly #kinds = new Map<string, { rows: number; firstFileRow: number }>();

  add(how: string, fileRow: number, rows = 1): void {
    const kind = this.#kinds.get(how);
    if (kind) kind.rows += rows;
    else this.#kinds.set(how, { rows, firstFileRow: fileRow });
  }

  list(): { how: string; rows: number; firstFileRow: number }[] {
    return [...this.#kinds].map(([how, kind]) => ({ how, ...kind }));
  }
}

/** Rows of which the first are known already. */
export interface Peeked {
  sample: Row[];
  batches(): AsyncGenerator<Row[]>;
}

/** Reads the first rows of a sheet, and gives them again with the others. */
export async function peek(rows: AsyncGenerator<Row[]>, count = SAMPLE_ROWS): Promise<Peeked> {
  const held: Row[][] = [];
  let isEnd = false;
  for (let known = 0; known < count && !isEnd;) {
    const { done, value } = await rows.next();
    if (done) isEnd = true;
    else {
      held.push(value);
      known += value.length;
    }
  }
  return {
    sample: held.flat().slice(0, count),
    async *batches() {
      try {
        while (held.length > 0) yield held.splice(0, 1)[0];
        if (!isEnd) yield* rows;
      } finally {
        await rows.return(undefined);
      }
    }
  };
}

/** The rows without so many of the first. */
export async function* without(
  batches: AsyncGenerator<Row[]>,
  count: number
): AsyncGenerator<Row[]> {
  let left = count;
  for await (const batch of batches) {
    const dropped = Math.min(left, batch.length);
    left -= dropped;
    yield batch.slice(dropped);
  }
}

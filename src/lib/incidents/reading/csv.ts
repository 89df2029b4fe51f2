import { Unreadable } from '../../formats/unreadable';
import { CsvRows } from './csv-rows';
import { textsOf, TextReader } from './encoding';
import type { Format } from './format';
import { withoutHashtags } from './hashtags';
import { headerFor, rowsBeforeHeader, ROWS_FOR_TITLES, titleNote } from './header';
import { MOST_COLUMNS } from './limits';
import { peek, Tally, without, type Row, type Sheet } from './sheet';
import type { Bytes } from './source';

const DELIMITERS: Record<string, string> = {
  ',': 'CSV',
  ';': 'CSV, semicolons',
  '\t': 'TSV',
  '|': 'CSV, bars'
};

/** Tables in lines: with commas, semicolons, tabs or bars. */
export const csv: Format = {
  id: 'csv',
  label: 'CSV or TSV',
  extensions: ['csv', 'tsv', 'tab', 'txt', 'psv'],
  recognises: ({ text }) => text.trim() !== '',
  open: openCsv
};

async function openCsv(bytes: Bytes): Promise<Sheet> {
  const reader = new TextReader(bytes.head);
  const head = new TextReader(bytes.head).read(bytes.head);
  const delimiter = delimiterOf(head);
  const mended = new Tally();
  const notes: string[] = [];
  const blank = { rows: 0 };
  const isOldMac = !head.includes('\n') && head.includes('\r');
  const texts = textsOf(bytes.chunks(), reader);
  const titles = titlesIn(isOldMac ? head.replaceAll('\r', '\n') : head, delimiter);
  const rows = rowsOf(texts, delimiter, isOldMac, titles, mended, blank);

  const first = await peek(rows, titles + 2);
  const below = first.sample.slice(titles);
  if (below.length === 0) throw new Unreadable('holds no rows.');
  const { header, isInFile, note } = headerFor(
    below.map(({ cells }) => cells.map(String)),
    delimiter
  );
  notes.push(...titleNote(first.sample.slice(0, titles)));
  if (note !== null) notes.push(note);
  if (header.length > MOST_COLUMNS) {
    throw new Unreadable(
      `has more than ${MOST_COLUMNS.toLocaleString('en')} columns: leave out those that tell nothing ` +
        'of an incident.'
    );
  }
  const hashtags = { rows: 0 };
  const peeked = await peek(
    withoutHashtags(without(first.batches(), titles + (isInFile ? 1 : 0)), hashtags)
  );
  const encoding = reader.encoding === 'UTF-8' ? [] : [reader.encoding];
  return {
    format: [DELIMITERS[delimiter], ...encoding].join(', '),
    header,
    isRagged: false,
    ...peeked,
    known: {},
    notes: () => [
      ...notes,
      ...(hashtags.rows > 0 ? ['A second header of #hashtags was passed over.'] : []),
      ...reader.notes(),
      ...blankNote(blank.rows)
    ],
    mended,
    share: bytes.share
  };
}

async function* rowsOf(
  texts: AsyncGenerator<string>,
  delimiter: string,
  isOldMac: boolean,
  titles: number,
  mended: Tally,
  blank: { rows: number }
): AsyncGenerator<Row[]> {
  const parser = new CsvRows(delimiter, mended);
  let batch: Row[] = [];
  let above = titles;
  const take = (cells: string[], fileRow: number) => {
    if (parser.width === 0 && isSeparatorLine(cells)) return;
    if (isBlank(cells)) {
      blank.rows++;
      return;
    }
    if (above > 0) above--;
    else if (parser.width === 0) parser.width = cells.length;
    batch.push({ fileRow, cells });
  };
  for await (const text of texts) {
    parser.push(isOldMac ? text.replaceAll('\r', '\n') : text, take);
    if (batch.length > 0) yield batch;
    batch = [];
  }
  parser.end(take);
  if (batch.length > 0) yield batch;
}

/** How many lines stand above the header, by the file's beginning. */
function titlesIn(head: string, delimiter: string): number {
  const rows: { cells: string[] }[] = [];
  const parser = new CsvRows(delimiter, new Tally());
  const end = head.lastIndexOf('\n') + 1 || head.length;
  try {
    parser.push(`${head.slice(0, Math.min(end, HEAD_LETTERS))}\n`, (cells) => {
      if (!isBlank(cells) && !isSeparatorLine(cells)) rows.push({ cells });
    });
  } catch {
    // What is no table in lines is refused when it is read.
    return 0;
  }
  return rowsBeforeHeader(rows.slice(0, ROWS_FOR_TITLES));
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

/** So much of a file's beginning tells its delimiter, and its titles from its header. */
const HEAD_LETTERS = 65_536;

/** Excel's own way to name the delimiter, in a line above the header. */
const isSeparatorLine = (cells: string[]) => /^sep=.?$/i.test(cells.join(''));

const blankNote = (rows: number) => (rows > 0 ? [`Blank rows were passed over: ${rows}.`] : []);

/** The delimiter that parts the first lines most evenly: into as many cells, and the most of them. */
export function delimiterOf(head: string): string {
  const named = /^sep=(.)\r?\n/i.exec(head);
  if (named) return named[1];
  const lines = unquoted(head.slice(0, HEAD_LETTERS))
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  const scores = Object.keys(DELIMITERS).map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    // By the first line, unless it has none, as a title has.
    const usual = counts[0] > 0 ? counts[0] : mostFrequent(counts.filter((count) => count > 0));
    const even = counts.filter((count) => count === usual).length / counts.length;
    return { delimiter, score: usual > 0 ? even * 1000 + Math.min(usual, 500) : 0 };
  });
  return scores.reduce((best, other) => (other.score > best.score ? other : best)).delimiter;
}

/** Of equally frequent numbers the first; 0 of none. */
function mostFrequent(numbers: readonly number[]): number {
  const times = new Map<number, number>();
  for (const one of numbers) times.set(one, (times.get(one) ?? 0) + 1);
  return [...times].reduce((best, other) => (other[1] > best[1] ? other : best), [0, 0])[0];
}

/** The text with what stands in quotation marks left out. */
const unquoted = (text: string) => text.replace(/"(?:[^"]|"")*"/g, '');

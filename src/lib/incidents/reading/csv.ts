import { Unreadable } from '../../formats/unreadable';
import { CsvRows } from './csv-rows';
import { textsOf, TextReader } from './encoding';
import type { Format } from './format';
import { withoutHashtags } from './hashtags';
import { headerFor } from './header';
import { MOST_COLUMNS } from './limits';
import { peek, Tally, type Row, type Sheet } from './sheet';
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
  const rows = rowsOf(texts, delimiter, isOldMac, mended, blank);

  const first = await peek(rows, 2);
  if (first.sample.length === 0) throw new Unreadable('holds no rows.');
  const { header, isInFile, note } = headerFor(
    first.sample.map(({ cells }) => cells.map(String)),
    delimiter
  );
  if (note !== null) notes.push(note);
  if (header.length > MOST_COLUMNS) {
    throw new Unreadable(
      `has more than ${MOST_COLUMNS.toLocaleString('en')} columns: leave out those that tell nothing ` +
        'of an incident.'
    );
  }
  const hashtags = { rows: 0 };
  const peeked = await peek(withoutHashtags(withoutHeader(first.batches(), isInFile), hashtags));
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
  mended: Tally,
  blank: { rows: number }
): AsyncGenerator<Row[]> {
  const parser = new CsvRows(delimiter, mended);
  let batch: Row[] = [];
  const take = (cells: string[], fileRow: number) => {
    if (parser.width === 0 && isSeparatorLine(cells)) return;
    if (cells.every((cell) => cell.trim() === '')) {
      blank.rows++;
      return;
    }
    if (parser.width === 0) parser.width = cells.length;
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

async function* withoutHeader(
  batches: AsyncGenerator<Row[]>,
  isInFile: boolean
): AsyncGenerator<Row[]> {
  let isFirst = isInFile;
  for await (const batch of batches) {
    yield isFirst ? batch.slice(1) : batch;
    isFirst = false;
  }
}

/** Excel's own way to name the delimiter, in a line above the header. */
const isSeparatorLine = (cells: string[]) => /^sep=.?$/i.test(cells.join(''));

const blankNote = (rows: number) => (rows > 0 ? [`Blank rows were passed over: ${rows}.`] : []);

/** The delimiter that parts the first lines most evenly: into as many cells, and the most of them. */
export function delimiterOf(head: string): string {
  const named = /^sep=(.)\r?\n/i.exec(head);
  if (named) return named[1];
  const lines = unquoted(head.slice(0, 65_536))
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  const scores = Object.keys(DELIMITERS).map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const even = counts.filter((count) => count === counts[0]).length / counts.length;
    return { delimiter, score: counts[0] > 0 ? even * 1000 + Math.min(counts[0], 500) : 0 };
  });
  return scores.reduce((best, other) => (other.score > best.score ? other : best)).delimiter;
}

/** The text with what stands in quotation marks left out. */
const unquoted = (text: string) => text.replace(/"(?:[^"]|"")*"/g, '');

import { GDELT_COLUMNS, UCDP_COLUMNS } from './recognise/profile-columns';
import { LONGEST_NAME } from './limits';
import type { Cell } from './sheet';

export interface Header {
  header: string[];
  /** Whether the file's first row is the header. */
  isInFile: boolean;
  note: string | null;
}

/** The header of a table by its first two rows; some tables have none, and are known by their shape. */
export function headerFor([first, second]: string[][], delimiter: string): Header {
  if (isGdelt(first, delimiter)) {
    return first.length === GDELT_COLUMNS.length
      ? without(GDELT_COLUMNS, 'GDELT 2.0')
      : without(GDELT_1_COLUMNS.slice(0, first.length), 'GDELT 1.0');
  }
  if (isUcdp(first)) return without(UCDP_COLUMNS, 'UCDP GED');
  if (isData(first) && (second === undefined || isData(second))) {
    return without(
      first.map((_, i) => `Column ${i + 1}`),
      null
    );
  }
  return { header: first.map(columnName), isInFile: true, note: null };
}

/** So many of the first rows are looked at to tell titles from the header. */
export const ROWS_FOR_TITLES = 30;

/**
 * How many of the first rows stand above the header: titles and notes, which fill one cell or no more
 * than a quarter of what most rows fill, or are no more than half as long.
 */
export function rowsBeforeHeader(sample: readonly { cells: readonly Cell[] }[]): number {
  const filled = sample.map(
    ({ cells }) => cells.filter((cell) => String(cell).trim() !== '').length
  );
  const typical = [...filled].sort((a, b) => a - b)[Math.floor(0.75 * (filled.length - 1))] ?? 0;
  if (typical < 3) return 0;
  const isTitle = (count: number, i: number) =>
    count <= Math.max(1, typical / 4) || sample[i].cells.length * 2 <= typical;
  return Math.max(
    0,
    filled.findIndex((count, i) => !isTitle(count, i))
  );
}

/** What a reader is told of the rows above the header. */
export function titleNote(rows: readonly { cells: readonly Cell[] }[]): string[] {
  if (rows.length === 0) return [];
  const texts = rows.map(({ cells }) => cells.map(String).join(' ').trim());
  const said = texts.find((text) => text !== '') ?? '';
  const cut = said.length > 60 ? `${said.slice(0, 59)}…` : said;
  return [
    `Above the header ${rows.length === 1 ? 'a line was' : `${rows.length} lines were`} passed over: “${cut}”${rows.length > 1 ? ' …' : ''}`
  ];
}

/** A column's name in one line. */
export function columnName(name: string, index: number): string {
  const plain = name
    .slice(0, 2 * LONGEST_NAME)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return plain === '' ? `Column ${index + 1}` : plain.slice(0, LONGEST_NAME);
}

/**
 * GDELT 1.0 has three columns less: how the two actors' and the action's places are named by ADM2; and
 * before April 2013 none for the source's address, which is the last.
 */
const GDELT_1_COLUMNS = GDELT_COLUMNS.filter((name) => !name.endsWith('_ADM2Code'));

function without(header: readonly string[], of: string | null): Header {
  const note =
    of === null
      ? 'The first row holds values already, so the columns have numbers for names.'
      : `The file has no header: its columns were named as in ${of}.`;
  return { header: [...header], isInFile: false, note };
}

const isGdelt = (row: string[], delimiter: string) =>
  delimiter === '\t' &&
  (row.length === 61 || row.length === 58 || row.length === 57) &&
  /^\d+$/.test(row[0]) &&
  /^\d{8}$/.test(row[1]);

function isUcdp(row: string[]): boolean {
  if (row.length !== UCDP_COLUMNS.length) return false;
  const cell = (name: string) => row[UCDP_COLUMNS.indexOf(name)];
  const isNumber = (name: string) => /^-?\d+(\.\d+)?$/.test(cell(name));
  return (
    /^\d+$/.test(cell('id')) &&
    /^(19|20)\d\d$/.test(cell('year')) &&
    isNumber('latitude') &&
    isNumber('longitude')
  );
}

/** Whether a row holds values rather than names: a number with decimals or a date, and another number. */
function isData(row: string[]): boolean {
  const texts = row.map((cell) => cell.trim());
  const numbers = texts.filter((text) => /^[-+]?\d+([.,]\d+)?$/.test(text)).length;
  const decimals = texts.filter((text) => /^[-+]?\d+[.,]\d{2,}$/.test(text)).length;
  const dates = texts.filter((text) => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(text)).length;
  return decimals >= 2 || (decimals >= 1 && dates >= 1) || (dates >= 1 && numbers >= 2);
}

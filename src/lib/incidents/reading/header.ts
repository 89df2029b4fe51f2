import { GDELT_COLUMNS, UCDP_COLUMNS } from './recognise/profile-columns';
import { LONGEST_NAME } from './limits';

export interface Header {
  header: string[];
  /** Whether the file's first row is the header. */
  isInFile: boolean;
  note: string | null;
}

/** The header of a table by its first two rows; some tables have none, and are known by their shape. */
export function headerFor([first, second]: string[][], delimiter: string): Header {
  if (isGdelt(first, delimiter)) {
    const header = first.length === 58 ? GDELT_58 : GDELT_COLUMNS;
    return without(header, 'GDELT 2.0');
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

/** A column's name in one line. */
export function columnName(name: string, index: number): string {
  const plain = name
    .slice(0, 2 * LONGEST_NAME)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return plain === '' ? `Column ${index + 1}` : plain.slice(0, LONGEST_NAME);
}

/** GDELT 1.0 has three columns less: how the two actors' and the action's places are named by ADM2. */
const GDELT_58 = GDELT_COLUMNS.filter((name) => !name.endsWith('_ADM2Code'));

function without(header: readonly string[], of: string | null): Header {
  const note =
    of === null
      ? 'The first row holds values already, so the columns have numbers for names.'
      : `The file has no header: its columns were named as in ${of}.`;
  return { header: [...header], isInFile: false, note };
}

const isGdelt = (row: string[], delimiter: string) =>
  delimiter === '\t' &&
  (row.length === 61 || row.length === 58) &&
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

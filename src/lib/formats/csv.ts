/** What a cell may hold; null and undefined are empty cells. */
export type CsvValue = string | number | null | undefined;

/** A column of a table of rows. */
export interface CsvColumn<Row> {
  header: string;
  value(row: Row): CsvValue;
}

export interface CsvOptions {
  /** What ends a line: CR LF, as RFC 4180 has it, or LF alone, as shells like it. */
  lineEnd?: '\r\n' | '\n';
  /** Whether to begin with a byte order mark, by which Excel knows UTF-8. */
  bom?: boolean;
}

/**
 * A table as CSV (RFC 4180), header first. Numbers have a point for decimals and all their digits:
 * round them before; those that are not finite become empty cells. A text that a spreadsheet might
 * take for a formula gets an apostrophe in front, and so does one that already looks like that, so
 * that leaving one apostrophe out gives every text back.
 */
export function toCsv<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  { lineEnd = '\r\n', bom = false }: CsvOptions = {}
): string {
  const lines = [
    csvLine(columns.map(({ header }) => header)),
    ...rows.map((row) => csvLine(columns.map(({ value }) => value(row))))
  ];
  const body = lines.map((line) => line + lineEnd).join('');
  return bom ? `\uFEFF${body}` : body;
}

/** One line of such a table, without its end. */
export function csvLine(values: readonly CsvValue[]): string {
  return values.map(cell).join(',');
}

/** What begins a formula in a spreadsheet, or hides its beginning (OWASP, CSV injection). */
const FORMULA = /^'*[=+\-@\t\r\n]/;

/** Whether a spreadsheet might take a text for a formula. */
export const isLikeFormula = (text: string): boolean => FORMULA.test(text);

function cell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = isLikeFormula(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

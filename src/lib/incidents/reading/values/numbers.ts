/** How a file writes numbers. */
export interface NumberStyle {
  decimal: '.' | ',';
}

const PLAIN = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?$/;
const GROUPED = /^[-+]?\d{1,3}(?:[,'’ \u00a0\u202f]\d{2,3})*[,'’ \u00a0\u202f]\d{3}(?:\.\d+)?$/;
const GROUPED_COMMA = /^[-+]?\d{1,3}(?:[.'’ \u00a0\u202f]\d{3})+(?:,\d+)?$/;

/**
 * The number that a text is, with or without thousands separators (also 1,23,456, as in Pakistan);
 * NaN for any other text, and for what no number can hold, such as 1e999.
 */
export function readNumber(cell: string | number, { decimal }: NumberStyle): number {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : NaN;
  const text = cell.trim().replace(/^[−–]/, '-');
  if (decimal === '.') {
    if (PLAIN.test(text)) return finite(text);
    return GROUPED.test(text) ? finite(text.replace(/[,'’ \u00a0\u202f]/g, '')) : NaN;
  }
  if (PLAIN.test(text.replace(',', '.'))) {
    if (/^[-+]?\d{1,3}\.\d{3}$/.test(text)) return finite(text.replace('.', ''));
    return finite(text.replace(',', '.'));
  }
  if (!GROUPED_COMMA.test(text)) return NaN;
  return finite(text.replace(/[.'’ \u00a0\u202f]/g, '').replace(',', '.'));
}

/** Whether a text has separators between its thousands. */
export const isGrouped = (text: string) =>
  /\d[.,'’ \u00a0\u202f]\d{3}(?!\d)/.test(text) && !PLAIN.test(text.trim());

function finite(text: string): number {
  const number = Number(text);
  return Number.isFinite(number) ? number : NaN;
}

/** What people write into a cell for “nothing”. */
const NOTHING = new Set([
  '',
  'na',
  'n/a',
  '#n/a',
  'null',
  'none',
  'nan',
  'nil',
  '\\n',
  '-',
  '--',
  '—',
  '–',
  '.'
]);

export const isNothing = (cell: string | number) =>
  typeof cell === 'string' &&
  (cell === '' || (cell.length < 6 && NOTHING.has(cell.trim().toLowerCase())));

/** The style of a file by some of its cells: a comma for decimals only where nothing else fits. */
export function numberStyleOf(cells: Iterable<string | number>): NumberStyle {
  let commas = 0;
  let points = 0;
  for (const cell of cells) {
    if (typeof cell === 'number' || cell.length > 24) continue;
    if (/^[-+]?(\d+,\d{1,2}|\d+,\d{4,}|0,\d+|\d{1,3}(\.\d{3})+,\d+)$/.test(cell.trim())) commas++;
    else if (/^[-+]?(\d+\.\d{1,2}|\d+\.\d{4,}|0\.\d+|\d{1,3}(,\d{3})+\.\d+)$/.test(cell.trim()))
      points++;
  }
  return { decimal: commas > points ? ',' : '.' };
}

import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { isLikeFormula } from '../../formats/csv';
import type { OutCell, OutColumn } from './columns';
import type { Outgoing, Piece } from './write';

/** What Excel holds (Microsoft, Excel specifications and limits). */
export const MOST_XLSX_ROWS = 1_048_575;
const MOST_COLUMNS = 16_384;
const LONGEST_CELL = 32_767;
/** A part of a zip file without the 64-bit extension. */
const MOST_PART_BYTES = 4_000_000_000;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const FIXED_PARTS: Record<string, string> = {
  '[Content_Types].xml':
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`,
  '_rels/.rels':
    `<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml':
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
    '<sheet name="Incidents" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    `<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/>` +
    `<Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  // Style 1 marks a text as text, as an apostrophe does when it is typed; style 2 is the header's.
  'xl/styles.xml':
    `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    '<cellXfs count="3"><xf/><xf quotePrefix="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>'
};

/**
 * An Excel workbook of one sheet, packed as it is written. Numbers are numbers; every text is a text,
 * never a formula, and one that looks like a formula stays a text when it is edited. Longer texts
 * than Excel's 32,767 characters end with “…”. Throws a RangeError beyond 1,048,575 rows.
 */
export function* writeXlsx(outgoing: Outgoing, rowsAPiece: number): Generator<Piece> {
  const { columns, rows } = outgoing;
  if (rows.length > MOST_XLSX_ROWS || columns.length > MOST_COLUMNS) {
    throw new RangeError(
      `Excel holds ${MOST_XLSX_ROWS.toLocaleString('en')} rows and ${MOST_COLUMNS.toLocaleString('en')} columns at the most: filter the table, or take CSV.`
    );
  }
  const strings = new SharedStrings(columns);
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    packed.push(chunk);
  });
  const take = (share: number): Piece => ({ bytes: joined(packed.splice(0)), share });

  for (const [name, xml] of Object.entries(FIXED_PARTS)) {
    const part = new ZipPassThrough(name);
    zip.add(part);
    part.push(strToU8(HEAD + xml), true);
  }
  yield take(0);

  const letters = columns.map((_, c) => lettersOf(c));
  const sheet = new Part(zip, 'xl/worksheets/sheet1.xml');
  sheet.push(
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>' +
      `<row r="1">${columns.map(({ header }, c) => textCell(`${letters[c]}1`, header, 2)).join('')}</row>`
  );
  for (let i = 0; i < rows.length; i += rowsAPiece) {
    let xml = '';
    rows.subarray(i, i + rowsAPiece).forEach((row, k) => {
      const number = i + k + 2;
      xml += `<row r="${number}">`;
      columns.forEach((column, c) => {
        const at = `${letters[c]}${number}`;
        xml += strings.cell(at, column, row) ?? cellXml(at, column.cell(row));
      });
      xml += '</row>';
    });
    sheet.push(xml);
    yield take(Math.min(1, (i + rowsAPiece) / rows.length));
  }
  sheet.push('</sheetData></worksheet>', true);
  const shared = new Part(zip, 'xl/sharedStrings.xml');
  for (const xml of strings.xml()) shared.push(xml);
  shared.push('</sst>', true);
  zip.end();
  yield take(1);
}

/** A part of the workbook that is packed as it comes. */
class Part {
  readonly #part: ZipDeflate;
  #bytes = 0;

  constructor(zip: Zip, name: string) {
    this.#part = new ZipDeflate(name, { level: 4 });
    zip.add(this.#part);
  }

  push(xml: string, isLast = false): void {
    const bytes = strToU8(xml);
    this.#bytes += bytes.length;
    if (this.#bytes > MOST_PART_BYTES) {
      throw new RangeError(
        'The workbook would be larger than 4 GB: filter the table, or take CSV.'
      );
    }
    this.#part.push(bytes, isLast);
  }
}

/** The texts of columns in which they repeat, each written once. */
class SharedStrings {
  readonly #columns: readonly OutColumn[];
  /** The number of a column's first text among all. */
  readonly #first = new Map<OutColumn, number>();
  #count = 0;

  constructor(columns: readonly OutColumn[]) {
    this.#columns = columns.filter(({ repeated }) => repeated !== undefined);
    for (const column of this.#columns) {
      this.#first.set(column, this.#count);
      this.#count += column.repeated?.names.length ?? 0;
    }
  }

  /** A cell that names a shared text; undefined for a number, a blank or a column without them. */
  cell(at: string, column: OutColumn, row: number): string | undefined {
    const first = this.#first.get(column);
    if (first === undefined || !column.repeated) return undefined;
    const value = column.cell(row);
    if (typeof value !== 'string') return undefined;
    const style = isLikeFormula(value) ? ' s="1"' : '';
    return `<c r="${at}" t="s"${style}><v>${first + column.repeated.codes[row]}</v></c>`;
  }

  *xml(): Generator<string> {
    yield `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${this.#count}">`;
    for (const { repeated } of this.#columns) {
      for (const name of repeated?.names ?? []) yield `<si>${textXml(name)}</si>`;
    }
  }
}

/** A blank cell is none. */
function cellXml(at: string, value: OutCell): string {
  if (value === null) return '';
  if (typeof value === 'number')
    return Number.isFinite(value) ? `<c r="${at}"><v>${value}</v></c>` : '';
  return textCell(at, value, isLikeFormula(value) ? 1 : 0);
}

const textCell = (at: string, text: string, style: number) =>
  `<c r="${at}" t="inlineStr"${style > 0 ? ` s="${style}"` : ''}><is>${textXml(text)}</is></c>`;

/** A column’s name in a sheet: A to Z, AA, AB … */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function textXml(text: string): string {
  const short = text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text;
  return `<t xml:space="preserve">${escaped(short)}</t>`;
}

/** Without what XML cannot hold; an underscore that Excel would read as an escape is escaped. */
function escaped(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>]/g, (sign) => ESCAPES[sign]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

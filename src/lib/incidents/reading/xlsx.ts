import { Unreadable } from '../../formats/unreadable';
import { headerFor, rowsBeforeHeader, titleNote } from './header';
import { MOST_COLUMNS } from './limits';
import { peek, Tally, without, type Sheet } from './sheet';
import { sharedStrings, sheetsOf, dateStyles, type SheetPlace } from './xlsx-parts';
import { sheetRows, type Workbook } from './xlsx-rows';
import type { ZipEntry } from './zip-entries';

/**
 * Opens a spreadsheet (ECMA-376): its first sheet with at least two rows; the others are named in
 * the notes. Dates are told by their cells' format, in the 1900 or the 1904 system, and come out as
 * 2025-05-16; of formulas the value that was last reckoned. Throws an Unreadable.
 */
export async function openXlsx(entries: ZipEntry[]): Promise<Sheet> {
  const find = (name: string) => entries.find((entry) => entry.name === name) ?? null;
  const { places, is1904 } = await sheetsOf(find);
  const workbook: Workbook = {
    is1904,
    isDate: await dateStyles(find('xl/styles.xml')),
    strings: await sharedStrings(find('xl/sharedStrings.xml'))
  };
  for (const place of places) {
    const entry = find(place.path);
    const meter = { share: 0 };
    const notes: string[] = [];
    const first = await peek(sheetRows(entry, workbook, notes, meter), 30);
    if (first.sample.length < 2) {
      await first.batches().return(undefined);
      continue;
    }
    const title = rowsBeforeHeader(first.sample);
    const [head, second] = first.sample.slice(title);
    const { header, isInFile, note } = headerFor(
      [head, second ?? head].map(({ cells }) => cells.map(String)),
      'xlsx'
    );
    if (header.length > MOST_COLUMNS) {
      throw new Unreadable(`has more than ${MOST_COLUMNS.toLocaleString('en')} columns.`);
    }
    const peeked = await peek(without(first.batches(), title + (isInFile ? 1 : 0)));
    return {
      format: 'XLSX',
      header,
      isRagged: true,
      ...peeked,
      known: {},
      notes: () => [
        ...sheetNotes(place, places),
        ...titleNote(first.sample.slice(0, title)),
        ...(note === null ? [] : [note]),
        ...notes
      ],
      mended: new Tally(),
      share: () => meter.share
    };
  }
  throw new Unreadable('holds no sheet with a header and rows.');
}

function sheetNotes(read: SheetPlace, all: SheetPlace[]): string[] {
  const others = all.filter((place) => place !== read).map(({ name }) => `“${name}”`);
  if (others.length === 0) return [];
  return [`The sheet “${read.name}” was read; not read: ${others.slice(0, 10).join(', ')}.`];
}

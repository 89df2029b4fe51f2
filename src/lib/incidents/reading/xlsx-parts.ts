import { Unreadable } from '../../formats/unreadable';
import { textsOf, TextReader } from './encoding';
import { XmlReader, type XmlHandlers } from './xml';
import { inflated, type ZipEntry } from './zip-entries';

/** Where a sheet stands in the zip file. */
export interface SheetPlace {
  name: string;
  path: string;
}

/** Characters of all shared texts together. */
const MOST_STRING_CHARACTERS = 400_000_000;

type Find = (name: string) => ZipEntry | null;

/** Reads a part whole, by its handlers. */
async function readPart(entry: ZipEntry | null, handlers: XmlHandlers): Promise<void> {
  if (!entry) return;
  const reader = new XmlReader(handlers);
  for await (const text of xmlTexts(inflated(entry))) reader.push(text);
  reader.end();
}

/** The text of an XML part: UTF-8, or UTF-16 by its byte order mark. */
export async function* xmlTexts(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<string> {
  const first = await chunks.next();
  if (first.done) return;
  yield* textsOf(withFirst(first.value, chunks), new TextReader(first.value));
}

async function* withFirst(first: Uint8Array, rest: AsyncGenerator<Uint8Array>) {
  yield first;
  yield* rest;
}

const nothing = () => undefined;

/** The sheets in the order of their tabs, without charts and the like. */
export async function sheetsOf(find: Find): Promise<{ places: SheetPlace[]; is1904: boolean }> {
  const targets = new Map<string, string>();
  await readPart(find('xl/_rels/workbook.xml.rels'), {
    open(name, attributes) {
      const [id, target] = [attributes.get('Id'), attributes.get('Target')];
      if (name === 'Relationship' && id && target) targets.set(id, target);
    },
    close: nothing
  });
  const places: SheetPlace[] = [];
  let is1904 = false;
  await readPart(find('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.get('date1904') ?? '');
      if (name !== 'sheet') return;
      const target = targets.get(attributes.get('id') ?? '') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      if (find(path)) places.push({ name: attributes.get('name') ?? path, path });
    },
    close: nothing
  });
  return { places, is1904 };
}

/** Formats of the standard that show a date, some of them in East Asian versions only. */
const isDateFormat = (id: number) =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58);

/** Whether a format of the file's own shows a date: it has a sign for year, month, day or hour. */
const isDateCode = (code: string) =>
  /[ymdh]/i.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|general/gi, ''));

/** By the index of a cell's style, whether it shows a date. */
export async function dateStyles(entry: ZipEntry | null): Promise<boolean[]> {
  const own = new Map<number, string>();
  const styles: boolean[] = [];
  await readPart(entry, {
    open(name, attributes, path) {
      const id = Number(attributes.get('numFmtId'));
      if (name === 'numFmt') own.set(id, attributes.get('formatCode') ?? '');
      if (name !== 'xf' || path[path.length - 2] !== 'cellXfs') return;
      const code = own.get(id);
      styles.push(code === undefined ? isDateFormat(id) : isDateCode(code));
    },
    close: nothing
  });
  return styles;
}

/** The texts that cells refer to by number. */
export async function sharedStrings(entry: ZipEntry | null): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let characters = 0;
  await readPart(entry, {
    open(name) {
      if (name === 'si') text = '';
    },
    close(name, content, path) {
      if (name === 't' && !path.includes('rPh')) text += content;
      if (name !== 'si') return;
      strings.push(text);
      characters += text.length;
      if (characters > MOST_STRING_CHARACTERS) {
        throw new Unreadable('holds more text than a browser does: save it as CSV.');
      }
    }
  });
  return strings;
}

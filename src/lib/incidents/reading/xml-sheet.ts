import { textsOf, TextReader } from './encoding';
import type { RecordTable } from './record-table';
import { peek, Tally, type Row, type Sheet } from './sheet';
import type { Bytes } from './source';
import { XmlReader, type XmlHandlers } from './xml';

/** Opens an XML format whose handlers give rows to `take`. */
export async function openXml(
  bytes: Bytes,
  format: string,
  table: RecordTable,
  handlersFor: (take: (row: Row) => void) => XmlHandlers,
  notes: () => string[]
): Promise<Sheet> {
  const reader = new TextReader(bytes.head);
  const peeked = await peek(rowsOf(textsOf(bytes.chunks(), reader), handlersFor));
  return {
    format,
    header: table.header,
    isRagged: true,
    ...peeked,
    known: table.known,
    notes: () => [...reader.notes(), ...notes()],
    mended: new Tally(),
    share: bytes.share
  };
}

async function* rowsOf(
  texts: AsyncGenerator<string>,
  handlersFor: (take: (row: Row) => void) => XmlHandlers
): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  const reader = new XmlReader(handlersFor((row) => batch.push(row)));
  for await (const text of texts) {
    reader.push(text);
    if (batch.length > 0) yield batch;
    batch = [];
  }
  reader.end();
  if (batch.length > 0) yield batch;
}

import { Unreadable } from '../../formats/unreadable';
import { csv } from './csv';
import { TextReader } from './encoding';
import type { Format, Head } from './format';
import { json } from './json';
import type { Sheet } from './sheet';
import { Bytes, type ByteSource } from './source';

/** The formats in the order in which they are tried: what is any text comes last. */
export const FORMATS: readonly Format[] = [json, csv];

/** What a file dialog offers. */
export const EXTENSIONS = [...new Set(FORMATS.flatMap(({ extensions }) => extensions))].map(
  (extension) => `.${extension}`
);

/**
 * Opens a file of incidents, told by its content. The message of an Unreadable, which it throws for
 * what is not sound or too large, is the end of a sentence that begins with the file's name.
 */
export async function openSheet(source: ByteSource): Promise<Sheet> {
  const bytes = await Bytes.open(source);
  try {
    const head: Head = { name: source.name, bytes: bytes.head, text: textOf(bytes.head) };
    const format = FORMATS.find((known) => known.recognises(head));
    if (!format) throw new Unreadable('holds nothing that is read here.');
    return await format.open(bytes);
  } catch (error) {
    await bytes.close();
    throw error;
  }
}

/** The first bytes as text; '' where they are none. */
function textOf(head: Uint8Array): string {
  try {
    return new TextReader(head).read(head);
  } catch {
    return '';
  }
}

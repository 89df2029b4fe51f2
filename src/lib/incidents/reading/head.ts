import { TextReader } from './encoding';
import type { Head } from './format';
import type { Bytes } from './source';

/** The first bytes of a file, as bytes and as text; the text is '' where they are none. */
export function headOf({ name, head }: Bytes): Head {
  return { name, bytes: head, text: textOf(head) };
}

function textOf(head: Uint8Array): string {
  try {
    return new TextReader(head).read(head);
  } catch {
    return '';
  }
}

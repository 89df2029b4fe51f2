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

const SKIPPED: readonly (readonly [start: string, end: string])[] = [
  ['<?', '?>'],
  ['<!--', '-->']
];

/** The name of the first element of XML, without its prefix; null for a text that is none. */
export function rootElement(text: string): string | null {
  let at = 0;
  for (;;) {
    while (at < text.length && /\s/.test(text[at])) at++;
    const skipped = SKIPPED.find(([start]) => text.startsWith(start, at));
    if (skipped) {
      const end = text.indexOf(skipped[1], at + skipped[0].length);
      if (end < 0) return null;
      at = end + skipped[1].length;
    } else if (/^<!doctype/i.test(text.slice(at, at + 9))) {
      // Its own brackets may hold “>”.
      const [end, bracket] = [text.indexOf('>', at), text.indexOf('[', at)];
      const close = bracket >= 0 && bracket < end ? text.indexOf(']', bracket) : at;
      at = text.indexOf('>', close) + 1;
      if (at === 0 || close < 0) return null;
    } else {
      const name = /^<([\p{L}_][\w:.-]{0,60})[\s/>]/u.exec(text.slice(at, at + 80))?.[1];
      return name === undefined ? null : name.slice(name.indexOf(':') + 1);
    }
  }
}

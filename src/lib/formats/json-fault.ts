/** Where a JSON text stops being one: browsers' own messages mostly do not say. */
export interface JsonFault {
  /** Counted from 1. */
  line: number;
  column: number;
  /** What was found there and what may stand there. */
  found: string;
  expected: string;
}

const ATOM =
  /(?:"(?:[ !#-[\]-\u{10FFFF}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)/uy;

/** Finds the first fault of a text by the grammar of RFC 8259, or null when it is JSON. */
export function jsonFault(text: string): JsonFault | null {
  let at = 0;
  const stop = (expected: string): never => {
    throw new Stop(expected);
  };
  const skip = () => {
    while (/[ \t\n\r]/.test(text[at] ?? '')) at++;
  };
  const take = (sign: string) => {
    skip();
    if (text[at] !== sign) return false;
    at++;
    return true;
  };
  const atom = (expected: string, firstSign?: string) => {
    skip();
    ATOM.lastIndex = at;
    const found = ATOM.exec(text);
    if (!found || (firstSign !== undefined && text[at] !== firstSign)) return stop(expected);
    at += found[0].length;
  };
  const list = (close: string, entry: () => void) => {
    if (take(close)) return;
    do entry();
    while (take(','));
    if (!take(close)) stop(`a comma or ${close}`);
  };
  const value = (): void => {
    if (take('{')) {
      list('}', () => {
        atom('a name in double quotes (no comma after the last entry)', '"');
        if (!take(':')) stop('a colon');
        value();
      });
    } else if (take('[')) list(']', value);
    else atom('a value: text in double quotes, a number, true, false, null, { or [');
  };

  try {
    value();
    skip();
    if (at < text.length) stop('nothing more');
    return null;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const before = text.slice(0, at).split('\n');
    const found = at < text.length ? JSON.stringify(text[at]) : 'the end';
    const column = before[before.length - 1].length + 1;
    return { line: before.length, column, found, expected: error.expected };
  }
}

class Stop extends Error {
  constructor(readonly expected: string) {
    super(expected);
  }
}

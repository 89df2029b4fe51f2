import { Unreadable } from '../../formats/unreadable';
import { joined } from './source';

export type Encoding = 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252';

/**
 * The encoding of a text by its first bytes: by its byte order mark; as UTF-16 if every other byte
 * of most characters is 0; else UTF-8 until a byte says otherwise (see `TextReader`).
 */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'UTF-16 LE';
  if (head[0] === 0xfe && head[1] === 0xff) return 'UTF-16 BE';
  const looked = Math.min(head.length - (head.length % 2), 4096);
  let zerosAtEven = 0;
  let zerosAtOdd = 0;
  for (let i = 0; i < looked; i += 2) {
    if (head[i] === 0) zerosAtEven++;
    if (head[i + 1] === 0) zerosAtOdd++;
  }
  const many = Math.max(2, looked * 0.2);
  if (zerosAtOdd >= many && zerosAtEven * 20 < zerosAtOdd) return 'UTF-16 LE';
  if (zerosAtEven >= many && zerosAtOdd * 20 < zerosAtEven) return 'UTF-16 BE';
  return 'UTF-8';
}

/** What Windows-1252 has from 0x80 to 0x9f, where Latin-1 has no letters. */
const WESTERN = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Bytes as Windows-1252; Node 20 reads it as Latin-1, so that the letters above are set here. */
const western = (bytes: Uint8Array) =>
  new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\x80-\x9f]/g, (letter) => WESTERN[letter.charCodeAt(0) - 0x80]);

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Turns bytes into text, piece by piece. What is not sound as UTF-8 is read as Windows-1252: all
 * of the text if nothing before needed UTF-8, else only the lines concerned. NUL characters are
 * left out. Both are told in `notes`.
 */
export class TextReader {
  encoding: Encoding;
  readonly #strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #wide: TextDecoder | null;
  #carry = new Uint8Array(0);
  #isFirst = true;
  #usesUtf8 = false;
  #nuls = 0;
  #mendedLines = 0;

  constructor(head: Uint8Array) {
    this.encoding = encodingOf(head);
    const isWide = this.encoding === 'UTF-16 LE' || this.encoding === 'UTF-16 BE';
    this.#wide = isWide
      ? new TextDecoder(this.encoding === 'UTF-16 LE' ? 'utf-16le' : 'utf-16be', {
          ignoreBOM: true
        })
      : null;
    if (!isWide) requireText(head);
  }

  /** The text of the next bytes; `isLast` lets out what a character's first bytes held back. */
  read(bytes: Uint8Array, isLast = false): string {
    let text = this.#wide
      ? this.#wide.decode(bytes, { stream: !isLast })
      : this.#narrow(bytes, isLast);
    if (this.#isFirst && text !== '') {
      this.#isFirst = false;
      if (text.startsWith(BYTE_ORDER_MARK)) text = text.slice(1);
    }
    if (!text.includes('\0')) return text;
    const sound = text.replaceAll('\0', '');
    this.#nuls += text.length - sound.length;
    return sound;
  }

  notes(): string[] {
    const notes: string[] = [];
    if (this.encoding === 'Windows-1252') {
      notes.push('The text is no sound UTF-8 and was read as Windows-1252: look at its accents.');
    }
    if (this.#mendedLines > 0) {
      notes.push(
        `Lines that are no sound UTF-8 were read as Windows-1252: ${this.#mendedLines}. ` +
          'Look at their accents.'
      );
    }
    if (this.#nuls > 0) notes.push(`NUL characters were left out: ${this.#nuls}.`);
    return notes;
  }

  #narrow(bytes: Uint8Array, isLast: boolean): string {
    if (this.encoding === 'Windows-1252') return western(bytes);
    const whole = this.#carry.length > 0 ? joined([this.#carry, bytes]) : bytes;
    const end = isLast ? whole.length : wholeCharacters(whole);
    this.#carry = whole.slice(end);
    const block = whole.subarray(0, end);
    try {
      const text = this.#strict.decode(block);
      this.#usesUtf8 ||= text.length !== block.length;
      return text;
    } catch {
      return this.#mended(block, isLast);
    }
  }

  #mended(block: Uint8Array, isLast: boolean): string {
    if (!this.#usesUtf8 && !hasUtf8(block)) {
      this.encoding = 'Windows-1252';
      const rest = isLast ? block : joined([block, this.#carry]);
      this.#carry = new Uint8Array(0);
      return western(rest);
    }
    this.#usesUtf8 = true;
    return linesOf(block)
      .map((line) => {
        try {
          return this.#strict.decode(line);
        } catch {
          this.#mendedLines++;
          return western(line);
        }
      })
      .join('');
  }
}

/** The text of a source, piece by piece; `notes` are complete once it has ended. */
export async function* textsOf(
  chunks: AsyncIterable<Uint8Array>,
  reader: TextReader
): AsyncGenerator<string> {
  for await (const chunk of chunks) {
    const text = reader.read(chunk);
    if (text !== '') yield text;
  }
  const rest = reader.read(new Uint8Array(0), true);
  if (rest !== '') yield rest;
}

/** Where the last character that is whole ends. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back];
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** Whether more sequences of a block read as UTF-8 than not. */
function hasUtf8(block: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(block);
  let sound = 0;
  let unsound = 0;
  for (const character of text) {
    if (character === '\uFFFD') unsound++;
    else if (character > '\x7f') sound++;
  }
  return sound > unsound;
}

function linesOf(block: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < block.length;) {
    const end = block.indexOf(0x0a, from);
    const to = end < 0 ? block.length : end + 1;
    lines.push(block.subarray(from, to));
    from = to;
  }
  return lines;
}

/** Throws an Unreadable for bytes that are no text: more than one in ten is a control character. */
function requireText(head: Uint8Array): void {
  let controls = 0;
  for (const byte of head) {
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20)) controls++;
  }
  if (controls * 10 > head.length) {
    throw new Unreadable(
      'is neither a text nor a format that is read here: bring CSV, XLSX, GeoJSON, KML, KMZ or GPX.'
    );
  }
}

import { Unreadable } from '../../formats/unreadable';
import { inWords, MOST_BYTES } from './limits';

/** Where bytes come from: a File is one; in Node a file or the standard input is made one. */
export interface ByteSource {
  name: string;
  /** In bytes; null where it is not known beforehand, as for a pipe. */
  size: number | null;
  stream(): ReadableStream<Uint8Array>;
}

const HEAD_BYTES = 65_536;
const CHUNK_BYTES = 1_048_576;

/** A source that is being read: its first bytes to tell the format by, then all of them, once. */
export class Bytes {
  readonly name: string;
  /** The first 64 KB, or all there are. */
  head = new Uint8Array(0);
  readonly #size: number | null;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #read = 0;

  private constructor(source: ByteSource) {
    this.name = source.name;
    this.#size = source.size;
    this.#reader = source.stream().getReader();
  }

  /** Begins to read. Throws an Unreadable for a source that is empty or larger than is read. */
  static async open(source: ByteSource): Promise<Bytes> {
    if ((source.size ?? 0) > MOST_BYTES) throw tooLarge();
    const bytes = new Bytes(source);
    const parts: Uint8Array[] = [];
    for (
      let held = 0;
      held < HEAD_BYTES;
      held = parts.reduce((sum, part) => sum + part.length, 0)
    ) {
      const part = await bytes.#next();
      if (!part) break;
      parts.push(part);
    }
    bytes.head = joined(parts);
    if (bytes.head.length === 0) throw new Unreadable('is empty.');
    return bytes;
  }

  /** From 0 to 1; 0 while the size is not known. */
  share(): number {
    return this.#size ? Math.min(1, this.#read / this.#size) : 0;
  }

  /** All bytes from the first, in pieces of 1 MB at the most; to be asked for once. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    try {
      for (let part: Uint8Array | null = this.head; part; part = await this.#next()) {
        for (let at = 0; at < part.length; at += CHUNK_BYTES) {
          yield part.subarray(at, at + CHUNK_BYTES);
        }
      }
    } finally {
      await this.close();
    }
  }

  /** All bytes in one, for formats that allow no other way. Throws an Unreadable beyond `most`. */
  async whole(most: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let held = 0;
    for await (const part of this.chunks()) {
      held += part.length;
      if (held > most) throw new Unreadable(`is larger than ${inWords(most)}: save it as CSV.`);
      parts.push(part);
    }
    return joined(parts);
  }

  async close(): Promise<void> {
    await this.#reader.cancel().catch(() => undefined);
  }

  async #next(): Promise<Uint8Array | null> {
    const { done, value } = await this.#reader.read();
    if (done) return null;
    this.#read += value.length;
    if (this.#read > MOST_BYTES) {
      await this.close();
      throw tooLarge();
    }
    return value;
  }
}

/** Bytes that are at hand as a source. */
export function sourceOf(name: string, bytes: Uint8Array | string): ByteSource {
  const data = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return {
    name,
    size: data.length,
    stream: () =>
      new ReadableStream({
        start(controller) {
          if (data.length > 0) controller.enqueue(data);
          controller.close();
        }
      })
  };
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function tooLarge(): Unreadable {
  return new Unreadable(
    `is larger than ${inWords(MOST_BYTES)}, which is more than a browser holds: leave out columns ` +
      'or years, or make it GeoParquet, which is read piece by piece.'
  );
}

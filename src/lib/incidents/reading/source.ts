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

/** Bytes that are being read: the first of them to tell the format by, then all of them, once. */
export class Bytes {
  /** The first 64 KB, or all there are. */
  head = new Uint8Array(0);

  private constructor(
    readonly name: string,
    private readonly parts: AsyncGenerator<Uint8Array>,
    /** How much has been read, from 0 to 1; 0 while the size is not known. */
    readonly share: () => number
  ) {}

  /** Begins to read a source. Throws an Unreadable for one that is empty or larger than is read. */
  static async open(source: ByteSource): Promise<Bytes> {
    const { size } = source;
    if ((size ?? 0) > MOST_BYTES) throw tooLarge();
    const meter = { read: 0 };
    const share = () => (size ? Math.min(1, meter.read / size) : 0);
    return Bytes.from(source.name, partsOf(source, meter), share);
  }

  /** Begins to read what gives bytes part by part, as a file within a zip file does. */
  static async from(
    name: string,
    parts: AsyncGenerator<Uint8Array>,
    share: () => number
  ): Promise<Bytes> {
    const bytes = new Bytes(name, parts, share);
    const first: Uint8Array[] = [];
    for (let held = 0; held < HEAD_BYTES;) {
      const { done, value } = await parts.next();
      if (done) break;
      first.push(value);
      held += value.length;
    }
    bytes.head = joined(first);
    if (bytes.head.length === 0) throw new Unreadable('is empty.');
    return bytes;
  }

  /** All bytes from the first, in pieces of 1 MB at the most; to be asked for once. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    try {
      yield* pieces(this.head);
      for await (const part of gathered(this.parts)) yield* pieces(part);
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
    await this.parts.return(undefined);
  }
}

/** Small parts in one: what comes in drips, as from a pipe, is read no slower. */
async function* gathered(parts: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const part of parts) {
    held.push(part);
    size += part.length;
    if (size < HEAD_BYTES) continue;
    yield held.length === 1 ? part : joined(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield joined(held);
}

function* pieces(part: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < part.length; at += CHUNK_BYTES) yield part.subarray(at, at + CHUNK_BYTES);
}

async function* partsOf(source: ByteSource, meter: { read: number }): AsyncGenerator<Uint8Array> {
  const reader = source.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      meter.read += value.length;
      if (meter.read > MOST_BYTES) throw tooLarge();
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
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

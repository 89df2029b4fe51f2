import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { boxArea } from '../lib/incidents/parquet/area';
import { isParquet, openParquet } from '../lib/incidents/parquet/parquet-sheet';
import type { Bounds } from '../lib/incidents/parquet/positions';
import { httpBuffer, type RangeBuffer } from '../lib/incidents/parquet/range-buffer';
import { openSheet } from '../lib/incidents/reading/formats';
import type { Sheet } from '../lib/incidents/reading/sheet';
import type { ByteSource } from '../lib/incidents/reading/source';
import type { Streams } from './command';

/**
 * Opens a file, an address or the standard input (-) as a sheet. Of Parquet only the parts that hold
 * rows within `bounds` are read. Throws an Unreadable, and an Error for a file that is not there.
 */
export async function openIncidents(
  file: string,
  bounds: Bounds | null,
  { bytes }: Streams
): Promise<Sheet> {
  const area = bounds && boxArea(bounds);
  if (/^https?:\/\//i.test(file)) return openParquet(await httpBuffer(file, fetch), area);
  if (file === '-') return openSheet({ name: 'standard input', size: null, stream: bytes });
  const { size, head } = await looked(file);
  if (isParquet(head)) return openParquet(fileBuffer(file, size), area);
  return openSheet(fileSource(file, size));
}

/** A file's size and first bytes. Throws an Error when it cannot be read. */
async function looked(file: string): Promise<{ size: number; head: Uint8Array }> {
  try {
    const found = await stat(file);
    if (!found.isFile()) throw new Error('it is no file');
    return { size: found.size, head: await part(file, 0, 4) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} cannot be read: ${reason}`, { cause: error });
  }
}

async function part(file: string, start: number, end: number): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const bytes = new Uint8Array(end - start);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function fileBuffer(file: string, byteLength: number): RangeBuffer {
  return {
    byteLength,
    async slice(start, end = byteLength) {
      const bytes = await part(file, start, Math.min(end, byteLength));
      return bytes.slice().buffer as ArrayBuffer;
    }
  };
}

function fileSource(file: string, size: number): ByteSource {
  return {
    name: basename(file),
    size,
    stream: () => Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>
  };
}

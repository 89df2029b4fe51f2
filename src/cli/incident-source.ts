import { createReadStream } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
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
  const handle = await opened(file);
  if (isParquet(await part(handle, 0, 4))) {
    return openParquet(fileBuffer(handle, (await handle.stat()).size), area);
  }
  await handle.close();
  return openSheet(await fileSource(file));
}

async function opened(file: string): Promise<FileHandle> {
  try {
    const handle = await open(file, 'r');
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
    throw new Error('it is no file');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} cannot be read: ${reason}`, { cause: error });
  }
}

async function part(handle: FileHandle, start: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - start);
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
  return bytes.subarray(0, bytesRead);
}

function fileBuffer(handle: FileHandle, byteLength: number): RangeBuffer {
  return {
    byteLength,
    async slice(start, end = byteLength) {
      const bytes = await part(handle, start, Math.min(end, byteLength));
      return bytes.slice().buffer as ArrayBuffer;
    }
  };
}

async function fileSource(file: string): Promise<ByteSource> {
  const { size } = await stat(file);
  return {
    name: basename(file),
    size,
    stream: () => Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>
  };
}

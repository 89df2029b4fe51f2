import { Inflate } from 'fflate';
import { Unreadable } from '../../formats/unreadable';
import {
  FREE_INFLATED_BYTES,
  inWords,
  MOST_ENTRIES,
  MOST_INFLATED_BYTES,
  MOST_RATIO
} from './limits';

/** A file in a zip file, still packed. */
export interface ZipEntry {
  name: string;
  packed: Uint8Array;
  /** 0 is stored, 8 is deflated. */
  method: number;
  isLocked: boolean;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const ZIP64_FIELD = 0x0001;
const IN_ZIP64 = 0xffffffff;

/** What a zip file holds, by its directory (APPNOTE 6.3). Throws an Unreadable. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  try {
    return directoryOf(bytes);
  } catch (error) {
    throw error instanceof Unreadable ? error : damaged();
  }
}

function directoryOf(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged();
    if (entries.length >= MOST_ENTRIES) {
      throw new Unreadable(
        `is a zip file of more than ${MOST_ENTRIES.toLocaleString('en')} files.`
      );
    }
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const nameEnd = at + 46 + nameLength;
    const { packedSize, offset } = placeOf(view, at, nameEnd, extraLength);
    if (view.getUint32(offset, true) !== LOCAL_HEADER) throw damaged();
    const start =
      offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (start + packedSize > bytes.length) throw damaged();
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
      packed: bytes.subarray(start, start + packedSize),
      method: view.getUint16(at + 10, true),
      isLocked: (view.getUint16(at + 8, true) & 1) === 1
    });
    at = nameEnd + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Where the directory's end stands: in the last 64 KB, behind it only a comment. */
function endOfDirectory(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= earliest; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw damaged();
}

/** Packed size and offset of an entry; those that need 64 bits stand in a field of their own. */
function placeOf(view: DataView, at: number, extraStart: number, extraLength: number) {
  let packedSize = view.getUint32(at + 20, true);
  let offset = view.getUint32(at + 42, true);
  for (let field = extraStart; field + 4 <= extraStart + extraLength;) {
    const size = view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === ZIP64_FIELD) {
      let value = field + 4 + (view.getUint32(at + 24, true) === IN_ZIP64 ? 8 : 0);
      if (packedSize === IN_ZIP64) {
        packedSize = Number(view.getBigUint64(value, true));
        value += 8;
      }
      if (offset === IN_ZIP64) offset = Number(view.getBigUint64(value, true));
    }
    field += 4 + size;
  }
  return { packedSize, offset };
}

/** Packed bytes inflated at once: deflate makes at most 1,032 of one, so some 17 MB. */
const PIECE_BYTES = 16_384;

/**
 * An entry's bytes, piece by piece. Throws an Unreadable for more than 1.5 GB or 200 times the packed
 * bytes, and for what is damaged or locked.
 */
export async function* inflated(
  { packed, method, isLocked }: ZipEntry,
  meter = { share: 0 }
): AsyncGenerator<Uint8Array> {
  if (isLocked) throw new Unreadable('is locked by a password: unpack it first.');
  if (method !== 0 && method !== 8) {
    throw new Unreadable('is packed in a way that is not read here: unpack it first.');
  }
  let ready: Uint8Array[] = [];
  let total = 0;
  const inflate = new Inflate((data) => ready.push(data));
  for (let at = 0; at < packed.length; at += PIECE_BYTES) {
    const piece = packed.subarray(at, at + PIECE_BYTES);
    if (method === 0) ready.push(piece);
    else pushed(inflate, piece, at + PIECE_BYTES >= packed.length);
    for (const data of ready) total += data.length;
    requireSane(total, at + piece.length);
    meter.share = (at + piece.length) / packed.length;
    yield* ready.filter((data) => data.length > 0);
    ready = [];
  }
}

function pushed(inflate: Inflate, piece: Uint8Array, isLast: boolean): void {
  try {
    inflate.push(piece, isLast);
  } catch {
    throw damaged();
  }
}

function requireSane(inflatedBytes: number, packedBytes: number): void {
  if (inflatedBytes > MOST_INFLATED_BYTES) {
    throw new Unreadable(`unpacks to more than ${inWords(MOST_INFLATED_BYTES)}.`);
  }
  if (inflatedBytes > FREE_INFLATED_BYTES && inflatedBytes > MOST_RATIO * packedBytes) {
    throw new Unreadable(
      `unpacks to more than ${MOST_RATIO} times its size, as no table does: it was not opened.`
    );
  }
}

const damaged = () => new Unreadable('cannot be unpacked: it is damaged or not whole.');

import type { AsyncBuffer } from 'hyparquet';
import { Unreadable } from '../../formats/unreadable';

/** A file of which any part can be asked for. */
export type RangeBuffer = AsyncBuffer;

/** What `fetch` is, as far as it is needed here: domain rooms have no network of their own. */
export type FetchPart = (
  url: string,
  init: { method?: string; headers?: Record<string, string> }
) => Promise<Response>;

/** A file that the reader chose; only the parts that are asked for are read. */
export function blobBuffer(blob: Blob): RangeBuffer {
  return {
    byteLength: blob.size,
    slice: (start, end) => blob.slice(start, end).arrayBuffer()
  };
}

/**
 * A file on a host that serves parts of files by HTTP range requests, as any static host does. Throws
 * an Unreadable where it does not.
 */
export async function httpBuffer(url: string, fetchPart: FetchPart): Promise<RangeBuffer> {
  const head = await asked(() => fetchPart(url, { method: 'HEAD' }));
  const byteLength = Number(head.headers.get('content-length'));
  if (!head.ok) throw new Unreadable(`cannot be fetched: its host answers ${head.status}.`);
  if (!(byteLength > 0)) throw new Unreadable('has no length: its host does not tell it.');
  return {
    byteLength,
    async slice(start, end = byteLength) {
      const range = `bytes=${start}-${Math.min(end, byteLength) - 1}`;
      const answer = await asked(() => fetchPart(url, { headers: { Range: range } }));
      if (answer.status === 206) return answer.arrayBuffer();
      // Not read to its end: the whole file may be many gigabytes.
      await answer.body?.cancel();
      throw new Unreadable(
        answer.ok
          ? 'can be fetched only whole: its host does not serve parts of files.'
          : `cannot be fetched: its host answers ${answer.status}.`
      );
    }
  };
}

async function asked(ask: () => Promise<Response>): Promise<Response> {
  try {
    return await ask();
  } catch (error) {
    throw new Unreadable(
      'cannot be fetched: its host is out of reach, or not one of those allowed.',
      {
        cause: error
      }
    );
  }
}

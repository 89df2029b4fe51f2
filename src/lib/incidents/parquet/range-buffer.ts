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
  const head = await headersOf(url, fetchPart);
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

/** What is told of a file without it: by HEAD, or by GET where an address is signed for that alone. */
async function headersOf(url: string, fetchPart: FetchPart): Promise<Response> {
  const head = await asked(() => fetchPart(url, { method: 'HEAD' }));
  if (![403, 405, 501].includes(head.status)) return head;
  const whole = await asked(() => fetchPart(url, { method: 'GET' }));
  await whole.body?.cancel();
  return whole;
}

async function asked(ask: () => Promise<Response>): Promise<Response> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable('cannot be fetched: its host is out of reach.', { cause: error });
  }
}

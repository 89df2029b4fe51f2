import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What a host does with a file that is asked for. */
export interface FarHost {
  url: string;
  host: string;
  /** All that was asked of it, as “GET /a.parquet bytes=0-9”. */
  asked: string[];
  sentBytes: number;
  close(): Promise<void>;
}

/** What each path answers: a file, with or without parts of it, to anyone or to its own pages alone. */
export type FarFiles = Record<string, { bytes: Uint8Array; parts?: boolean; cors?: boolean }>;

/** A host of its own beside the app's, as another origin is. */
export async function farHost(files: FarFiles): Promise<FarHost> {
  const asked: string[] = [];
  const sent = { bytes: 0 };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    asked.push(`${request.method} ${path} ${request.headers.range ?? ''}`.trim());
    sent.bytes += answer(request, response, files[path]);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The host has no port.');
  const host = `localhost:${address.port}`;
  return {
    url: `http://${host}`,
    host,
    asked,
    get sentBytes() {
      return sent.bytes;
    },
    close: () => new Promise((resolve) => server.close(() => resolve()))
  };
}

/** Gives how many bytes of the file went out. */
function answer(
  request: IncomingMessage,
  response: ServerResponse,
  file: FarFiles[string] | undefined
): number {
  if (file?.cors !== false) {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', 'Range');
  }
  if (request.method === 'OPTIONS' || !file) {
    response.writeHead(file ? 204 : 404).end();
    return 0;
  }
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
  const isPart = range !== null && file.parts !== false;
  const part = isPart ? file.bytes.slice(Number(range[1]), Number(range[2]) + 1) : file.bytes;
  response.setHeader('Content-Length', part.length);
  response.writeHead(isPart ? 206 : 200);
  if (request.method === 'HEAD') {
    response.end();
    return 0;
  }
  response.end(part);
  return part.length;
}

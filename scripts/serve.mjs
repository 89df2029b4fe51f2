import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * Serves build/ as any file host would, on this machine only. The site's own configuration is left
 * out: SvelteKit's preview serves its intermediate output, and what ships is build/.
 * @param {{ port?: number, exactPort?: boolean }} [options] the next free port is taken when `port`
 *   is in use, unless `exactPort`, which then throws
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ port = 4173, exactPort = false } = {}) {
  const { preview } = await import('vite');
  const server = await preview({
    root,
    configFile: false,
    appType: 'mpa',
    logLevel: 'warn',
    build: { outDir: join(root, 'build') },
    preview: { host: 'localhost', port, strictPort: exactPort }
  });
  const address = server.httpServer.address();
  if (!address || typeof address === 'string') throw new Error('The server has no port.');
  return { url: `http://localhost:${address.port}/`, close: () => server.close() };
}

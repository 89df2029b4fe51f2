import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../../../scripts/run.mjs';

/**
 * A module of the app, bundled and minified as the page and its workers have it: run from source,
 * each call goes through what a test runner adds to it, a tenth of a zone's time.
 * @param entry a path from the project's root; what it imports must be plain TypeScript
 */
export async function asShipped<Module>(entry: string): Promise<Module> {
  const outDir = join(root, 'test-results', 'bench');
  const fileName = entry.replaceAll('/', '-').replace(/\.ts$/, '');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      minify: true,
      lib: { entry: join(root, entry), formats: ['es'], fileName }
    }
  });
  return (await import(pathToFileURL(join(outDir, `${fileName}.js`)).href)) as Module;
}

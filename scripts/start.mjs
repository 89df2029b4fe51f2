import './node-version.mjs';
import { parseArgs } from 'node:util';
import { openInBrowser } from './open.mjs';
import { ensureBuilt, ensureInstalled } from './prepare.mjs';
import { serve } from './serve.mjs';

const help = `npm start [-- options]
Installs and builds what is missing, serves the app on this machine and opens it in the browser.

  --port N    serve on this port exactly (otherwise 4173 or the next free one)
  --no-open   do not open a browser
  --help      this text`;

try {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false }
    }
  });
  if (values.help) console.log(help);
  else await start({ port: values.port, open: !values['no-open'] });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @param {{ port: string | undefined, open: boolean }} options */
async function start({ port, open }) {
  await ensureInstalled();
  await ensureBuilt();
  const site = await serve(port === undefined ? {} : { port: portNumber(port), exactPort: true });
  console.log(`The app is at ${site.url} (Ctrl+C ends it).`);
  process.once('SIGINT', async () => {
    await site.close();
    process.exit(0);
  });
  if (open) openInBrowser(site.url);
}

/** @param {string} text */
function portNumber(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Error(`--port wants a number from 1 to 65535, not "${text}".`);
}

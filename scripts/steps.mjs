import { findBrowser } from './browser.mjs';
import { findDriver } from './driver.mjs';
import { ensureBuilt } from './prepare.mjs';
import { npmScript, run } from './run.mjs';
import { serve } from './serve.mjs';
import { playwrightTally, vitestTally } from './tally.mjs';

const unitReport = 'test-results/unit.json';
const e2eReport = 'test-results/e2e.json';

/**
 * @typedef {object} Step
 * @property {string} name what `npm test -- NAME` calls it
 * @property {string} title
 * @property {() => Promise<number>} run gives the exit code
 * @property {string} [after] a step without which this one makes no sense
 * @property {boolean} [isLight] whether it leaves a core free for another such step
 * @property {{ report: string, tally: (json: string) => import('./tally.mjs').Tally }} [tests]
 */

/** The steps of `npm test`, in order. @type {Step[]} */
export const steps = [
  {
    name: 'lint',
    title: 'Lint and format (eslint, prettier)',
    run: () => npmScript('lint'),
    isLight: true
  },
  {
    name: 'check',
    title: 'Types (svelte-check)',
    run: () => npmScript('check'),
    isLight: true
  },
  { name: 'build', title: 'Build (vite)', run: () => npmScript('build'), isLight: true },
  {
    name: 'browser',
    title: 'A browser for the tests (found or installed)',
    run: () => run(process.execPath, ['scripts/find-browser.mjs']),
    isLight: true
  },
  {
    name: 'unit',
    title: 'Unit tests (vitest)',
    run: () =>
      npmScript('unit', [
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${unitReport}`
      ]),
    tests: { report: unitReport, tally: (json) => vitestTally(JSON.parse(json)) }
  },
  {
    name: 'e2e',
    title: 'Browser and accessibility tests (playwright)',
    run: browserTests,
    after: 'build',
    tests: { report: e2eReport, tally: (json) => playwrightTally(JSON.parse(json)) }
  }
];

async function browserTests() {
  const browser = findBrowser();
  const driver = findDriver(browser.path);
  await ensureBuilt();
  const site = await serve();
  try {
    return await npmScript('e2e', [], {
      DURAND_BROWSER: browser.path,
      DURAND_DRIVER: driver,
      DURAND_URL: site.url
    });
  } finally {
    await site.close();
  }
}

import './node-version.mjs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser, launchOptions } from './browser.mjs';
import { settledMap } from './map-state.mjs';
import { ensureBuilt, ensureInstalled } from './prepare.mjs';
import { scenes } from './scenes.mjs';
import { screens } from './screens.mjs';
import { serve } from './serve.mjs';

/** @typedef {import('./scenes.mjs').Scene} Scene */

const help = `npm run screenshots [-- FOLDER] [--only NAME ...]
Builds what is missing, opens the app and saves a picture of each scene in FOLDER
(docs/screenshots unless given). Scenes: ${scenes.map(({ name }) => name).join(', ')}.`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true },
      help: { type: 'boolean', default: false }
    }
  });
  if (values.help) console.log(help);
  else await takeAll(chosenScenes(values.only), positionals[0] ?? join('docs', 'screenshots'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @param {string[] | undefined} names @returns {Scene[]} */
function chosenScenes(names) {
  const unknown = names?.find((name) => !scenes.some((scene) => scene.name === name));
  if (unknown !== undefined) throw new Error(`There is no scene "${unknown}".\n\n${help}`);
  return names ? scenes.filter(({ name }) => names.includes(name)) : scenes;
}

/** @param {Scene[]} chosen @param {string} folder */
async function takeAll(chosen, folder) {
  await ensureInstalled();
  await ensureBuilt();
  const { chromium } = await import('@playwright/test');
  const site = await serve();
  const browser = await chromium.launch(launchOptions(findBrowser().path));
  try {
    for (const scene of chosen) {
      const context = await browser.newContext({
        ...screens[scene.screen],
        colorScheme: scene.theme,
        baseURL: site.url
      });
      const path = join(folder, `${scene.name}.png`);
      await take(await context.newPage(), scene, path);
      await context.close();
    }
  } finally {
    await browser.close();
    await site.close();
  }
}

/** @param {import('@playwright/test').Page} page @param {Scene} scene @param {string} path */
async function take(page, scene, path) {
  await page.goto('/');
  const before = await settledMap(page);
  await scene.steps?.(page);
  const state = scene.steps ? await settledMap(page) : before;
  await page.screenshot({ path });
  console.log(`${path} (map ${state})`);
  if (state !== 'idle') process.exitCode = 1;
}

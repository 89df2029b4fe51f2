import { madeUpIncidents } from './made-up-incidents.mjs';
import { settledMap } from './map-state.mjs';

/**
 * One picture of the app.
 * @typedef {object} Scene
 * @property {string} name the file's name, without .png
 * @property {keyof typeof import('./screens.mjs').screens} screen
 * @property {'light' | 'dark'} theme
 * @property {(page: import('@playwright/test').Page) => Promise<void>} [steps] what to do on the
 *   open, idle page before the picture is taken
 */

/**
 * @param {string} tab
 * @param {string} place
 * @returns {NonNullable<Scene['steps']>}
 */
function openCard(tab, place) {
  return async (page) => {
    await page.getByRole('tab', { name: tab }).click();
    await page.getByRole('button', { name: place }).first().click();
    await settledMap(page);
  };
}

/**
 * A second zone beside the first, from the precedents.
 * @param {import('@playwright/test').Page} page
 */
async function addPreset(page) {
  await page.getByRole('button', { name: 'Presets…' }).click();
  await page
    .getByRole('button', { name: /^Add Iraq - Kuwait/ })
    .first()
    .click();
}

/** Claims are measured on opening, on a busy machine for a minute. */
const MEASURED = { timeout: 90_000 };

/** What is made and measured, taken at both sizes and in both themes. */
const workshop = {
  /** @param {import('@playwright/test').Page} page */
  async zones(page) {
    await page.getByRole('tab', { name: 'Zones' }).click();
    await addPreset(page);
  },
  /** @param {import('@playwright/test').Page} page */
  async compare(page) {
    await page.getByRole('tab', { name: 'Zones' }).click();
    await addPreset(page);
    await page.getByRole('button', { name: 'Compare' }).click();
    const table = page.getByTestId('compare');
    await table
      .getByRole('button', { name: /^Hatch/ })
      .first()
      .click();
    await table.getByText('…', { exact: true }).first().waitFor({ state: 'detached' });
  },
  /** @param {import('@playwright/test').Page} page */
  async profile(page) {
    await page.getByRole('tab', { name: 'Measure' }).click();
    await page.getByRole('spinbutton', { name: 'Chainage' }).fill('1600');
    await page.getByRole('button', { name: 'Show on the map' }).first().click();
    await page.getByRole('button', { name: 'Chart' }).click();
    await page.getByTestId('profile-summary').waitFor();
    await page.getByText('Measuring', { exact: true }).waitFor({ state: 'hidden' });
  },
  /** @param {import('@playwright/test').Page} page */
  async timeline(page) {
    await page.getByRole('tab', { name: 'Texts' }).click();
    await page.keyboard.press('t');
    const events = page.getByRole('listbox', { name: 'Events in time' });
    await events.getByRole('option').first().waitFor();
  },
  /** @param {import('@playwright/test').Page} page */
  async claims(page) {
    await openClaims(page);
    const both = page.locator('[data-claim="site-both"]');
    await both.locator('summary').first().click();
    await both.getByRole('button', { name: 'Show me on the map' }).click();
  },
  /** @param {import('@playwright/test').Page} page */
  async length(page) {
    await openClaims(page);
    const length = page.locator('[data-claim="line-length"]');
    await length.locator('summary').first().click();
    await length.getByRole('button', { name: 'Length by ruler' }).click();
    await page.getByTestId('ruled-length').getByText('km').first().waitFor(MEASURED);
  },
  /** @param {import('@playwright/test').Page} page */
  async incidents(page) {
    await page.getByRole('tab', { name: 'Incidents' }).click();
    await page.getByTestId('incident-files').setInputFiles({
      name: 'Made-up events.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(madeUpIncidents())
    });
    const arrivals = page.getByRole('list', { name: 'Files on their way in' });
    await arrivals.getByRole('button', { name: 'Import', exact: true }).click({ timeout: 60_000 });
    await page.getByText('All 390 incidents').waitFor({ timeout: 60_000 });
    await arrivals.getByRole('button', { name: /^Done with/ }).click();
    await page.getByRole('button', { name: 'Charts' }).click();
    await page
      .getByRole('region', { name: 'Incidents in charts' })
      .getByRole('slider')
      .first()
      .waitFor();
  }
};

/** @param {import('@playwright/test').Page} page */
async function openClaims(page) {
  await page.getByRole('tab', { name: 'Texts' }).click();
  await page.getByRole('radio', { name: 'Claims' }).check({ force: true });
}

/** @type {Scene[]} */
const workshopScenes = Object.entries(workshop).flatMap(([name, steps]) =>
  /** @type {const} */ (['desktop', 'phone']).flatMap((screen) =>
    /** @type {const} */ (['light', 'dark']).map((theme) => ({
      name: `${name}-${screen}-${theme}`,
      screen,
      theme,
      steps
    }))
  )
);

/** The pictures that `npm run screenshots` takes. @type {Scene[]} */
export const scenes = [
  { name: 'desktop-light', screen: 'desktop', theme: 'light' },
  {
    name: 'desktop-dark',
    screen: 'desktop',
    theme: 'dark',
    steps: openCard('Places', 'Mohammed Khil copper site')
  },
  {
    name: 'desktop-layers',
    screen: 'desktop',
    theme: 'light',
    steps: async (page) => page.getByRole('tab', { name: 'Layers' }).click()
  },
  { name: 'phone-light', screen: 'phone', theme: 'light' },
  { name: 'phone-dark', screen: 'phone', theme: 'dark', steps: openCard('Places', 'Miranshah') },
  ...workshopScenes
];

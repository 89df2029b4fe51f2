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
  { name: 'phone-dark', screen: 'phone', theme: 'dark', steps: openCard('Places', 'Miranshah') }
];

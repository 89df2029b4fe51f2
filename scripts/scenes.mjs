/**
 * One picture of the app.
 * @typedef {object} Scene
 * @property {string} name the file's name, without .png
 * @property {keyof typeof import('./screens.mjs').screens} screen
 * @property {'light' | 'dark'} theme
 * @property {(page: import('@playwright/test').Page) => Promise<void>} [steps] what to do on the
 *   open, idle page before the picture is taken
 */

/** The pictures that `npm run screenshots` takes. @type {Scene[]} */
export const scenes = [
  { name: 'desktop-light', screen: 'desktop', theme: 'light' },
  { name: 'desktop-dark', screen: 'desktop', theme: 'dark' },
  { name: 'phone-light', screen: 'phone', theme: 'light' },
  { name: 'phone-dark', screen: 'phone', theme: 'dark' }
];

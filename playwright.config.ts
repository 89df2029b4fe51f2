import { defineConfig } from '@playwright/test';
import { findBrowser, launchOptions } from './scripts/browser.mjs';
import { findDriver } from './scripts/driver.mjs';
import { screens } from './scripts/screens.mjs';

/** The tag of support/test.ts. */
const ONE_SCREEN = /@one-screen/;

// Playwright reads this file once in each of its processes; these are looked for once only.
const path = (process.env.DURAND_BROWSER ||= findBrowser().path);
const driver = (process.env.DURAND_DRIVER ??= findDriver(path));
const launch = launchOptions(path, driver);

// `npm test` serves the app itself and gives the address here.
const served = process.env.DURAND_URL;
const port = 4273;
const startCommand = `node scripts/start.mjs --no-open --port ${port}`;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  // Two cores draw the map in software: slow is not wrong. What passes only when tried again is named
  // by `npm test`.
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: served ?? `http://localhost:${port}/`,
    // In pages that live for seconds V8's last compiler takes more time than it gives back.
    launchOptions: { ...launch, args: [...launch.args, '--js-flags=--no-turbofan'] },
    actionTimeout: 15_000,
    // Every frame that the map need not animate is one that two cores need not draw in software.
    contextOptions: { reducedMotion: 'reduce' },
    // The trace's own film of the page costs a third of the run under software drawing.
    // Tracing itself takes time: in CI only what failed once is traced.
    trace: { mode: process.env.CI ? 'on-first-retry' : 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure'
  },
  // One pixel for each of CSS, and a small window: software draws each pixel of the map for each
  // frame. What could lie over something else is looked for at full size too (layout.spec.ts).
  projects: [
    {
      name: 'desktop',
      use: { ...screens.desktop, viewport: { width: 1120, height: 720 } },
      grepInvert: ONE_SCREEN
    },
    { name: 'phone', use: { ...screens.phone, deviceScaleFactor: 1 }, grepInvert: ONE_SCREEN },
    // What does not depend on the screen is shown once.
    { name: 'small', use: { viewport: { width: 1024, height: 640 } }, grep: ONE_SCREEN }
  ],
  ...(served
    ? {}
    : {
        webServer: {
          command: startCommand,
          url: `http://localhost:${port}/`,
          reuseExistingServer: true,
          timeout: 180_000
        }
      })
});

import { chromium, type Page } from '@playwright/test';
import { findBrowser, launchOptions } from '../../scripts/browser.mjs';
import { ensureBuilt } from '../../scripts/prepare.mjs';
import { screens } from '../../scripts/screens.mjs';
import { serve } from '../../scripts/serve.mjs';

export const title =
  'Dragging a zone’s width: from input to drawn frame, in the browser (software rendering here)';

/** Widths in km that the hand passes over. */
const DRAGS = [
  { fromKm: 1, toKm: 3 },
  { fromKm: 5, toKm: 8 },
  { fromKm: 10, toKm: 20 },
  { fromKm: 30, toKm: 60 }
];
const STEPS = 120;
/** A mouse tells its place some sixty times a second. */
const STEP_MS = 16;

interface Drawn {
  /** From the newest input before it was asked for, in ms. */
  ms: number;
}

/** Prints how long after an input the zone that it asks for is on the screen, and how often. */
export async function run(): Promise<void> {
  await ensureBuilt();
  const site = await serve();
  const browser = await chromium.launch(launchOptions(findBrowser().path));
  try {
    const rows: Record<string, Record<string, number>> = {};
    for (const [screen, use] of Object.entries(screens)) {
      const page = await browser.newPage({ ...use, deviceScaleFactor: 1 });
      await watch(page);
      await page.goto(site.url);
      await page.getByRole('tab', { name: 'Zones' }).click();
      await page.getByTestId('area-total').waitFor({ timeout: 60_000 });
      for (const { fromKm, toKm } of DRAGS) {
        rows[`${screen}, ${fromKm} to ${toKm} km`] = summary(await drag(page, fromKm, toKm));
      }
      await page.close();
    }
    console.table(rows);
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Collects what the app tells the performance timeline, each from the input that it follows. */
async function watch(page: Page): Promise<void> {
  // tsx marks named functions with a helper of its own, which the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(() => {
    const inputs: number[] = [];
    const drawn: { ms: number }[] = [];
    Object.assign(window, { drawn });
    addEventListener('input', (event) => inputs.push(event.timeStamp), true);
    new PerformanceObserver((list) => {
      for (const { name, startTime, duration } of list.getEntries()) {
        if (name !== 'zone drawn') continue;
        const input = inputs.findLast((at) => at <= startTime);
        if (input !== undefined) drawn.push({ ms: startTime + duration - input });
      }
    }).observe({ type: 'measure' });
  });
}

async function drag(page: Page, fromKm: number, toKm: number): Promise<Drawn[]> {
  const slider = page.getByRole('slider', { name: 'Width on the Afghan side' });
  return slider.evaluate(
    async (element, { fromKm, toKm, STEPS, STEP_MS }) => {
      const input = element as HTMLInputElement;
      const { drawn } = window as unknown as { drawn: { ms: number }[] };
      const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      const set = (km: number) => {
        input.value = String(km);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      };
      input.step = 'any';
      set(fromKm);
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await wait(1500);
      drawn.length = 0;
      for (let i = 0; i < STEPS; i++) {
        const share = (1 - Math.cos((2 * Math.PI * i) / STEPS)) / 2;
        set(fromKm + share * (toKm - fromKm));
        await wait(STEP_MS);
      }
      const followed = [...drawn];
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await wait(1500);
      return followed;
    },
    { fromKm, toKm, STEPS, STEP_MS }
  );
}

function summary(drawn: readonly Drawn[]): Record<string, number> {
  const times = drawn.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor(share * (times.length - 1))] ?? NaN);
  return { pictures: times.length, 'median ms': at(0.5), 'p90 ms': at(0.9), 'worst ms': at(1) };
}

import type { Locator, Page } from '@playwright/test';
import { screens } from '../../scripts/screens.mjs';
import { controls, middle, openApp, openSection, panel, pointers, readout } from './support/app';
import { overlaps } from './support/boxes';
import { whenMapIdle } from './support/idle';
import { hiddenLabels } from './support/labels';
import { expect, test } from './support/test';

const dock = (page: Page): Locator => page.getByRole('region', { name: 'Events in time' });

/** All that stands on the map, by name; a dock lies over the sheet of a phone. */
async function standing(page: Page): Promise<Record<string, Locator>> {
  const edge = await pointers(page).getByRole('button').all();
  const docked = await dock(page).isVisible();
  const below = docked ? { dock: dock(page) } : { panel: panel(page) };
  return {
    ...below,
    controls: controls(page),
    readout: readout(page),
    credits: page.getByRole('paragraph').filter({ hasText: 'OpenStreetMap contributors' }),
    scale: page.locator('.maplibregl-ctrl-scale'),
    ...Object.fromEntries(edge.map((pointer, i) => [`pointer ${i}`, pointer]))
  };
}

/** What reaches over the right margin of a section, by tag and class. */
function overMargin(section: Element): string[] {
  const right = section.getBoundingClientRect().right;
  const margin = right - parseFloat(getComputedStyle(section).paddingInlineEnd);
  return [...section.querySelectorAll('*')]
    .filter((one) => !one.closest('.visually-hidden'))
    .filter((one) => one.getBoundingClientRect().right > margin + 1)
    .map((one) => `${one.tagName}.${one.getAttribute('class') ?? ''}`);
}

/** Sizes beside the project's own. */
const more = {
  desktop: [screens.desktop.viewport, { width: 1024, height: 640 }],
  phone: [{ width: 360, height: 640 }]
};

test('nothing on the map lies over anything else, nor over the window’s edge', async ({
  page,
  isMobile
}) => {
  const own = page.viewportSize();
  if (!isMobile) await page.setViewportSize(screens.desktop.viewport);
  await openApp(page);
  await test.step('no label stands under what came after it', async () => {
    await whenMapIdle(page);
    await expect(pointers(page).getByRole('button').first()).toBeVisible();
    await expect.poll(() => hiddenLabels(page)).toEqual([]);
  });

  for (const size of [own, ...more[isMobile ? 'phone' : 'desktop']]) {
    if (!size) throw new Error('The screen has no size.');
    const at = `${size.width} x ${size.height}`;
    await page.setViewportSize(size);
    await whenMapIdle(page);
    if (!isMobile) {
      const { x, y } = await middle(page);
      await page.mouse.move(x, y);
      await page.mouse.move(x + 1, y);
    }
    await expect(readout(page)).toContainText('Chainage');
    await expect.poll(async () => overlaps(await standing(page)), at).toEqual([]);
    await page.keyboard.press('t');
    await expect(dock(page)).toBeVisible();
    await expect.poll(async () => overlaps(await standing(page)), `${at}, with a dock`).toEqual([]);
    await page.keyboard.press('t');
    await expect(dock(page)).toBeHidden();

    const room = await page.evaluate(() => [
      document.documentElement.scrollWidth - innerWidth,
      document.documentElement.scrollHeight - innerHeight
    ]);
    expect(room, `${at}: what hangs over`).toEqual([0, 0]);
  }

  await test.step('each section keeps its margins', async () => {
    for (const tab of await panel(page).getByRole('tab').all()) {
      await tab.click();
      await expect
        .poll(() => panel(page).getByRole('tabpanel').evaluate(overMargin), await tab.innerText())
        .toEqual([]);
    }
  });

  await test.step('a switch far down the list takes the focus without scrolling the page away', async () => {
    const layers = await openSection(page, 'Layers');
    const last = layers.getByRole('switch').last();
    await last.focus();
    await expect(last).toBeInViewport();
    const scrolled = await panel(page).evaluate((aside) => {
      const above: number[] = [];
      for (let node: Element | null = aside; node; node = node.parentElement) {
        above.push(node.scrollTop);
      }
      return Math.max(...above);
    });
    expect(scrolled).toBe(0);
  });
});

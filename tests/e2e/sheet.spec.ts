import type { Page } from '@playwright/test';
import {
  boxOf,
  middle,
  openApp,
  openWithoutMap,
  whenAlive,
  panel,
  readout,
  sheetAtRest,
  type Point
} from './support/app';
import { whenMapIdle } from './support/idle';
import { keep, view } from './support/kept';
import { expect, test } from './support/test';
import { moveFingers } from './support/touch';

test.skip(({ isMobile }) => !isMobile, 'only a phone has a sheet; the desktop has a column');

const KANDAHAR_ZOOMED_IN = view([65.7101, 31.6133], 12);

const handle = (page: Page) =>
  panel(page).getByRole('button', { name: /^Panel, .*: change its height$/ });

const heights = { lowered: 0.16, 'half open': 0.5, open: 0.9 } as const;
type Height = keyof typeof heights;

/** Waits until the sheet rests at one of its heights and says so. */
async function expectSheet(page: Page, height: Height): Promise<void> {
  await expect(handle(page)).toHaveAccessibleName(`Panel, ${height}: change its height`);
  await sheetAtRest(page);
  const { top, bottom } = await boxOf(panel(page));
  expect((bottom - top) / bottom).toBeCloseTo(heights[height], 2);
}

async function gripOf(page: Page): Promise<Point> {
  const { left, right, top, bottom } = await boxOf(handle(page));
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Drags the sheet by its handle until its top stands at a share of the window, and lets go. */
async function dragSheet(page: Page, share: number, lastsMs?: number): Promise<void> {
  const from = await gripOf(page);
  const { bottom } = await boxOf(panel(page));
  const to = { x: from.x, y: (1 - share) * bottom };
  await moveFingers(page, [[from, to]], lastsMs === undefined ? {} : { lastsMs });
}

test('the sheet is raised and lowered by a finger, a flick, a tap and keys, and by the focus that it would hide', async ({
  page
}) => {
  await openWithoutMap(page);
  await whenAlive(page);
  await expectSheet(page, 'lowered');
  await test.step('dragged, it rests at the nearest of three heights', async () => {
    await dragSheet(page, 0.45, 1500);
    await expectSheet(page, 'half open');
    await dragSheet(page, 0.8, 1500);
    await expectSheet(page, 'open');
    await dragSheet(page, 0.2, 1500);
    await expectSheet(page, 'lowered');
  });
  await test.step('a flick goes on to the next', async () => {
    await dragSheet(page, 0.28, 80);
    await expectSheet(page, 'half open');
    await dragSheet(page, 0.42, 80);
    await expectSheet(page, 'lowered');
  });
  await test.step('a tap or a key raises it step by step and lowers it again', async () => {
    const { x, y } = await gripOf(page);
    await page.touchscreen.tap(x, y);
    await expectSheet(page, 'half open');
    await handle(page).press('Enter');
    await expectSheet(page, 'open');
    await handle(page).press('Space');
    await expectSheet(page, 'lowered');
  });
  await test.step('the focus raises it', async () => {
    await panel(page).getByRole('textbox', { name: 'Afghan side' }).focus();
    await expectSheet(page, 'half open');
  });
});

test('the map keeps its centre in the middle of what the sheet leaves open', async ({ page }) => {
  await keep(page, { view: KANDAHAR_ZOOMED_IN });
  await openApp(page);
  await expect(readout(page)).toContainText('31.6133');
  const before = await middle(page);

  await handle(page).press('Enter');
  await expectSheet(page, 'half open');
  await whenMapIdle(page);
  const raised = await middle(page);
  expect(raised.y).toBeLessThan(before.y - 100);
  const { left, right, top, bottom } = await boxOf(page.locator('.crosshair'));
  expect((left + right) / 2).toBeCloseTo(raised.x, 0);
  expect((top + bottom) / 2).toBeCloseTo(raised.y, 0);
  await expect(readout(page)).toContainText('31.6133');

  await page.touchscreen.tap(raised.x, raised.y);
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Kandahar');
});

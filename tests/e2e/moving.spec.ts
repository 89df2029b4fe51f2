import type { Page } from '@playwright/test';
import { canvas, controls, middle, openApp } from './support/app';
import { whenMapIdle } from './support/idle';
import { keptView } from './support/kept';
import { expect, test } from './support/test';
import { moveFingers, pinch } from './support/touch';

const zoom = async (page: Page) => (await keptView(page)).zoom;
const scaleBar = (page: Page) => page.getByText(/^\d+\s(m|km)$/);
const button = (page: Page, name: string) => controls(page).getByRole('button', { name });

test('buttons, wheel, fingers and keys zoom, and the scale bar follows', async ({
  page,
  isMobile
}) => {
  await openApp(page);
  const start = await zoom(page);
  const wholeLine = await scaleBar(page).innerText();

  await button(page, 'Zoom in').click();
  await expect.poll(() => zoom(page)).toBeCloseTo(start + 1, 3);
  await expect(scaleBar(page)).not.toHaveText(wholeLine);
  await button(page, 'Zoom out').click();
  await expect.poll(() => zoom(page)).toBeCloseTo(start, 3);

  const centre = await middle(page);
  if (isMobile) await pinch(page, centre, 60, 240);
  else {
    await page.mouse.move(centre.x, centre.y);
    await page.mouse.wheel(0, -400);
  }
  await expect.poll(() => zoom(page)).toBeGreaterThan(start + 0.5);
  await whenMapIdle(page);
  const near = await zoom(page);

  await canvas(page).focus();
  await page.keyboard.press('+');
  await expect.poll(() => zoom(page)).toBeGreaterThan(near + 0.5);
  await whenMapIdle(page);
  await page.keyboard.press('-');
  await expect.poll(() => zoom(page)).toBeCloseTo(near, 1);
});

test('dragging and the arrow keys move the map, and one button shows the whole line again', async ({
  page,
  isMobile
}) => {
  await openApp(page);
  const start = await keptView(page);

  const from = await middle(page);
  const to = { x: from.x - 90, y: from.y + 40 };
  if (isMobile) await moveFingers(page, [[from, to]]);
  else {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.mouse.up();
  }
  await expect.poll(async () => (await keptView(page)).center[0]).toBeGreaterThan(start.center[0]);
  await whenMapIdle(page);
  const dragged = await keptView(page);
  expect(dragged.center[1]).toBeGreaterThan(start.center[1]);

  await canvas(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(async () => (await keptView(page)).center[0])
    .toBeGreaterThan(dragged.center[0]);
  await whenMapIdle(page);
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await keptView(page)).center[1]).toBeLessThan(dragged.center[1]);

  await button(page, 'Show the whole line').click();
  await expect.poll(async () => (await keptView(page)).center[0]).toBeCloseTo(start.center[0], 3);
  const again = await keptView(page);
  expect(again.center[1]).toBeCloseTo(start.center[1], 3);
  expect(again.zoom).toBeCloseTo(start.zoom, 3);
});

test('keys turn and tilt the map, and a button that was not there turns north up', async ({
  page
}) => {
  await openApp(page);
  const northUp = button(page, 'Turn north up');
  await expect(northUp).toBeHidden();

  await canvas(page).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await keptView(page)).bearing).not.toBe(0);
  await whenMapIdle(page);
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(async () => (await keptView(page)).pitch).toBeGreaterThan(0);
  await whenMapIdle(page);

  await northUp.click();
  await expect(northUp).toBeHidden();
  await expect.poll(() => keptView(page)).toMatchObject({ bearing: 0, pitch: 0 });
});

test('full screen is offered where the browser has it, and left again', async ({ page }) => {
  await page.goto('./');
  await expect(button(page, 'Keys and help')).toBeVisible();
  const offered = await page.evaluate(() => document.fullscreenEnabled);
  const enter = button(page, 'Full screen');
  await expect(enter).toHaveCount(offered ? 1 : 0);
  if (!offered) return;

  await enter.click();
  const leave = button(page, 'Leave full screen');
  await expect(leave).toHaveAttribute('aria-pressed', 'true');
  expect(await page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await leave.click();
  await expect(enter).toBeVisible();
});

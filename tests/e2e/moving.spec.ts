import type { Page } from '@playwright/test';
import {
  canvas,
  controls,
  heart,
  map,
  middle,
  openApp,
  openGround,
  type Point
} from './support/app';
import { whenMapIdle } from './support/idle';
import { keep, keptView, view } from './support/kept';
import { border, pixelAt } from './support/line';
import { differingShare, shoot, type Picture } from './support/pixels';
import { expect, ONE_SCREEN, test } from './support/test';
import { moveFingers, pinch } from './support/touch';

const WAZIRISTAN = view([69.8, 32.6], 6);

const zoom = async (page: Page) => (await keptView(page)).zoom;
const scaleBar = (page: Page) => page.getByText(/^\d+\s(m|km)$/);
/** The share of the pixels in the map's middle that are not as in an earlier picture. */
const changeSince = async (page: Page, earlier: Picture) =>
  differingShare(earlier, await shoot(map(page), await heart(page)));
/** Where on the page the line passes at a chainage, in the view that is kept. */
async function pixelOfLine(page: Page, chainageKm: number): Promise<Point> {
  return pixelAt(page, await keptView(page), border.positionAt(chainageKm));
}
const button = (page: Page, name: string) => controls(page).getByRole('button', { name });

test('buttons, wheel, fingers and keys zoom and move the map, and one button shows the whole line again', async ({
  page,
  isMobile
}) => {
  await keep(page, { view: WAZIRISTAN });
  await openApp(page);
  const opened = await shoot(map(page), await heart(page));
  const centre = await middle(page);

  await test.step('a drag moves the ground along', async () => {
    const to = { x: centre.x - 90, y: centre.y + 40 };
    if (isMobile) await moveFingers(page, [[centre, to]]);
    else {
      await page.mouse.move(centre.x, centre.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 8 });
      await page.mouse.up();
    }
    await expect.poll(() => changeSince(page, opened)).toBeGreaterThan(0.02);
    await whenMapIdle(page);
  });

  await test.step('arrow keys move it on', async () => {
    const dragged = await keptView(page);
    await canvas(page).focus();
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(async () => (await keptView(page)).center[0])
      .toBeGreaterThan(dragged.center[0]);
    await whenMapIdle(page);
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await keptView(page)).center[1]).toBeLessThan(dragged.center[1]);
    await whenMapIdle(page);
  });

  await test.step('buttons, wheel or fingers, and keys zoom, and the scale bar follows', async () => {
    const start = WAZIRISTAN.zoom;
    const farOut = await scaleBar(page).innerText();
    await button(page, 'Zoom in').click();
    await expect.poll(() => zoom(page)).toBeCloseTo(start + 1, 3);
    await expect(scaleBar(page)).not.toHaveText(farOut);
    await button(page, 'Zoom out').click();
    await expect.poll(() => zoom(page)).toBeCloseTo(start, 3);

    if (isMobile) await pinch(page, centre, 60, 240);
    else {
      await page.mouse.move(centre.x, centre.y);
      await page.mouse.wheel(0, -400);
    }
    await expect.poll(() => zoom(page)).toBeGreaterThan(start + 0.5);
    await whenMapIdle(page);
    const near = await zoom(page);

    await canvas(page).focus();
    await page.keyboard.press('-');
    await expect.poll(() => zoom(page)).toBeCloseTo(near - 1, 1);
    await whenMapIdle(page);
    await page.keyboard.press('+');
    await expect.poll(() => zoom(page)).toBeCloseTo(near, 1);
    await whenMapIdle(page);
  });

  await test.step('the whole line is shown again', async () => {
    await button(page, 'Show the whole line').click();
    await expect.poll(() => zoom(page)).toBeLessThan(WAZIRISTAN.zoom);
    await whenMapIdle(page);
    const corners = await Promise.all([0, border.lengthKm].map((km) => pixelOfLine(page, km)));
    const { left, top, right, bottom } = await openGround(page);
    for (const { x, y } of corners) {
      expect(x > left && x < right && y > top && y < bottom, `${x}, ${y}`).toBe(true);
    }
  });
});

test(
  'keys turn and tilt the map, a button that was not there turns north up, and it fills the screen',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await openApp(page);
    const northUp = button(page, 'Turn north up');
    await expect(northUp).toBeHidden();
    await canvas(page).focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(async () => (await keptView(page)).bearing).not.toBe(0);
    await page.keyboard.press('Shift+ArrowUp');
    await expect.poll(async () => (await keptView(page)).pitch).toBeGreaterThan(0);
    await whenMapIdle(page);
    await northUp.click();
    await expect(northUp).toBeHidden();
    await expect.poll(() => keptView(page)).toMatchObject({ bearing: 0, pitch: 0 });

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
  }
);

import type { Page } from '@playwright/test';
import { map, openApp, openGround, openSection, openWithoutMap } from './support/app';
import { whenMapIdle } from './support/idle';
import { workshop } from './support/workshop';
import { keep, view } from './support/kept';
import { pixelsOfColour, shoot } from './support/pixels';
import { expect, ONE_SCREEN, test } from './support/test';
import { token } from './support/tokens';
import {
  areaCell,
  areas,
  linkSwitch,
  sides,
  thumbAt,
  typeWidth,
  widthField,
  widthSlider
} from './support/zone';

const ZONE_10_10 = workshop({});
const STRAIGHT_SOUTH = view([64.3, 29.5], 6);

/** How many pixels of the open ground are in the colour of one side's outline. */
async function edgePixels(page: Page, colour: '--zone-afghan' | '--zone-pakistan') {
  const { left, top, right, bottom } = await openGround(page);
  const picture = await shoot(map(page), {
    x: left,
    y: top,
    width: right - left,
    height: bottom - top
  });
  return pixelsOfColour(picture, await token(page, colour), 24);
}

test(
  'what is drawn grows on the side that was widened, and there alone',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await keep(page, {
      workshop: workshop({ afghanKm: 20, pakistanKm: 0, linked: false }),
      view: STRAIGHT_SOUTH
    });
    await openApp(page);
    await openSection(page, 'Zones');
    await expect(areaCell(page, 'Pakistani side')).toHaveText(/^0\s/);
    await expect.poll(() => edgePixels(page, '--zone-afghan')).toBeGreaterThan(100);
    expect(await edgePixels(page, '--zone-pakistan')).toBeLessThan(20);
    const { afghanKm2 } = await areas(page);

    const oneMore = await typeWidth(page, 'Pakistani side', 15);
    expect(oneMore.afghanKm2).toBe(afghanKm2);
    expect(oneMore.pakistanKm2).toBeGreaterThan(1000);
    await expect.poll(() => edgePixels(page, '--zone-pakistan')).toBeGreaterThan(100);

    const otherGone = await typeWidth(page, 'Afghan side', 0);
    expect(otherGone).toMatchObject({ afghanKm2: 0, pakistanKm2: oneMore.pakistanKm2 });
    await expect.poll(() => edgePixels(page, '--zone-afghan')).toBeLessThan(20);
  }
);

test(
  'linked widths change together, unlinked ones apart; what is no width is refused beside its field, and the zone stays',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await keep(page, { workshop: ZONE_10_10 });
    await openWithoutMap(page);
    await openSection(page, 'Zones');
    await expect(areaCell(page, 'Both sides')).toBeVisible();
    const before = await areas(page);
    const field = widthField(page, 'Afghan side');

    const refused: [text: string, reason: RegExp][] = [
      ['wide', /“wide” is not a number/],
      ['-5', /[Nn]ot below 0/],
      ['100.5', /At most 100/],
      ['1e2', /not a number/],
      ['', /Write 0, or a number/],
      ['0.001', /At least/]
    ];
    for (const [text, reason] of refused) {
      await field.fill(text);
      const message = page.getByRole('alert').filter({ hasText: reason });
      await expect(message).toBeVisible();
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(field).toHaveAccessibleDescription(reason);
      expect(await areas(page)).toEqual(before);
    }
    const exactlyMost = await typeWidth(page, 'Afghan side', 100);
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect(exactlyMost.bothKm2).toBeGreaterThan(before.bothKm2);

    await widthField(page, 'Pakistani side').fill('12,5');
    await expect(field).toHaveValue('12.5');
    await linkSwitch(page).setChecked(false);
    await field.fill('30');
    await expect(widthSlider(page, 'Afghan side')).toHaveValue('30');
    await expect(widthField(page, 'Pakistani side')).toHaveValue(/^12[.,]5$/);
    await linkSwitch(page).setChecked(true);
    for (const side of sides) await expect(widthField(page, side)).toHaveValue('30');
  }
);

test(
  'the zone and its areas follow the slider while it is dragged, and after a wild drag they are those of the last width',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await keep(page, { workshop: ZONE_10_10 });
    await openApp(page);
    await openSection(page, 'Zones');
    const quiet = await typeWidth(page, 'Afghan side', 42);
    expect(quiet.afghanKm2 + quiet.pakistanKm2).toBeCloseTo(quiet.bothKm2, -1);
    const slider = widthSlider(page, 'Afghan side');

    const rest = await thumbAt(slider, 42);
    await page.mouse.move(rest.x, rest.y);
    await page.mouse.down();
    for (const km of [90, 1, 70, 5]) {
      const { x, y } = await thumbAt(slider, km);
      await page.mouse.move(x, y, { steps: 6 });
    }
    await expect.poll(async () => (await areas(page)).bothKm2).toBeLessThan(quiet.bothKm2 / 4);
    // The cells are read one after another, and the last step's areas may come in between.
    await expect(async () => {
      const held = await areas(page);
      expect(Math.abs(held.afghanKm2 + held.pakistanKm2 - held.bothKm2)).toBeLessThanOrEqual(1);
    }).toPass();
    await expect(widthField(page, 'Pakistani side')).toHaveValue(
      await widthField(page, 'Afghan side').inputValue()
    );
    await page.mouse.move(rest.x, rest.y, { steps: 6 });
    await page.mouse.up();

    await expect(widthField(page, 'Afghan side')).toHaveValue('42');
    await expect.poll(() => areas(page)).toEqual(quiet);
    await whenMapIdle(page);
    expect(await areas(page)).toEqual(quiet);
  }
);

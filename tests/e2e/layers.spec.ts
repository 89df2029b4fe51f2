import type { Page } from '@playwright/test';
import { controls, heart, map, openApp, openSection, openWithoutMap } from './support/app';
import { whenMapIdle } from './support/idle';
import { keep, keptView, view } from './support/kept';
import { layerRows, swatchColours, type LayerRow } from './support/layers';
import { differingPixels, newPixelsOfColour, shoot, type Picture } from './support/pixels';
import { expect, ONE_SCREEN, test } from './support/test';
import { workshop } from './support/workshop';

/** Something of nearly every layer is drawn here, and of the rest on the map of the whole line. */
const NEAR_KHOST = view([70.2, 33.5], 7);
const WIDE_ZONE = workshop({ afghanKm: 40, pakistanKm: 40 });
const FEW = 12;
/** Pixels of a few labels: one that gave way may come back on another side of its mark. */
const A_FEW_LABELS = 700;
const MS_TO_SEE_NOTHING = 2_000;
/** Enough of the map for every layer; a look at it takes a third of the time. */
const LITTLE = { width: 880, height: 520 };
/** Room for cards of what the texts say, which give way to everything else. */
const ROOMY = { width: 1280, height: 800 };

/** How the map looks, away from what lies over it. */
async function look(page: Page): Promise<Picture> {
  const phone = (page.viewportSize()?.width ?? 0) < 720;
  return shoot(map(page), await heart(page, phone ? 0.8 : 0.7));
}

/** How the map looks once it stands still, with all labels placed. */
async function lookAtRest(page: Page): Promise<Picture> {
  await whenMapIdle(page);
  let last = await look(page);
  await expect(async () => {
    const before = last;
    last = await look(page);
    expect(differingPixels(before, last), 'pixels that still move').toBeLessThan(FEW);
  }).toPass({ intervals: [0] });
  return last;
}

/** How the map looks once that is otherwise than in an earlier picture; null when it stays so. */
async function otherLook(page: Page, earlier: Picture, timeout = 15_000): Promise<Picture | null> {
  await whenMapIdle(page);
  const deadline = Date.now() + timeout;
  do {
    const picture = await look(page);
    if (differingPixels(earlier, picture) > FEW) return picture;
  } while (Date.now() < deadline);
  return null;
}

/** How the map looks with a layer and without. */
interface Seen {
  shown: Picture;
  hidden: Picture;
}

/** Hides one layer, or shows it if it was hidden; null when nothing of it is here. */
async function flip(
  page: Page,
  row: LayerRow,
  before: Picture,
  timeout?: number
): Promise<Seen | null> {
  const wasShown = await row.toggle.isChecked();
  await row.toggle.setChecked(!wasShown);
  const after = await otherLook(page, before, timeout);
  if (!after) return null;
  return wasShown ? { shown: before, hidden: after } : { shown: after, hidden: before };
}

/** Whether a swatch has a plain colour to judge by; then the layer must have drawn in it. */
async function isDrawnAsItsSwatch(row: LayerRow, { shown, hidden }: Seen): Promise<boolean> {
  const colours = await swatchColours(row);
  if (colours.length === 0) return false;
  const drawn = colours.map((colour) => newPixelsOfColour(hidden, shown, colour, 40));
  expect(Math.max(...drawn), 'pixels in a colour of the swatch').toBeGreaterThan(0);
  return true;
}

/** Layers that are wholly in view, whose fading is seen. */
const FADED = /Buffer zone|Durand Line|Places/;

async function expectToFade(page: Page, row: LayerRow, opened: Picture): Promise<void> {
  await row.head.click();
  await row.opacity.fill('10');
  expect(await otherLook(page, opened), `${row.title}, faded`).not.toBeNull();
  await row.opacity.fill('100');
  await expect
    .poll(async () => differingPixels(opened, await look(page)), row.title)
    .toBeLessThan(FEW);
}

test(
  'each layer is drawn, hidden and faded by its own row, in the colours of its swatch',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    test.slow();
    await page.setViewportSize(LITTLE);
    // Cards of what is said make way for every label that comes and goes.
    const layers = { statements: { shown: false } };
    await keep(page, { view: NEAR_KHOST, tab: 'layers', workshop: WIDE_ZONE, layers });
    await openApp(page);
    await openSection(page, 'Layers');
    const rows = await layerRows(page);
    expect(rows.length).toBeGreaterThan(10);

    let judgedByColour = 0;
    const unseen: LayerRow[] = [];
    const opened = await lookAtRest(page);
    const wereShown = await Promise.all(rows.map((row) => row.toggle.isChecked()));
    const showAsOpened = async () => {
      for (const [i, { toggle }] of rows.entries()) await toggle.setChecked(wereShown[i]);
    };
    for (const row of rows.filter(({ title }) => FADED.test(title))) {
      await test.step(`${row.title}, faded`, () => expectToFade(page, row, opened));
    }
    // One after the other, from the top of the map to the ground.
    let last = opened;
    for (const row of rows) {
      await test.step(row.title, async () => {
        const seen = await flip(page, row, last, MS_TO_SEE_NOTHING);
        if (!seen) unseen.push(row);
        else if (await isDrawnAsItsSwatch(row, seen)) judgedByColour++;
        last = await lookAtRest(page);
      });
    }
    await showAsOpened();
    await expect(async () => {
      await whenMapIdle(page);
      const changed = differingPixels(opened, await look(page));
      expect(changed, 'as before, but for labels').toBeLessThan(A_FEW_LABELS);
    }).toPass({ timeout: 15_000 });

    await page.setViewportSize(ROOMY);
    const stillUnseen: LayerRow[] = [];
    for (const row of unseen) {
      const seen = await flip(page, row, await lookAtRest(page), MS_TO_SEE_NOTHING);
      if (!seen) stillUnseen.push(row);
      else if (await isDrawnAsItsSwatch(row, seen)) judgedByColour++;
    }
    await showAsOpened();
    await controls(page).getByRole('button', { name: 'Show the whole line' }).click();
    await expect.poll(async () => (await keptView(page)).zoom).toBeLessThan(6);
    for (const row of stillUnseen) {
      const seen = await flip(page, row, await lookAtRest(page));
      expect(seen, `${row.title} on the whole line`).not.toBeNull();
      if (seen && (await isDrawnAsItsSwatch(row, seen))) judgedByColour++;
    }
    expect(judgedByColour).toBeGreaterThan(rows.length / 2);
  }
);

test(
  'each layer tells how much it holds, where it is from and under which licence, and is after a reload as it was set',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await openWithoutMap(page);
    await openSection(page, 'Layers');
    const rows = await layerRows(page);
    const flipped: boolean[] = [];
    for (const row of rows) {
      await test.step(row.title, async () => {
        flipped.push(!(await row.toggle.isChecked()));
        await row.toggle.setChecked(true);
        await expect(row.count).toHaveText(/^[1-9][\d,]*$/);
        await expect(row.details).toBeHidden();
        await row.head.click();
        await expect(row.head).toHaveAttribute('aria-expanded', 'true');
        await expect(row.details.locator('[data-swatch]').first()).toBeVisible();
        expect(await row.details.getByRole('term').count()).toBeGreaterThan(0);
        for (const licence of await row.details.getByRole('link').all()) {
          await expect(licence).toHaveText(/\w/);
          await expect(licence).toHaveAttribute('href', /^https:\/\//);
        }
        await row.opacity.fill('55');
        await row.toggle.setChecked(flipped.at(-1) ?? false);
      });
    }
    await page.reload();
    await openSection(page, 'Layers');
    for (const [i, { toggle, head, opacity }] of rows.entries()) {
      await expect(toggle).toBeChecked({ checked: flipped[i] });
      await head.click();
      await expect(opacity).toHaveValue('55');
    }
  }
);

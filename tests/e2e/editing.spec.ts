import type { Page } from '@playwright/test';
import { canvas, map, openApp, openSection, panel, type Point } from './support/app';
import { whenMapIdle } from './support/idle';
import { keep, kept } from './support/kept';
import { border, pixelAt, viewAt } from './support/line';
import { pixelsOfColour, shoot } from './support/pixels';
import { expect, ONE_SCREEN, test } from './support/test';
import { token } from './support/tokens';
import { moveFingers } from './support/touch';
import { workshop } from './support/workshop';
import { areaCell, sides, widthField } from './support/zone';

/** In the south, where the line runs straight for a hundred kilometres. */
const STRAIGHT_KM = 535;
const ACROSS = viewAt(STRAIGHT_KM, 8);

const handle = (page: Page, name: 'Beginning of the zone' | 'End of the zone') =>
  page.getByRole('slider', { name });
const dragLabel = (page: Page) => page.getByTestId('map-label');
const stretchesKept = async (page: Page) => (await kept(page))?.workshop.proposals[0]?.stretches;

/** Wesh - Chaman, as the gazetteer has it. */
const CROSSING = [66.438, 30.955] as const;
const crossingKm = border.station([...CROSSING]).chainageKm;
/** Northwards of the crossing, with the crossing in view. */
const NEAR_CROSSING = viewAt(crossingKm - 15, 8);

const offsetPixel = (page: Page, offsetKm: number) =>
  pixelAt(page, ACROSS, border.positionAt(STRAIGHT_KM, offsetKm));

async function drag(page: Page, from: Point, to: Point, isMobile: boolean): Promise<void> {
  if (isMobile) return moveFingers(page, [[from, to]]);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 10 });
  await page.mouse.up();
}

/** How many pixels around a point of the page are in the colour of the Afghan outline. */
async function outlineNear(page: Page, { x, y }: Point): Promise<number> {
  const picture = await shoot(map(page), { x: x - 5, y: y - 5, width: 10, height: 10 });
  return pixelsOfColour(picture, await token(page, '--zone-afghan'), 24);
}

test('an edge dragged on the map takes field, area and outline along, is undone at once, and Escape takes it back', async ({
  page,
  isMobile
}) => {
  await keep(page, { workshop: workshop({ linked: false }), view: ACROSS });
  await openApp(page);
  await expect(handle(page, 'Beginning of the zone')).toBeAttached();
  const area = areaCell(page, 'Afghan side');
  await expect(area).toHaveText(/\d/);
  const [before, other] = [
    await area.textContent(),
    await areaCell(page, 'Pakistani side').textContent()
  ];
  const [narrow, wide] = [await offsetPixel(page, 10), await offsetPixel(page, 30)];
  await expect.poll(() => outlineNear(page, narrow)).toBeGreaterThan(5);
  expect(await outlineNear(page, wide)).toBe(0);

  await drag(page, narrow, wide, isMobile);
  await expect(widthField(page, 'Afghan side')).toHaveValue(/^(29\.5|30|30\.5)$/);
  await expect(widthField(page, 'Pakistani side')).toHaveValue('10');
  await expect(area).not.toHaveText(before ?? '');
  await expect(areaCell(page, 'Pakistani side')).toHaveText(other ?? '');
  await whenMapIdle(page);
  await expect.poll(() => outlineNear(page, wide)).toBeGreaterThan(5);
  expect(await outlineNear(page, narrow)).toBe(0);
  expect((await kept(page))?.view ?? ACROSS).toMatchObject({ zoom: ACROSS.zoom });

  await page.keyboard.press('Control+z');
  await expect(widthField(page, 'Afghan side')).toHaveValue('10');
  await expect(area).toHaveText(before ?? '');
  if (!isMobile) await dragAndTakeBack(page);
});

/** The edge shows under the mouse, tells its width while it moves, and Escape puts it back. */
async function dragAndTakeBack(page: Page): Promise<void> {
  const cursor = () => canvas(page).evaluate((node) => node.style.cursor);
  const [edge, ground, beyond] = [
    await offsetPixel(page, 10),
    await offsetPixel(page, 20),
    await offsetPixel(page, -15)
  ];
  await page.mouse.move(ground.x, ground.y);
  await expect.poll(cursor).not.toMatch(/resize/);
  await page.mouse.move(edge.x, edge.y);
  await expect.poll(cursor).toMatch(/resize/);

  await page.mouse.down();
  await page.mouse.move(ground.x, ground.y, { steps: 5 });
  await expect(dragLabel(page)).toHaveText(/^(19\.5|20|20\.5)\skm$/);
  await page.mouse.move(beyond.x, beyond.y, { steps: 5 });
  await expect(dragLabel(page)).toHaveText(/^0\skm$/);
  await expect(widthField(page, 'Afghan side')).toHaveValue('0');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(dragLabel(page)).toHaveCount(0);
  for (const side of sides) await expect(widthField(page, side)).toHaveValue('10');
}

test(
  'the end of a stretch is dragged along the line and snaps to a crossing, and keys move it as well',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    const stretches = [{ fromKm: 500, toKm: crossingKm - 30 }];
    await keep(page, { workshop: workshop({ stretches }), view: NEAR_CROSSING });
    await openApp(page);
    const end = handle(page, 'End of the zone');
    const from = await pixelAt(page, NEAR_CROSSING, border.positionAt(crossingKm - 30));
    const to = await pixelAt(page, NEAR_CROSSING, CROSSING);
    await expect(end).toBeVisible();

    await drag(page, from, { x: to.x + 4, y: to.y + 4 }, false);
    await expect(end).toHaveAttribute('aria-valuetext', /, Wesh - Chaman/);
    await expect
      .poll(async () => (await stretchesKept(page))?.[0]?.toKm)
      .toBeCloseTo(crossingKm, 6);
    await page.keyboard.press('Control+z');
    await expect.poll(() => stretchesKept(page)).toEqual(stretches);

    await page.keyboard.press('m');
    await page.keyboard.press('Tab');
    await expect(handle(page, 'Beginning of the zone')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(end).toBeFocused();
    const before = Number(await end.getAttribute('aria-valuenow'));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowLeft');
    await expect
      .poll(async () => Number(await end.getAttribute('aria-valuenow')))
      .toBeCloseTo(before - 9, 0);
    await page.keyboard.press('Control+ArrowRight');
    await expect(end).toHaveAttribute('aria-valuetext', /, Wesh - Chaman/);
    await page.keyboard.press('Home');
    await expect(end).toHaveAttribute('aria-valuenow', '500.1');
    await page.keyboard.press('End');
    await expect(end).toHaveAttribute('aria-valuetext', /, China tripoint/);
    await expect(end).toBeInViewport();
  }
);

test(
  'two clicks set a stretch, by mouse or by keys, and Escape sets none',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await keep(page, { workshop: workshop({}), view: ACROSS });
    await openApp(page);
    await openSection(page, 'Zones');
    await panel(page).getByText('Along the line', { exact: true }).first().click();
    const take = panel(page).getByRole('button', { name: 'Click two points' });
    await expect(handle(page, 'Beginning of the zone')).toBeAttached();
    await take.click();
    await expect(handle(page, 'Beginning of the zone')).toHaveCount(0);

    const [a, b] = [
      await pixelAt(page, ACROSS, border.positionAt(510)),
      await pixelAt(page, ACROSS, border.positionAt(560))
    ];
    await page.mouse.click(b.x, b.y - 10);
    await page.mouse.move(a.x, a.y + 10);
    await expect.poll(async () => pixelsAt(page, ACROSS, 535)).toBeGreaterThan(5);
    await page.mouse.click(a.x, a.y + 10);
    await expect.poll(() => stretchesKept(page)).toHaveLength(1);
    const [byMouse] = (await stretchesKept(page)) ?? [];
    expect(Math.abs(byMouse.fromKm - 510)).toBeLessThan(6);
    expect(Math.abs(byMouse.toKm - 560)).toBeLessThan(6);

    await take.click();
    await page.mouse.click(a.x, a.y);
    await page.keyboard.press('Escape');
    await expect(handle(page, 'Beginning of the zone')).toBeAttached();
    expect(await stretchesKept(page)).toEqual([byMouse]);

    await take.click();
    await canvas(page).focus();
    await page.keyboard.press('ArrowRight');
    await whenMapIdle(page);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Click where it ends.').first()).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await whenMapIdle(page);
    await page.keyboard.press('Enter');
    await expect.poll(() => stretchesKept(page)).not.toEqual([byMouse]);
    expect(await stretchesKept(page)).toHaveLength(1);
  }
);

/** How many pixels on the line at a chainage are in the colour of what a tool is about to do. */
async function pixelsAt(page: Page, view: typeof ACROSS, chainageKm: number): Promise<number> {
  const { x, y } = await pixelAt(page, view, border.positionAt(chainageKm));
  const picture = await shoot(map(page), { x: x - 5, y: y - 5, width: 10, height: 10 });
  return pixelsOfColour(picture, await token(page, '--map-select'), 24);
}

import type { Locator, Page } from '@playwright/test';
import { canvas, heart, map, loseCanvas, openApp, panel } from './support/app';
import { whenMapIdle } from './support/idle';
import {
  acledCsv,
  countOfIncidents,
  eventsAround,
  importTable,
  type Event
} from './support/incidents';
import { keep, keptView, view } from './support/kept';
import { border, pixelAt } from './support/line';
import { differingShare, pixelsOfColour, shoot, type Picture } from './support/pixels';
import { expect, ONE_SCREEN, test } from './support/test';
import { token } from './support/tokens';
import { workshop } from './support/workshop';

const VIEW = view([69.6, 33.45], 8);
const one = ([lon, lat]: [number, number], rest: Partial<Event>): Event => ({
  lon,
  lat,
  type: 'Riots',
  precision: 1,
  fatalities: 0,
  notes: '',
  ...rest
});
/** Alone, north of all others. */
const ALONE: [number, number] = [69.5, 33.75];
const crowd = eventsAround([69.5, 33.3], { count: 200, spreadDeg: 0.12 });
const far = eventsAround([70.0, 33.6], { count: 30, spreadDeg: 0.03, seed: 3 });
const events = [...crowd, ...far, one(ALONE, { notes: 'The lonely one' })];

const dock = (page: Page): Locator => page.getByRole('region', { name: 'Incidents in charts' });
const chips = (page: Page): Locator => panel(page).getByRole('list', { name: 'Conditions' });
const clear = (page: Page) =>
  panel(page).getByRole('button', { name: 'Clear', exact: true }).click();

/** The map beside the panel, without a pointer over it. */
async function ground(page: Page): Promise<Picture> {
  await page.mouse.move(20, 20);
  await whenMapIdle(page);
  return shoot(map(page), await heart(page, 0.7));
}

const at = (page: Page, position: readonly [number, number]) => pixelAt(page, VIEW, position);

async function open(page: Page): Promise<void> {
  const off = { shown: false };
  const layers = { zone: off, places: off, uncertainty: off, settlements: off, areas: off };
  await keep(page, { view: VIEW, workshop: workshop({}), layers });
  await openApp(page);
  await importTable(page, 'made-up.csv', acledCsv(events));
  await whenMapIdle(page);
}

test(
  'charts and map point at each other; what is selected on the map fills the charts',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    test.slow();
    await open(page);
    await panel(page).getByRole('button', { name: 'Charts' }).click();
    const types = dock(page).getByRole('slider', { name: 'By event_type' });
    await dock(page).getByRole('button', { name: 'By type and more' }).click();
    await expect(types).toBeVisible();

    await test.step('a bar lights its incidents up on the map', async () => {
      await types.focus();
      await types.press('End');
      await expect(types).toHaveAttribute('aria-valuetext', /^Riots: 1 /);
      await whenMapIdle(page);
      const select = await token(page, '--map-select');
      const lit = async () => pixelsOfColour(await ground(page), select, 12);
      await expect.poll(lit).toBeGreaterThan(10);
      await page.keyboard.press('Tab');
      await expect.poll(lit).toBeLessThan(10);
    });

    await test.step('an incident whose card is open is marked in the bars', async () => {
      await panel(page).getByPlaceholder('Words in any column').fill('lonely');
      await page.getByTestId('incident-list').getByRole('button').first().click();
      await expect(page.getByTestId('incident-card')).toContainText('The lonely one');
      const marks = dock(page).locator('svg .marked');
      await expect(marks).not.toHaveCount(0);
      await page.getByTestId('incident-card').getByRole('button', { name: 'Close' }).click();
      await expect(marks).toHaveCount(0);
      await clear(page);
    });
    await page.getByRole('button', { name: 'Close: Incidents in charts' }).click();
    await whenMapIdle(page);

    await test.step('a lasso is set by keys alone, corner by corner', async () => {
      await panel(page).getByRole('button', { name: 'Lasso' }).press('Enter');
      await canvas(page).focus();
      const go = async (...keys: string[]) => {
        for (const key of keys) {
          await page.keyboard.press(key);
          await whenMapIdle(page);
        }
        await page.keyboard.press('Enter');
      };
      await go('ArrowUp');
      await go('ArrowLeft', 'ArrowLeft');
      await go('ArrowDown', 'ArrowDown', 'ArrowDown');
      await go('ArrowRight', 'ArrowRight');
      await page.keyboard.press('Enter');
      await expect(chips(page)).toContainText('Selected on the map');
      await expect(countOfIncidents(page)).toHaveText(/^\d+ of 231 incidents$/);
      await panel(page).getByRole('button', { name: 'Charts' }).click();
      await expect(types).toHaveAttribute('aria-valuetext', /of those selected, out of/);
      await page.getByRole('button', { name: 'Close: Incidents in charts' }).click();
      await clear(page);
    });
  }
);

test(
  'clusters and hexagons open what they hold, a stretch is picked on the line, and two tables and a lost canvas come back',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    test.slow();
    await open(page);

    await test.step('a stretch of the line is picked by two clicks', async () => {
      const { chainageKm } = border.station([69.9, 33.4]);
      await panel(page).getByRole('button', { name: 'Stretch' }).click();
      for (const km of [chainageKm - 20, chainageKm + 20]) {
        const { x, y } = await at(page, border.positionAt(km));
        await page.mouse.click(x, y);
      }
      await expect(chips(page)).toContainText('Chainage');
      await expect(countOfIncidents(page)).toHaveText(/^\d+ of 231 incidents$/);
      await clear(page);
    });

    await panel(page).getByText('On the map', { exact: true }).click();
    const drawAs = async (way: string) => {
      await panel(page).getByRole('radio', { name: way }).check({ force: true });
      await whenMapIdle(page);
    };
    await test.step('a cluster of one opens its card, a large one brings the map closer', async () => {
      await drawAs('Clusters');
      const alone = await at(page, ALONE);
      await page.mouse.click(alone.x, alone.y);
      await expect(page.getByTestId('incident-card')).toContainText('The lonely one');
      await page.getByTestId('incident-card').getByRole('button', { name: 'Close' }).click();
      const middle = await at(page, [69.5, 33.3]);
      await page.mouse.click(middle.x, middle.y);
      await expect(
        page.getByRole('status').filter({ hasText: 'the map goes closer' })
      ).toBeAttached();
      await whenMapIdle(page);
      await page.keyboard.press('Escape');
    });

    await test.step('a hexagon lists what it holds', async () => {
      await drawAs('Hexagons');
      const closer = await keptView(page);
      const off = ({ lon, lat }: Event) =>
        Math.hypot(lon - closer.center[0], lat - closer.center[1]);
      const near = crowd.reduce((best, event) => (off(event) < off(best) ? event : best));
      const { x, y } = await pixelAt(page, closer, [near.lon, near.lat]);
      await page.mouse.click(x, y);
      const found = page.getByTestId('incidents-found');
      const card = page.getByTestId('incident-card');
      await expect(found.or(card).first()).toBeVisible();
      if (await found.isVisible()) await found.getByRole('button').nth(1).click();
      await expect(card).toContainText(/Event \d+/);
      await card.getByRole('button', { name: /^(Close|All here)$/ }).click();
      if (await found.isVisible()) await found.getByRole('button', { name: 'Close' }).click();
      await expect(card).toBeHidden();
    });

    await test.step('a second table is drawn beside the first and hidden by itself', async () => {
      await drawAs('Points');
      const before = await ground(page);
      await importTable(
        page,
        'second.csv',
        acledCsv(eventsAround([69.5, 33.3], { count: 150, seed: 9 }))
      );
      await whenMapIdle(page);
      const both = await ground(page);
      expect(differingShare(before, both)).toBeGreaterThan(0.002);
      await panel(page).getByRole('button', { name: 'Show second on the map' }).click();
      await whenMapIdle(page);
      expect(differingShare(before, await ground(page))).toBeLessThan(0.002);
      await panel(page).getByRole('button', { name: 'Show second on the map' }).click();
      await whenMapIdle(page);
    });

    await test.step('a canvas that the driver took away draws both tables again', async () => {
      const before = await ground(page);
      const giveBack = await loseCanvas(page);
      const notice = page.getByRole('heading', { name: 'No map can be drawn here' });
      await expect(notice).toBeVisible();
      await giveBack();
      await expect(notice).toBeHidden();
      await whenMapIdle(page);
      expect(differingShare(before, await ground(page))).toBeLessThan(0.01);
    });
  }
);

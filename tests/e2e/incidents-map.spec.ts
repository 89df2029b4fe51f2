import type { Page } from '@playwright/test';
import { canvas, map, openApp, panel, type Point } from './support/app';
import { expectNoViolation } from './support/axe';
import { whenMapIdle } from './support/idle';
import {
  acledCsv,
  countOfIncidents,
  eventsAround,
  importTable,
  type Event
} from './support/incidents';
import { keep, view } from './support/kept';
import { pixelAt } from './support/line';
import { differingShare, pixelsOfColour, shoot, type Picture } from './support/pixels';
import { expect, ONE_SCREEN, test } from './support/test';
import { token } from './support/tokens';
import { workshop } from './support/workshop';

const VIEW = view([69.6, 33.6], 8);
/** Alone on the Afghan side, north of all others. */
const EXACT: [number, number] = [69.4, 33.95];
const VAGUE: [number, number] = [69.75, 33.95];

const one = (at: [number, number], rest: Partial<Event>): Event => ({
  lon: at[0],
  lat: at[1],
  type: 'Protests',
  precision: 1,
  fatalities: 0,
  notes: '',
  ...rest
});
const crowd = eventsAround([69.5, 33.45], { count: 300, spreadDeg: 0.18 });
const events = [
  ...crowd,
  one(EXACT, { notes: 'The exact one' }),
  one(VAGUE, { precision: 3, notes: 'The vague one' })
];

/** The app with the table drawn and nothing else by its side. */
async function openWithTable(page: Page, rows: readonly Event[] = events): Promise<void> {
  const off = { shown: false };
  const layers = { zone: off, places: off, uncertainty: off, settlements: off, areas: off };
  await keep(page, { view: VIEW, workshop: workshop({}), layers });
  await openApp(page);
  await importTable(page, 'made-up.csv', acledCsv(rows));
  await whenMapIdle(page);
}

/** Marks on the page's timeline each time that WebGL is made to draw many points. */
async function countPoints(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { prototype } = WebGL2RenderingContext;
    const draw = Object.getOwnPropertyDescriptor(prototype, 'drawElements')?.value as (
      this: WebGL2RenderingContext,
      ...given: Parameters<WebGL2RenderingContext['drawElements']>
    ) => void;
    prototype.drawElements = function (mode, count, type, offset) {
      if (mode === this.POINTS && count > 1000) performance.mark('GL points');
      draw.call(this, mode, count, type, offset);
    };
  });
}

/** A square of the map around a point of the page. */
async function around(page: Page, { x, y }: Point, sidePx: number): Promise<Picture> {
  const half = sidePx / 2;
  return shoot(map(page), { x: x - half, y: y - half, width: sidePx, height: sidePx });
}

const crowdPicture = async (page: Page): Promise<Picture> =>
  around(page, await pixelAt(page, VIEW, [69.5, 33.5]), 120);

async function drawAs(page: Page, way: string): Promise<Picture> {
  await panel(page).getByRole('radio', { name: way }).check({ force: true });
  await whenMapIdle(page);
  return crowdPicture(page);
}

test(
  'a table is drawn as points, clusters, hexagons and heat, with a legend of what is drawn',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await openWithTable(page);
    const afghan = await token(page, '--zone-afghan');

    await test.step('an exact position is a dot, one known to a region hollow', async () => {
      const exact = await around(page, await pixelAt(page, VIEW, EXACT), 4);
      expect(pixelsOfColour(exact, afghan, 30)).toBe(16);
      const at = await pixelAt(page, VIEW, VAGUE);
      expect(pixelsOfColour(await around(page, at, 4), afghan, 30)).toBe(0);
      expect(pixelsOfColour(await around(page, at, 16), afghan, 60)).toBeGreaterThan(6);
    });

    await panel(page).getByText('On the map', { exact: true }).click();
    await test.step('by type, the legend counts the types and the map has their colours', async () => {
      await panel(page).getByRole('combobox', { name: 'Coloured by' }).selectOption('type');
      const legend = panel(page).getByRole('list', { name: 'Legend' });
      await expect(legend.getByRole('listitem')).toHaveText([
        /Protests\s*102/,
        /Battles\s*100/,
        /Explosions\s*100/
      ]);
      await whenMapIdle(page);
      const exact = await around(page, await pixelAt(page, VIEW, EXACT), 4);
      expect(pixelsOfColour(exact, await token(page, '--category-1'), 30)).toBe(16);
    });

    await test.step('each way of drawing makes another picture', async () => {
      const pictures = [await crowdPicture(page)];
      for (const way of ['Clusters', 'Hexagons', 'Heat']) pictures.push(await drawAs(page, way));
      pictures.forEach((picture, i) => {
        for (const other of pictures.slice(i + 1)) {
          expect(differingShare(picture, other)).toBeGreaterThan(0.05);
        }
      });
      await expectNoViolation(page, 'with a table drawn as heat');
    });

    await test.step('hidden, nothing of it is left on the map', async () => {
      const drawn = await drawAs(page, 'Points');
      const toggle = panel(page).getByRole('button', { name: 'Show made-up on the map' });
      await toggle.click();
      await whenMapIdle(page);
      expect(differingShare(drawn, await crowdPicture(page))).toBeGreaterThan(0.05);
      expect(pixelsOfColour(await crowdPicture(page), await token(page, '--category-2'), 8)).toBe(
        0
      );
    });
  }
);

test(
  'incidents too many for the map’s software are a picture that moves with the map',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    test.slow();
    await countPoints(page);
    const many = eventsAround([69.4, 33.1], { count: 110_000, spreadDeg: 0.3 });
    await openWithTable(page, [...many, one(EXACT, {})]);
    const afghan = await token(page, '--zone-afghan');
    const exact = await pixelAt(page, VIEW, EXACT);
    const isDrawn = async ({ x, y }: Point) =>
      pixelsOfColour(await around(page, { x, y }, 2), afghan, 30) === 4;
    const moved = { x: exact.x - 60, y: exact.y + 90 };

    await test.step('a mark alone is drawn where its position is', async () => {
      expect(await isDrawn(exact)).toBe(true);
      expect(await isDrawn(moved)).toBe(false);
    });

    await test.step('under a hand that drags the map it stays on its place', async () => {
      await page.mouse.move(exact.x + 100, exact.y);
      await page.mouse.down();
      await page.mouse.move(exact.x + 60, exact.y + 40, { steps: 4 });
      await page.mouse.move(exact.x + 40, exact.y + 90, { steps: 4 });
      await expect.poll(() => isDrawn(moved)).toBe(true);
      await page.mouse.up();
      await whenMapIdle(page);
      expect(await isDrawn(moved)).toBe(true);
      expect(await isDrawn(exact)).toBe(false);
    });

    await test.step('WebGL had no points to draw, but a picture', async () => {
      expect(await page.evaluate(() => performance.getEntriesByName('GL points').length)).toBe(0);
    });

    await test.step('it is pointed at like any other', async () => {
      await page.mouse.click(moved.x, moved.y);
      await expect(page.getByTestId('incident-card')).toContainText('exact, as the file says');
    });
  }
);

test(
  'an incident is pointed at, read and left for the next; a box, a lasso and keys select',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await openWithTable(page);
    const card = page.getByTestId('incident-card');
    const count = countOfIncidents(page);
    const chips = panel(page).getByRole('list', { name: 'Conditions' });
    const clear = () => panel(page).getByRole('button', { name: 'Clear', exact: true }).click();
    const exact = await pixelAt(page, VIEW, EXACT);

    await test.step('a click opens the card, with all fields as text', async () => {
      await page.mouse.click(exact.x, exact.y);
      await expect(card).toContainText('The exact one');
      await expect(card).toContainText('exact, as the file says');
      await expect(card).toContainText(/km, Afghan side/);
      await card.press('ArrowRight');
      await expect(card).toContainText('The vague one');
      await expect(card).toContainText('somewhere in a district or province, within');
      await card.press('ArrowLeft');
      await expect(card).toContainText('The exact one');
      await card.getByRole('button', { name: 'Close' }).click();
      await expect(card).toBeHidden();
    });

    await test.step('Shift and drag boxes', async () => {
      await page.keyboard.down('Shift');
      await page.mouse.move(exact.x - 40, exact.y - 40);
      await page.mouse.down();
      await page.mouse.move(exact.x, exact.y, { steps: 3 });
      await page.mouse.move(exact.x + 40, exact.y + 40, { steps: 3 });
      await page.mouse.up();
      await page.keyboard.up('Shift');
      await expect(count).toHaveText('1 of 302 incidents');
      await expect(chips).toContainText('Selected on the map');
      await clear();
      await expect(count).toHaveText('All 302 incidents');
    });

    await test.step('a lasso is drawn by hand', async () => {
      await panel(page).getByRole('button', { name: 'Lasso' }).click();
      const vague = await pixelAt(page, VIEW, VAGUE);
      const corners = [
        [exact.x - 30, exact.y - 30],
        [vague.x + 30, vague.y - 30],
        [vague.x + 30, vague.y + 30],
        [exact.x - 30, exact.y + 30]
      ] as const;
      await page.mouse.move(...corners[0]);
      await page.mouse.down();
      for (const corner of corners.slice(1)) await page.mouse.move(...corner, { steps: 5 });
      await page.mouse.up();
      await expect(count).toHaveText('2 of 302 incidents');
      await clear();
      await expect(count).toHaveText('All 302 incidents');
    });

    await test.step('a box is set by keys alone', async () => {
      await panel(page).getByRole('button', { name: 'Box' }).press('Enter');
      await canvas(page).focus();
      await page.keyboard.press('ArrowUp');
      await whenMapIdle(page);
      await page.keyboard.press('Enter');
      await expect(
        page.getByRole('status').filter({ hasText: 'One corner is set' })
      ).toBeAttached();
      for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp', 'ArrowUp']) {
        await page.keyboard.press(key);
        await whenMapIdle(page);
      }
      await page.keyboard.press('Enter');
      await expect(count).toHaveText(/^\d+ of 302 incidents$/);
      await expect(chips).toContainText('Selected on the map');
      await clear();
    });

    await test.step('found by its words, it is shown on the map; Enter at the crosshair reads it', async () => {
      await panel(page)
        .getByRole('searchbox', { name: /texts$/ })
        .fill('exact one');
      await expect(count).toHaveText('1 of 302 incidents');
      await page.getByTestId('incident-list').getByRole('button').first().click();
      await card.getByRole('button', { name: 'Show on map' }).click();
      await whenMapIdle(page);
      await card.getByRole('button', { name: 'Close' }).click();
      await expect(card).toBeHidden();
      await canvas(page).focus();
      await page.keyboard.press('Enter');
      await expect(card).toContainText('The exact one');
    });
  }
);

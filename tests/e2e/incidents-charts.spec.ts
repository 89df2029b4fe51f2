import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { boxOf, openSection, panel } from './support/app';
import {
  acledCsv,
  countOfIncidents,
  eventsAround,
  importTable,
  openIncidents
} from './support/incidents';
import { keep } from './support/kept';
import { border } from './support/line';
import { expect, ONE_SCREEN, test } from './support/test';
import { workshop } from './support/workshop';

const events = eventsAround([69.9, 33.3], { count: 240, spreadDeg: 0.4 });
const offsetsKm = events.map(({ lon, lat }) => border.station([lon, lat]).offsetKm);
const within = (afghanKm: number, pakistanKm: number) =>
  offsetsKm.filter((km) => (km > 0 ? km <= afghanKm : -km <= pakistanKm)).length;
/** As `acledCsv` dates them: by their place in the list. */
const isBefore = (month: number) => (_: unknown, i: number) => (i % 12) + 1 < month;

const dock = (page: Page): Locator => page.getByRole('region', { name: 'Incidents in charts' });
const chart = (page: Page, name: string): Locator =>
  dock(page).getByRole('region', { name, exact: true });

async function show(page: Page, name: string): Promise<void> {
  const toggle = dock(page).getByRole('button', { name, exact: true });
  if ((await toggle.getAttribute('aria-pressed')) === 'false') await toggle.click();
}

async function open(page: Page): Promise<void> {
  await keep(page, { workshop: workshop({ name: 'Ten', afghanKm: 10, pakistanKm: 10 }) });
  await openIncidents(page);
  await importTable(page, 'made-up.csv', acledCsv(events));
  await panel(page).getByRole('button', { name: 'Charts' }).click();
}

async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move((from[0] + to[0]) / 2, to[1], { steps: 4 });
  await page.mouse.move(...to, { steps: 4 });
  await page.mouse.up();
}

const saved = async (page: Page, within: Locator, name: string): Promise<Buffer> => {
  const waiting = page.waitForEvent('download');
  await within.getByRole('button', { name }).click();
  return readFile(await (await waiting).path());
};

test(
  'charts set widths, bars, filters and time by drag and keys, and are saved',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    test.slow();
    await open(page);
    const chips = panel(page).getByRole('list', { name: 'Conditions' });

    await test.step('the zone’s width is dragged on the curve of what lies inside, and set by keys', async () => {
      await show(page, 'Inside by width');
      const frame = chart(page, 'Inside by width');
      await expect(frame).toContainText(`${within(10, 10)} of 240 within 10`);
      const handle = frame.getByRole('slider', { name: 'Width of Ten' });
      const plot = await boxOf(frame.getByRole('slider', { name: /: distance$/ }));
      const x = (km: number) => plot.left + (km / 50) * (plot.right - plot.left);
      const y = (plot.top + plot.bottom) / 2;
      await drag(page, [x(10), y], [x(25), y]);
      const km = Number(await handle.getAttribute('aria-valuenow'));
      expect(Math.abs(km - 25)).toBeLessThan(0.3);
      await handle.press('ArrowRight');
      await expect(handle).toHaveAttribute('aria-valuenow', String(Number((km + 1).toFixed(1))));
      await expect(frame).toContainText(`${within(km + 1, km + 1)} of 240 within`);
      await openSection(page, 'Zones');
      await expect(panel(page).getByRole('textbox', { name: 'Afghan side' })).toHaveValue(
        String(Number((km + 1).toFixed(1)))
      );
      await openSection(page, 'Incidents');
    });

    await test.step('distance is shown in bars and as the share within, with a table of it', async () => {
      await show(page, 'Distance');
      const frame = chart(page, 'Distance from the line');
      await frame.getByLabel('Distance as').selectOption('share within');
      const cursor = frame.getByRole('slider', { name: /: distance$/ });
      await cursor.focus();
      for (let i = 0; i < 10; i++) await cursor.press('ArrowRight');
      await expect(cursor).toHaveAttribute('aria-valuetext', /^within 10\s?km: \d+ of \d+/);
      await frame.getByRole('button', { name: 'Table' }).click();
      await expect(frame.getByRole('row', { name: /^200\s?km/ })).toContainText('100 %');
      await frame.getByRole('button', { name: 'Table' }).click();
      await frame.getByLabel('Distance as').selectOption('bars');
    });

    await test.step('bars along the line are made wider, and a drag over them filters', async () => {
      await show(page, 'Along the line');
      const frame = chart(page, 'Along the line');
      const bars = frame.getByRole('slider', { name: 'Along the line', exact: true });
      const count = async () => Number(await bars.getAttribute('aria-valuemax'));
      await expect.poll(count).toBeGreaterThan(4);
      const narrow = await count();
      const width = frame.getByRole('slider', { name: 'Width of the bars along the line' });
      await width.press('End');
      await expect(width).toHaveAttribute('aria-valuetext', '200 km');
      await expect.poll(count).toBeLessThan(narrow / 4);
      await width.press('Home');
      await expect.poll(count).toBeGreaterThan(4 * narrow);
      const { left, top, right, bottom } = await boxOf(bars);
      await drag(page, [(left + right) / 2, (top + bottom) / 2], [right - 2, (top + bottom) / 2]);
      await expect(chips).toContainText('Chainage');
      await expect(countOfIncidents(page)).toHaveText(/^\d+ of 240 incidents$/);
    });

    await test.step('what is selected along the line fills the bars of the other charts', async () => {
      await show(page, 'By type and more');
      const types = dock(page).getByRole('slider', { name: 'By event_type' });
      await expect(types).toHaveAttribute('aria-valuetext', /of those selected, out of 80$/);
      await panel(page).getByRole('button', { name: 'Clear', exact: true }).click();
      await expect(types).toHaveAttribute('aria-valuetext', /^\w+: \d+ Afghan side/);
      await expect(types).not.toHaveAttribute('aria-valuetext', /selected/);
    });

    await test.step('a chart is saved as SVG and PNG that say what they show', async () => {
      await show(page, 'In time');
      const frame = chart(page, 'In time');
      const svg = (await saved(page, frame, 'Save as SVG')).toString();
      expect(svg).toContain('made-up: in time (240 incidents)');
      expect(svg).toContain('Pakistani side');
      const png = await saved(page, frame, 'Save as PNG');
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      const [wide, high] = [png.readUInt32BE(16), png.readUInt32BE(20)];
      const size = /width="([\d.]+)" height="([\d.]+)"/.exec(svg);
      expect(wide).toBe(2 * Math.floor(Number(size?.[1])));
      expect(high).toBe(2 * Math.floor(Number(size?.[2])));
    });

    await test.step('a typed date parts the time; keys step and the button plays it', async () => {
      const frame = chart(page, 'In time');
      await frame.getByLabel('Window of time').selectOption('Before a date…');
      await frame.getByLabel('All before this date').fill('2021-07-01');
      await expect(countOfIncidents(page)).toHaveText(
        `${events.filter(isBefore(7)).length} of 240 incidents`
      );
      await frame.getByLabel('Window of time').selectOption('After this window');
      await expect(countOfIncidents(page)).toHaveText(
        `${240 - events.filter(isBefore(7)).length} of 240 incidents`
      );
      await frame.getByLabel('Window of time').selectOption('All of time');
      await expect(countOfIncidents(page)).toHaveText('All 240 incidents');
      const tools = dock(page).getByRole('group', { name: 'Time' });
      await tools.getByLabel('Length of a step').selectOption('a month');
      await tools.getByRole('button', { name: 'A step on in time' }).focus();
      await page.keyboard.press('.');
      await expect(chips).toContainText('1 Jan 2021 to 30 Jan 2021');
      await page.keyboard.press('.');
      await expect(chips).toContainText('31 Jan 2021 to 1 Mar 2021');
      await page.keyboard.press(',');
      await expect(chips).toContainText('1 Jan 2021 to 30 Jan 2021');
      await tools.getByLabel('Window', { exact: true }).selectOption('grows');
      await tools.getByLabel('Speed').selectOption('fast');
      await tools.getByRole('button', { name: 'Play' }).click();
      await expect(tools.getByRole('button', { name: 'Pause' })).toBeVisible();
      await expect(tools.getByRole('button', { name: 'Play' })).toBeVisible({ timeout: 60_000 });
      await expect(countOfIncidents(page)).toHaveText('All 240 incidents');
      await panel(page).getByRole('button', { name: 'Clear', exact: true }).click();
    });
  }
);

test(
  'each zone’s incidents stand in the table of zones, also before and from a date',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await keep(page, {
      workshop: workshop(
        { name: 'Ten', afghanKm: 10, pakistanKm: 10 },
        { name: 'Afghan alone', afghanKm: 20, pakistanKm: 0, linked: false }
      )
    });
    await openIncidents(page);
    await importTable(page, 'made-up.csv', acledCsv(events));
    await openSection(page, 'Zones');
    await panel(page).getByRole('button', { name: 'Compare' }).click();
    const table = page.getByTestId('compare');
    const cells = (row: string) =>
      table
        .getByRole('row', { name: new RegExp(`^${row}\\s+[\\d…]`) })
        .first()
        .getByRole('cell');
    const numbers = async (row: string) =>
      (await cells(row).allInnerTexts()).map((text) => Number(/[\d,]+/.exec(text)?.[0]));
    await expect(cells('Incidents').last()).toHaveText(/\d/, { timeout: 60_000 });
    expect(await numbers('Incidents')).toEqual([within(10, 10), within(20, 0)]);
    await page.getByLabel('Incidents before and from').fill('2021-07-01');
    await expect(cells('Before 2021-07-01').last()).toHaveText(/\d/);
    const [before, from] = [await numbers('Before 2021-07-01'), await numbers('From 2021-07-01')];
    expect(before.map((count, i) => count + from[i])).toEqual([within(10, 10), within(20, 0)]);
    const early = offsetsKm.filter((km, i) => Math.abs(km) <= 10 && isBefore(7)(null, i)).length;
    expect(before[0]).toBe(early);
    const byType = await Promise.all(['Battles', 'Explosions', 'Protests'].map(numbers));
    expect(byType.reduce((sum, [first]) => sum + first, 0)).toBe(within(10, 10));
  }
);

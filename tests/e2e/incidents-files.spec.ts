import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import readXlsx from 'read-excel-file/node';
import { openSection, panel } from './support/app';
import {
  acledCsv,
  bring,
  countOfIncidents,
  eventsAround,
  openIncidents
} from './support/incidents';
import { expect, ONE_SCREEN, test } from './support/test';

const arrivals = (page: Page): Locator =>
  panel(page).getByRole('list', { name: 'Files on their way in' }).getByRole('listitem');
const columns = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'What do its columns hold?' });
const press = (within: Locator, name: string | RegExp) =>
  within.getByRole('button', { name, exact: true }).click();

async function saved(page: Page, format: string): Promise<Buffer> {
  await press(panel(page), 'Export…');
  const dialog = page.getByRole('dialog', { name: /^Export/ });
  await dialog.getByRole('radio', { name: format }).check({ force: true });
  const waiting = page.waitForEvent('download');
  await press(dialog, 'Save the file');
  return readFile(await (await waiting).path());
}

async function done(arrival: Locator): Promise<void> {
  await arrival.getByRole('button', { name: /^Done with/ }).click();
}

const NAMED = [
  'Incidents along the border',
  'Date,Place,What',
  '2019-03-05,Miran Shah,Ambush',
  '2019-03-06,Khost,Shelling',
  '2019-03-07,Khost,Shelling again',
  '2019-03-08,Nosuchplaceatall,Unknown'
].join('\n');

const FORMULAS = ['=1+1', '+2', '-cmd', '@SUM(A1)', 'plain'];
const events = eventsAround([69.9, 33.4], { count: 30 }).map((event, i) => ({
  ...event,
  notes: `${FORMULAS[i % FORMULAS.length]} no. ${i}`
}));

test(
  'files come in by names of places, merged and called off, and go out as GeoJSON and Excel',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    test.slow();
    await openIncidents(page);

    await test.step('a table with names alone has positions once the reader confirms them', async () => {
      await bring(page, 'named.csv', NAMED);
      const dialog = columns(page);
      await expect(dialog).toContainText('Above the header a line was passed over', {
        timeout: 60_000
      });
      const names = dialog.getByRole('region', { name: 'Places that were looked up' });
      await expect(names).toContainText('0 of 3 names confirmed. 1 were not found');
      await expect(dialog.getByRole('row', { name: /no position/ })).toHaveCount(4);
      await press(names, 'Confirm all 2 found');
      await expect(dialog.getByRole('row', { name: /no position/ })).toHaveCount(1);
      await expect(dialog.getByRole('row', { name: /33\.\d+° N, 69\.9\d+° E/ })).toHaveCount(2);
      await press(dialog, 'Import');
      await expect(arrivals(page)).toContainText('4 of 4 rows imported', { timeout: 30_000 });
      await done(arrivals(page));
      const { features } = JSON.parse((await saved(page, 'GeoJSON')).toString()) as {
        features: {
          geometry: { coordinates: number[] } | null;
          properties: Record<string, unknown>;
        }[];
      };
      expect(features.map(({ geometry }) => geometry !== null)).toEqual([true, true, true, false]);
      expect(features[0].geometry?.coordinates[0]).toBeCloseTo(70.07, 1);
      expect(features[0].properties.uncertainty_km).toBe(10);
      await panel(page)
        .getByTestId('incident-list')
        .getByRole('button', { name: /Khost/ })
        .first()
        .click();
      await expect(page.getByTestId('incident-card')).toContainText(
        'near a named place, within 10 km'
      );
      await page.getByTestId('incident-card').getByRole('button', { name: 'Close' }).click();
    });

    await test.step('a second file of the same kind goes into the first without what repeats', async () => {
      await bring(page, 'first.csv', acledCsv(events.slice(0, 20)));
      await press(arrivals(page), 'Import');
      await expect(countOfIncidents(page)).toHaveText('All 20 incidents', { timeout: 30_000 });
      await done(arrivals(page));
      await bring(page, 'second.csv', acledCsv(events));
      await arrivals(page).getByLabel('Into').selectOption('first, leaving out duplicates');
      await press(arrivals(page), 'Import');
      await expect(countOfIncidents(page)).toHaveText('All 30 incidents', { timeout: 30_000 });
      await press(arrivals(page), 'Report…');
      const report = page.getByRole('dialog', { name: 'Report of the import' });
      await expect(
        report.getByRole('row', { name: /^Left out: In the table already/ })
      ).toContainText('20');
      await page.keyboard.press('Escape');
      await done(arrivals(page));
    });

    await test.step('an import that is called off leaves nothing behind', async () => {
      await bring(page, 'long.csv', longCsv(250_000));
      await press(arrivals(page), 'Import');
      await press(arrivals(page), 'Cancel');
      await expect(arrivals(page)).toHaveCount(0);
      await expect(
        panel(page).getByRole('list', { name: 'Tables of incidents' }).getByRole('listitem')
      ).toHaveCount(2);
      await expect(countOfIncidents(page)).toHaveText('All 30 incidents');
    });

    await test.step('Excel gets numbers as numbers and no formula, read back by a library', async () => {
      const [{ data }] = await readXlsx(await saved(page, 'Excel'));
      const header = data[0].map(String);
      const cells = (name: string) => data.slice(1).map((row) => row[header.indexOf(name)]);
      expect(data).toHaveLength(31);
      expect(cells('notes')).toEqual(events.map(({ notes }) => notes));
      expect(cells('latitude')).toEqual(events.map(({ lat }) => lat));
      expect(cells('chainage_km').every((km) => typeof km === 'number')).toBe(true);
      expect(header).toContain('offset_km');
    });
  }
);

/** An ACLED table that takes some seconds to read. */
function longCsv(rows: number): string {
  const [header, row] = acledCsv(eventsAround([69.9, 33.4], { count: 1 })).split('\n');
  return [header, ...Array.from({ length: rows }, (_, i) => row.replace('AFG1', `AFG${i}`))].join(
    '\n'
  );
}

test(
  'a browser without room keeps what it has, and what comes after stays for the visit',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await openIncidents(page);
    // From the beginning: the browser's store reckons with the room that it once found for a while.
    const browser = await page.context().newCDPSession(page);
    const { origin } = new URL(page.url());
    await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
    await bring(page, 'kept.csv', acledCsv(events));
    await press(arrivals(page), 'Import');
    await expect(panel(page).getByTestId('kept-bytes')).toContainText('Kept in this browser', {
      timeout: 60_000
    });
    await done(arrivals(page));
    const many = acledCsv(eventsAround([69.9, 33.4], { count: 20_001, seed: 4 }));
    await bring(page, 'homeless.csv', many);
    await press(arrivals(page), 'Import');
    await expect(countOfIncidents(page)).toHaveText('All 20,001 incidents', { timeout: 30_000 });
    await expect(panel(page)).toContainText('homeless stays for this visit only');
    await panel(page).getByPlaceholder('Words in any column').fill('Battles');
    await expect(countOfIncidents(page)).toHaveText('6,667 of 20,001 incidents');
    await page.reload();
    await openSection(page, 'Incidents');
    await expect(countOfIncidents(page)).toHaveText('All 30 incidents', { timeout: 60_000 });
    await expect(panel(page)).not.toContainText('homeless');
  }
);

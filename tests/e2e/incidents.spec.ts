import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import Papa from 'papaparse';
import { openSection, openWithoutMap, panel } from './support/app';
import { expectNoViolation } from './support/axe';
import { expect, ONE_SCREEN, test } from './support/test';

/** A real extract of UCDP GED (CC BY 4.0), beside the checkout or a folder further up. */
const sample = ['../../../', '../../../../']
  .map((up) => new URL(`${up}shared/samples/ucdp_ged_afghanistan_310.geojson`, import.meta.url))
  .find((url) => existsSync(url));

const filesOnTheirWay = (page: Page): Locator =>
  panel(page).getByRole('list', { name: 'Files on their way in' });
const counted = (page: Page): Locator => panel(page).getByTestId('incident-count');
const charts = (page: Page): Locator => page.getByRole('region', { name: 'Incidents in charts' });
const columnsDialog = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'What do its columns hold?' });
const importButton = (within: Locator): Locator =>
  within.getByRole('button', { name: 'Import', exact: true });

/** These journeys are of panel, dialogs and charts: without its map a page costs a tenth. */
async function open(page: Page): Promise<void> {
  await openWithoutMap(page);
  // By then the page has done what it does on opening, and answers at once.
  await expect(panel(page)).toContainText('What it covers', { timeout: 40_000 });
}

test.slow();

async function drop(page: Page, name: string, text: string): Promise<void> {
  const files = await page.evaluateHandle(
    ([name, text]) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([text], name));
      return dropped;
    },
    [name, text]
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: files });
  await page.dispatchEvent('body', 'drop', { dataTransfer: files });
}

const bring = (page: Page, name: string, text: string): Promise<void> =>
  page
    .getByTestId('incident-files')
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) });

async function rowsOf(download: Download): Promise<Record<string, string>[]> {
  const text = (await readFile(await download.path(), 'utf8')).replace(/^\uFEFF/, '');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

/** Saves the filtered rows as CSV and reads the file back. */
async function exported(page: Page): Promise<Record<string, string>[]> {
  await panel(page).getByRole('button', { name: 'Export…' }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the file' }).click();
  return rowsOf(await waiting);
}

test('a real table goes from drop to report, list, charts, filter, zone and export', async ({
  page
}) => {
  test.skip(!sample, 'shared/samples is not beside the checkout: the other journeys import files.');
  if (!sample) return;
  await open(page);

  await test.step('it is recognised, and imports with one click', async () => {
    await drop(page, 'ucdp.geojson', await readFile(sample, 'utf8'));
    const files = filesOnTheirWay(page);
    await expect(files).toContainText('Recognised by its columns: UCDP GED', { timeout: 30_000 });
    await expectNoViolation(page, 'with a file that was recognised');
    await importButton(files).click();
    await expect(files).toContainText('310 of 310 rows imported', { timeout: 30_000 });
    await expect(counted(page)).toHaveText('All 310 incidents');
  });

  await test.step('the report says what is doubtful, and a decision counts', async () => {
    await filesOnTheirWay(page).getByRole('button', { name: 'Report…' }).click();
    const report = page.getByRole('dialog', { name: 'Report of the import' });
    await expect(report).toContainText('At the middle of a country: 34 rows');
    await expectNoViolation(page, 'with the report');
    await report.getByRole('radio', { name: 'Leave out' }).check({ force: true });
    await expect(report.getByRole('row', { name: /^In the table/ })).toContainText('276');
    await report.getByRole('radio', { name: 'Count as not placed' }).check({ force: true });
    await expect(report.getByRole('row', { name: /^In the table/ })).toContainText('310');
    await page.keyboard.press('Escape');
  });

  await test.step('a condition leaves fewer, and is a chip that can be taken away', async () => {
    await panel(page).getByRole('combobox', { name: 'Add a condition' }).selectOption('Chainage');
    const editor = panel(page).getByRole('region', { name: 'Condition: Chainage' });
    await editor.getByRole('spinbutton', { name: 'from' }).fill('700');
    await editor.getByRole('spinbutton', { name: 'to' }).fill('900');
    await editor.getByRole('button', { name: 'Done' }).click();
    await expect(panel(page).getByRole('list', { name: 'Conditions' })).toContainText(
      /Chainage 700 to 900/
    );
    await expect(counted(page)).toHaveText(/^\d+ of 310 incidents$/);
    await expectNoViolation(page, 'with a filter');
  });

  await test.step('the export holds what the filter lets through, with stations', async () => {
    const passing = Number(/^\d+/.exec(await counted(page).innerText())?.[0]);
    const rows = await exported(page);
    expect(rows).toHaveLength(passing);
    for (const row of rows) {
      expect(Number(row.chainage_km)).toBeGreaterThanOrEqual(700);
      expect(Number(row.chainage_km)).toBeLessThanOrEqual(900);
      expect(row.side).toBe(Number(row.offset_km) > 0 ? 'afghan' : 'pakistan');
    }
    await panel(page)
      .getByRole('button', { name: /^Take away: Chainage/ })
      .click();
    await expect(counted(page)).toHaveText('All 310 incidents');
  });

  await test.step('bars set the filter, and have a table and a file behind them', async () => {
    await filesOnTheirWay(page).getByRole('button', { name: 'Charts' }).click();
    await charts(page).getByRole('button', { name: 'In time', exact: true }).waitFor();
    const bars = charts(page).getByRole('slider', { name: 'In time' });
    if (!(await bars.isVisible())) {
      await charts(page).getByRole('button', { name: 'In time', exact: true }).click();
    }
    await bars.press('End');
    await expect(bars).toHaveAttribute('aria-valuetext', /^2018: .*Afghan side/);
    await bars.press('Enter');
    await expect(counted(page)).toHaveText(/^\d+ of 310 incidents$/);
    await expectNoViolation(page, 'with charts');
    const frame = charts(page).getByRole('region', { name: 'In time' });
    await frame.getByRole('button', { name: 'Table' }).click();
    await expect(frame.getByRole('row', { name: /^2018/ })).toBeVisible();
    const waiting = page.waitForEvent('download');
    await frame.getByRole('button', { name: 'Save as CSV' }).click();
    const years = await rowsOf(await waiting);
    expect(years.at(0)?.year).toBe('2001');
    await frame.getByRole('button', { name: 'Table' }).click();
    await bars.press('Delete');
    await expect(counted(page)).toHaveText('All 310 incidents');
    await page.getByRole('button', { name: 'Close: Incidents in charts' }).click();
  });

  await test.step('a zone tells what of it lies inside', async () => {
    const zones = await openSection(page, 'Zones');
    await zones.getByText('Incidents', { exact: true }).click({ timeout: 40_000 });
    await expect(zones).toContainText(/\d+ incidents? of ucdp/);
  });
});

const FOREIGN = [
  'Ref;Where;When;What;Dead',
  'a1;33.5, 69.9;05.03.2019;Ambush on a convoy;3',
  'a2;34°07\'N 71°05\'E;17.04.2019;"Shelling; two houses hit";0',
  'a3;nowhere;18.04.2019;No position that can be read;1',
  'a3;33.6, 70.0;18.04.2019;Roadside bomb;1',
  'a3;33.6, 70.0;18.04.2019;Roadside bomb;1'
].join('\n');

test('a foreign table is told apart column by column, and survives a reload', async ({ page }) => {
  await open(page);
  await openSection(page, 'Incidents');
  await bring(page, 'mine.csv', FOREIGN);
  const dialog = columnsDialog(page);
  await expect(dialog).toBeVisible({ timeout: 30_000 });

  await test.step('what the reader says is seen at once in the first rows', async () => {
    await dialog
      .getByRole('group', { name: 'Position' })
      .getByLabel('Given as')
      .selectOption('none');
    await expect(dialog.getByTestId('preview-words')).toBeVisible();
    await dialog
      .getByRole('group', { name: 'Position' })
      .getByLabel('Given as')
      .selectOption('One column for both');
    await dialog
      .getByRole('group', { name: 'Position' })
      .getByLabel(/^Column/)
      .selectOption('Where');
    await dialog
      .getByRole('group', { name: 'Date' })
      .getByLabel('Given as')
      .selectOption('One date');
    await dialog
      .getByRole('group', { name: 'Date' })
      .getByLabel(/^Column/)
      .selectOption('When');
    await dialog.getByLabel('In figures').selectOption('day, month, year: 31/01/2023');
    await expect(dialog.getByTestId('preview-words')).toHaveText(
      '1 of the first 5 rows would be refused.'
    );
    await expect(dialog.getByRole('row', { name: /34\.1167° N, 71\.0833° E/ })).toContainText(
      '17 April 2019'
    );
    await expectNoViolation(page, 'with the dialog of columns');
    await dialog.getByRole('switch', { name: 'Keep this for files' }).check({ force: true });
    await importButton(dialog).click();
  });

  await test.step('the refused row is told, and downloads with its number', async () => {
    await expect(filesOnTheirWay(page)).toContainText('1 refused', { timeout: 30_000 });
    await filesOnTheirWay(page).getByRole('button', { name: 'Report…' }).click();
    const report = page.getByRole('dialog', { name: 'Report of the import' });
    const waiting = page.waitForEvent('download');
    await report.getByRole('button', { name: 'Refused rows as CSV' }).click();
    const text = await readFile(await (await waiting).path(), 'utf8');
    expect(text).toContain('No position that can be read');
    expect(text).toMatch(/^4,|\n4,/);
    await page.keyboard.press('Escape');
  });

  await test.step('a reload brings table and filter back, and a deletion can be undone', async () => {
    await panel(page).getByPlaceholder('Words in any column').fill('convoy');
    await expect(counted(page)).toHaveText(/^1 of \d incidents$/);
    await page.reload();
    await openSection(page, 'Incidents');
    await expect(counted(page)).toHaveText(/^1 of \d incidents$/, { timeout: 30_000 });
    await expect(panel(page).getByTestId('kept-bytes')).toContainText(/\d+(\.\d)? [kM]?B/);
    await panel(page).getByRole('button', { name: 'Delete mine' }).click();
    await expect(counted(page)).toBeHidden();
    await panel(page).getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(counted(page)).toHaveText(/^1 of \d incidents$/);
  });

  await test.step('the next file of these columns needs no telling', async () => {
    await bring(page, 'next.csv', FOREIGN);
    await expect(filesOnTheirWay(page)).toContainText('Its columns are read as you kept it.');
    await expect(dialog).toBeHidden();
  });
});

test('by keyboard alone: bring, filter and chart', { tag: ONE_SCREEN }, async ({ page }) => {
  await open(page);
  const press = (key: string) => page.keyboard.press(key);
  const focused = () => page.locator(':focus');
  await press('5');
  await expect(focused()).toHaveText('Incidents');
  await panel(page).getByRole('button', { name: 'Paste…' }).focus();
  await press('Enter');
  const paste = page.getByRole('dialog', { name: 'Paste events' });
  await paste.getByRole('textbox').focus();
  await page.keyboard.insertText(
    'latitude,longitude,date,type\n33.5,69.9,2019-03-05,Battle\n33.6,70.0,2020-04-06,Riot\n'
  );
  await press('Tab');
  await press('Enter');
  const dialog = columnsDialog(page);
  await expect(dialog).toBeVisible({ timeout: 30_000 });
  await importButton(dialog).focus();
  await press('Enter');
  await expect(counted(page)).toHaveText('All 2 incidents', { timeout: 30_000 });

  await panel(page).getByRole('button', { name: 'Charts' }).first().focus();
  await press('Enter');
  await charts(page).getByRole('button', { name: 'By type and more' }).focus();
  await press('Enter');
  const bars = charts(page).getByRole('slider', { name: /^By / });
  await bars.focus();
  await expect(bars).toHaveAttribute('aria-valuetext', /^(Battle|Riot): 1 /);
  await press('Enter');
  await expect(counted(page)).toHaveText('1 of 2 incidents');
});

const HOSTILE = [
  'id,latitude,longitude,date,notes,url',
  '1,33.5,69.9,2019-03-05,<img src=x onerror=alert(1)><b>bold</b>,javascript:alert(1)',
  '2,33.6,70.0,2019-03-06,"=HYPERLINK(""http://x"")",https://example.org/a'
].join('\n');

test(
  'a hostile file stays text, and a file that cannot be read says why',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await open(page);
    await openSection(page, 'Incidents');
    await bring(page, 'hostile.csv', HOSTILE);
    await importButton(columnsDialog(page)).click({
      timeout: 30_000
    });
    await expect(counted(page)).toHaveText('All 2 incidents', { timeout: 30_000 });

    await test.step('HTML is shown as it is written, and only http links are links', async () => {
      await panel(page).getByRole('button', { name: '<img src=x' }).click();
      const card = panel(page).getByTestId('incident-card');
      await expect(card).toContainText('<img src=x onerror=alert(1)>');
      await expect(card.locator('img')).toHaveCount(0);
      await expect(card.locator('a[href^="javascript"]')).toHaveCount(0);
      await card.getByRole('button', { name: 'Close' }).click();
    });

    await test.step('a formula is harmless in the file, and a number stays one', async () => {
      const rows = await exported(page);
      expect(rows[1].notes).toBe('\'=HYPERLINK("http://x")');
      expect(rows[1].latitude).toBe('33.6');
    });

    await test.step('what is no table is refused with what to do', async () => {
      await bring(page, 'broken.geojson', '{"type": "FeatureCollection", "features": [');
      await expect(filesOnTheirWay(page).getByRole('alert')).toContainText('broken.geojson');
      await expectNoViolation(page, 'with a refused file');
    });
  }
);

test(
  'where the browser keeps nothing, the table is there for the visit and the page says so',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await page.route(/\/workers\/.*\.js$/, async (route) => {
      const answer = await route.fetch();
      const full = `IDBObjectStore.prototype.put = function () {
        throw new DOMException('full', 'QuotaExceededError');
      };`;
      await route.fulfill({ response: answer, body: `${full}\n${await answer.text()}` });
    });
    await open(page);
    await openSection(page, 'Incidents');
    await bring(page, 'hostile.csv', HOSTILE);
    await importButton(columnsDialog(page)).click({
      timeout: 30_000
    });
    await expect(counted(page)).toHaveText('All 2 incidents', { timeout: 30_000 });
    await expect(panel(page)).toContainText('stays for this visit only');
    await panel(page).getByPlaceholder('Words in any column').fill('bold');
    await expect(counted(page)).toHaveText('1 of 2 incidents');
  }
);

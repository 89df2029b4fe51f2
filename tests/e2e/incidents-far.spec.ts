import type { Page } from '@playwright/test';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { createBorder } from '../../src/lib/border/border';
import { readLine } from '../fixtures/line';
import { panel } from './support/app';
import { farHost, type FarHost } from './support/far-host';
import { countOfIncidents, openIncidents } from './support/incidents';
import { expect, ONE_SCREEN, test } from './support/test';

const ROWS = 40_000;
const WITHIN_KM = 20;
const ROWS_A_GROUP = 2_000;
/** Sorted by place, as tools for GeoParquet sort it: each group a strip, from south to north. */
const lon = Float64Array.from(
  { length: ROWS },
  (_, i) => 60 + 0.8 * (Math.floor(i / ROWS_A_GROUP) + ((i * 7919) % 1000) / 1000)
);
const lat = Float64Array.from(
  { length: ROWS },
  (_, i) => 29 + (9 * (i % ROWS_A_GROUP)) / ROWS_A_GROUP
);
const parquet = new Uint8Array(
  parquetWriteBuffer({
    columnData: [
      {
        name: 'event_date',
        data: Array.from(lon, (_, i) => `2021-0${1 + (i % 9)}-1${i % 9}`),
        type: 'STRING'
      },
      {
        name: 'notes',
        data: Array.from(lon, (_, i) => `A made-up event, number ${i}, with words`),
        type: 'STRING'
      },
      { name: 'longitude', data: lon, type: 'DOUBLE', columnIndex: true },
      { name: 'latitude', data: lat, type: 'DOUBLE', columnIndex: true }
    ],
    rowGroupSize: ROWS_A_GROUP,
    pageSize: 4_000
  })
);

let host: FarHost;
test.beforeAll(async () => {
  host = await farHost({
    '/events.parquet': { bytes: parquet },
    '/whole.parquet': { bytes: parquet, parts: false },
    '/closed.parquet': { bytes: parquet, cors: false },
    '/page.parquet': { bytes: Buffer.from('<!doctype html>'.padEnd(2000, ' ')) }
  });
});
test.afterAll(() => host.close());

const arrivals = (page: Page) =>
  panel(page).getByRole('list', { name: 'Files on their way in' }).getByRole('listitem');

async function give(page: Page, address: string): Promise<void> {
  await panel(page).getByRole('button', { name: 'Address…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open by address' });
  await dialog.getByLabel('Address of a GeoParquet file').fill(address);
  await dialog.getByRole('button', { name: `Ask ${host.host}` }).click();
  await expect(dialog).toBeHidden();
}

test(
  'of a large file on another host only what lies along the line is read, once the reader lets it be asked',
  { tag: ONE_SCREEN },
  async ({ page, guard }) => {
    test.slow();
    guard.allowHost(host.host);
    guard.expectError(/blocked by CORS policy/);
    guard.expectError(/Failed to load resource.*(closed|gone)\.parquet/);
    await openIncidents(page);
    await panel(page).getByRole('button', { name: 'Address…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Open by address' });
    const address = dialog.getByLabel('Address of a GeoParquet file');

    await test.step('the host is named before it is asked, and nothing else than https is taken', async () => {
      await address.fill('http://data.example.org/events.parquet');
      await expect(dialog.getByRole('status')).toContainText('give an https address');
      await expect(dialog.getByRole('button', { name: 'Read it' })).toBeDisabled();
      await address.fill(`${host.url}/events.parquet`);
      await expect(dialog.getByRole('status')).toContainText(`${host.host} will be asked`);
      await expect(page.locator('iframe')).toHaveCount(0);
      expect(host.asked).toEqual([]);
    });

    await test.step('the rows near the line come, the rest of the file stays where it is', async () => {
      await dialog.getByLabel('On either side, within').fill(String(WITHIN_KM));
      await dialog.getByRole('button', { name: `Ask ${host.host}` }).click();
      const arrival = arrivals(page);
      const importing = arrival.getByRole('button', { name: 'Import', exact: true });
      const fromDialog = page
        .getByRole('dialog')
        .getByRole('button', { name: 'Import', exact: true });
      await importing.or(fromDialog).first().waitFor({ timeout: 60_000 });
      if (await fromDialog.isVisible()) await fromDialog.click();
      else await importing.click();
      await expect(arrival).toContainText('rows imported', { timeout: 60_000 });
      const border = createBorder(readLine());
      const near = Array.from(lon, (x, i) => border.station([x, lat[i]])).filter(
        ({ offsetKm }) => Math.abs(offsetKm) <= WITHIN_KM
      );
      await expect(countOfIncidents(page)).toHaveText(
        `All ${near.length.toLocaleString('en')} incidents`
      );
      await expect(arrival.getByTestId('far-bytes')).toHaveText(
        /^[\d.,]+ kB read of a file of .+B\.$/
      );
      expect(host.sentBytes).toBeLessThan(parquet.length / 2);
      expect(host.asked.filter((one) => /^GET \S+$/.test(one))).toEqual([]);
      await expect(page.locator('iframe')).toHaveCount(0);
      await arrival.getByRole('button', { name: /^Done with/ }).click();
    });

    await test.step('what cannot be read so says why and what to do', async () => {
      const problems: [path: string, told: RegExp][] = [
        ['/whole.parquet', /“whole.parquet” can be fetched only whole/],
        ['/closed.parquet', /its host answers, but lets no other page read it/],
        ['/page.parquet', /“page.parquet” is no Parquet file/],
        ['/gone.parquet', /its host answers 404/]
      ];
      for (const [path, told] of problems) {
        await give(page, `${host.url}${path}`);
        const arrival = arrivals(page).filter({ hasText: path.slice(1) });
        await expect(arrival.getByRole('alert')).toContainText(told, { timeout: 30_000 });
        await arrival.getByRole('button', { name: /^Done with/ }).click();
        await expect(page.locator('iframe')).toHaveCount(0);
      }
    });
  }
);

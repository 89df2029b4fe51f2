import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { readTruth } from '../fixtures/loci/truth';
import { boxOf, map, openApp, openSection, panel } from './support/app';
import { expectNoViolation } from './support/axe';
import { whenMapIdle } from './support/idle';
import { keep, kept, view } from './support/kept';
import { hiddenLabels } from './support/labels';
import { differingPixels, newPixelsOfColour, shoot } from './support/pixels';
import { expect, ONE_SCREEN, test } from './support/test';
import { token } from './support/tokens';

/** Measuring every claim takes some seconds, on a busy machine many. */
const MEASURED = { timeout: 90_000 };

const claim = (page: Page, id: string): Locator => panel(page).locator(`[data-claim="${id}"]`);
const tolerance = (page: Page): Locator =>
  page.getByRole('textbox', { name: '“About” means within' });
const ruler = (page: Page): Locator => page.getByRole('slider', { name: 'Ruler' });

/** The length that the ruler measures, in km. */
async function ruledKm(page: Page): Promise<number> {
  const told = await page.getByTestId('ruled-length').innerText();
  return Number(told.split('km')[0].replace(/[^\d.]/g, ''));
}

/** The verdict beside each claim, by the claim's id, wherever they are listed. */
async function verdicts(list: Locator): Promise<Record<string, string>> {
  const rows = await list.locator('[data-claim]').all();
  const told = rows.map(async (row): Promise<[string, string]> => {
    const id = (await row.getAttribute('data-claim')) ?? '';
    return [id, (await row.locator('.verdict').first().innerText()).trim()];
  });
  return Object.fromEntries(await Promise.all(told));
}

test(
  'claims: judged by what the reader allows, shown on the map, measured by a ruler, told on a page',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    test.setTimeout(300_000);
    await keep(page, { tab: 'texts', textView: 'claims', view: view([69.95, 32.9], 8.6) });
    await openApp(page);
    const section = await openSection(page, 'Texts');
    await expect(section.locator('[data-claim]')).toHaveCount(7);
    await expect(claim(page, 'copper-share')).toContainText('Cannot be tested here', MEASURED);

    await test.step('the verdict follows the tolerance', async () => {
      const toLine = claim(page, 'site-to-line');
      await expect(toLine).toContainText('Does not hold');
      await tolerance(page).fill('30');
      await expect(toLine.locator('.verdict').first()).toHaveText('Holds only in part');
      await tolerance(page).fill('80');
      await expect(toLine.locator('.verdict').first()).toHaveText('Holds');
      await tolerance(page).fill('10');
      await expect(toLine.locator('.verdict').first()).toHaveText('Does not hold');
    });

    await test.step('the test of both distances is drawn on the map', async () => {
      const both = claim(page, 'site-both');
      await both.locator('summary').click();
      await expect(both.getByTestId('finding-words')).toContainText(
        'does not hold for any candidate position'
      );
      await expect(both.getByTestId('meetings')).toContainText('44 km');
      const { areaKm2, looseKm2 } = readTruth().circleAndLine;
      const met = both.getByTestId('met').getByRole('row', { name: /^straight lines/ });
      await expect(met).toContainText(`${Math.round(areaKm2)}\u202fkm²`, MEASURED);
      await expect(met).toContainText(`${Math.round(looseKm2)}\u202fkm²`);
      await whenMapIdle(page);
      const before = await shoot(map(page));
      await both.getByRole('button', { name: 'Show me on the map' }).click();
      const magenta = await token(page, '--proposal-magenta');
      await expect
        .poll(async () => {
          await whenMapIdle(page);
          return newPixelsOfColour(before, await shoot(map(page)), magenta);
        }, MEASURED)
        .toBeGreaterThan(50);
      await expectNoViolation(page, 'with a claim unfolded and on the map');
      await both.getByRole('button', { name: 'On the map' }).click();
    });

    await test.step('taken exactly it says what that means; the findings are saved as CSV', async () => {
      await tolerance(page).fill('0');
      await expect(section).toContainText('“About” allows nothing now');
      await expect(claim(page, 'site-both').getByTestId('finding-words')).toContainText(
        'Taken exactly it does not hold'
      );
      await expect(claim(page, 'site-both').getByTestId('met')).toHaveCount(0);
      await tolerance(page).fill('10');
      const waiting = page.waitForEvent('download');
      await section.getByRole('button', { name: 'Save findings as CSV' }).click();
      const csv = await readFile(await (await waiting).path(), 'utf8');
      const rows = csv.split('\r\n').filter((row) => row.includes(',site-to-line,'));
      expect(rows).toHaveLength(5 * 5);
      expect(rows[0]).toContain('Does not hold');
      expect(csv).toContain('Cannot be tested here');
    });

    await test.step('the ruler is dragged, by mouse, keys and field, and the line follows', async () => {
      await claim(page, 'line-length').locator('summary').click();
      await claim(page, 'line-length').getByRole('button', { name: 'Length by ruler' }).click();
      await ruler(page).waitFor(MEASURED);
      await expect(page.getByTestId('ruled-length')).toContainText('steps');

      const { left, right, top, bottom } = await boxOf(ruler(page));
      const [from, to] = [left + 0.5 * (right - left), left + 0.2 * (right - left)];
      const began = await ruledKm(page);
      await page.mouse.move(from, (top + bottom) / 2);
      await page.mouse.down();
      await page.mouse.move((from + to) / 2, (top + bottom) / 2);
      await page.mouse.move(to, (top + bottom) / 2);
      await page.mouse.up();
      await expect.poll(() => ruledKm(page)).toBeGreaterThan(began + 50);

      await ruler(page).focus();
      await page.keyboard.press('End');
      await expect.poll(() => ruledKm(page)).toBeLessThan(2000);
      await whenMapIdle(page);
      const coarse = await shoot(map(page));
      const field = page.getByRole('textbox', { name: 'Opening of the divider' });
      await field.fill('202');
      await expect.poll(() => ruledKm(page)).toBeGreaterThan(2638);
      await expect.poll(() => ruledKm(page)).toBeLessThan(2642);
      await expect
        .poll(async () => {
          await whenMapIdle(page);
          return differingPixels(coarse, await shoot(map(page)));
        })
        .toBeGreaterThan(200);

      await page.getByRole('radio', { name: 'Simplify' }).check({ force: true });
      await page.getByRole('textbox', { name: 'Tolerance' }).fill('138');
      await expect(page.getByTestId('ruled-length')).toContainText('vertices');
      await expect.poll(() => ruledKm(page)).toBe(2640);
      await page.getByRole('button', { name: 'Table' }).click();
      const row = page.getByTestId('known-lengths').getByRole('row', { name: /Dawn; text A/ });
      await expect(row).toContainText('140 m');
      await expectNoViolation(page, 'with the dock open');
      await expect.poll(async () => (await kept(page))?.claims.ruler.method).toBe('simplify');
    });

    await test.step('the page says the same', async () => {
      const inPanel = await verdicts(panel(page).getByTestId('findings'));
      await panel(page).getByRole('link', { name: 'All on one page' }).click();
      await expect(page).toHaveTitle('Claims about the Durand Line, put to the test');
      const overview = page.getByTestId('overview');
      await expect(overview).toContainText('Cannot be tested here', MEASURED);
      await expect.poll(() => verdicts(overview)).toEqual(inPanel);
      await expect(page.getByTestId('finding-words')).toHaveCount(7);
      await ruler(page).waitFor(MEASURED);
      await expectNoViolation(page, 'on the page of claims');
      await page.getByRole('link', { name: 'Back to the map' }).click();
      await expect(panel(page)).toBeVisible();
    });
  }
);

/** What reaches over an element's inner edge sideways, in pixels. */
const overhang = (element: Locator): Promise<number> =>
  element.evaluate((node) => node.scrollWidth - node.clientWidth);

test('on a phone a claim is seen on the map above its sheet, and nothing is cut at the side', async ({
  page,
  isMobile
}) => {
  test.skip(!isMobile, 'the desktop has the journey above');
  test.slow();
  await keep(page, { tab: 'texts', textView: 'claims', view: view([69.95, 32.9], 8) });
  await openApp(page);
  await openSection(page, 'Texts');
  const both = claim(page, 'site-both');
  await expect(both.locator('.verdict').first()).toHaveText('Does not hold', MEASURED);
  await both.locator('summary').click();
  await both.getByRole('button', { name: 'Show me on the map' }).click();
  await expect(both.getByTestId('met')).toContainText('226', MEASURED);
  await whenMapIdle(page);
  await expect.poll(() => hiddenLabels(page)).toEqual([]);
  expect(await overhang(panel(page).getByRole('tabpanel'))).toBe(0);

  await claim(page, 'line-length').locator('summary').click();
  await claim(page, 'line-length').getByRole('button', { name: 'Length by ruler' }).click();
  await ruler(page).waitFor(MEASURED);
  expect(await overhang(page.locator('body'))).toBe(0);

  await page.goto('./claims');
  await expect(page.getByTestId('finding-words')).toHaveCount(7, MEASURED);
  expect(await overhang(page.locator('.page'))).toBe(0);
});

import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { heart, map, openApp, openSection, panel } from './support/app';
import { whenMapIdle } from './support/idle';
import { keep, view } from './support/kept';
import { differingPixels, shoot } from './support/pixels';
import { expect, ONE_SCREEN, test } from './support/test';
import { workshop } from './support/workshop';

const KHOST = view([69.9, 33.3], 7);

const table = (page: Page): Locator => page.getByTestId('compare');
/** The cells of a row of the table, in the order of the zones. */
const cells = (page: Page, row: string): Locator =>
  table(page)
    .getByRole('row', { name: new RegExp(`^${row}`) })
    .first()
    .getByRole('cell');

async function numbers(page: Page, row: string): Promise<number[]> {
  const texts = await cells(page, row).allInnerTexts();
  return texts.map((text) => Number(/[\d,.]+/.exec(text)?.[0].replaceAll(',', '')));
}

test(
  'zones stand side by side, with what differs told, hatched on the map and saved as CSV',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await keep(page, {
      view: KHOST,
      workshop: workshop(
        { name: 'Ten each side', afghanKm: 10, pakistanKm: 10 },
        { name: 'Twenty on one side', afghanKm: 20, pakistanKm: 0, linked: false }
      )
    });
    await openApp(page);
    await openSection(page, 'Zones');
    await panel(page).getByRole('button', { name: 'Compare' }).click();
    await expect(table(page)).toBeVisible();
    await expect(cells(page, 'Settlements listed').last()).toHaveText(/\d/, { timeout: 30_000 });

    const [base, other] = await numbers(page, 'Both sides');
    const [, shared] = await numbers(page, 'Shared');
    const [, onlyOther] = await numbers(page, 'Only in this zone');
    const [, onlyBase] = await numbers(page, 'Only in the base');
    expect(Math.abs(shared + onlyOther - other)).toBeLessThanOrEqual(1);
    expect(Math.abs(shared + onlyBase - base)).toBeLessThanOrEqual(1);
    const [afghan] = await numbers(page, 'Afghan side');
    expect(Math.abs(shared - afghan)).toBeLessThanOrEqual(1);
    await expect(cells(page, 'Width, Afghan side').last()).toHaveText(/20\s?km\s*\+100\s?%/);

    await whenMapIdle(page);
    const plain = await shoot(map(page), await heart(page, 0.4));
    const hatch = table(page).getByRole('button', { name: /Hatch what differs between Twenty/ });
    await hatch.click();
    await expect(hatch).toHaveAttribute('aria-pressed', 'true');
    await expect
      .poll(async () => differingPixels(plain, await shoot(map(page), await heart(page, 0.4))))
      .toBeGreaterThan(500);

    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV', exact: true }).click();
    const lines = (await readFile(await (await waiting).path(), 'utf8')).trim().split(/\r?\n/);
    expect(lines[0]).toContain('Ten each side (base),Twenty on one side');
    const both = lines
      .find((line) => line.includes('Both sides,km²'))
      ?.split(',')
      .slice(3);
    expect(Math.abs(Number(both?.[0]) - base)).toBeLessThan(0.6);
    expect(Math.abs(Number(both?.[1]) - other)).toBeLessThan(0.6);

    await page.getByRole('combobox', { name: 'Compare with' }).selectOption('Twenty on one side');
    await expect(cells(page, 'Width, Afghan side').first()).toHaveText(/10\s?km\s*−50\s?%/);
    await page.getByRole('button', { name: 'Close: Zones side by side' }).click();
    await expect(table(page)).toBeHidden();
  }
);

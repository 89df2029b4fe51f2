import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { openWithoutMap, panel, whenAlive } from './support/app';
import { expect, ONE_SCREEN, test } from './support/test';

const example = readFileSync(
  new URL('../../src/lib/texts/examples/example-text.json', import.meta.url),
  'utf8'
);
const asFile = (json: string, name = 'ours.json') => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(json)
});
const field = (page: Page) => page.getByLabel('Files of texts to add');
const deleteButton = (page: Page, id: string) =>
  panel(page).getByRole('button', { name: `Delete text ${id}` });
const unfold = (page: Page) => panel(page).getByText('Texts of your own').click();

test(
  'a newsroom’s text is checked, stands beside the others everywhere, is kept, and goes again',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    test.slow();
    await openWithoutMap(page);
    await whenAlive(page);
    await page.keyboard.press('4');
    await unfold(page);

    await test.step('what is wrong is listed by its path, and nothing is added', async () => {
      const broken = example
        .replace('"of": "jalalabad"', '"of": "atlantis"')
        .replace('2024-02', '2024-13');
      await field(page).setInputFiles(asFile(broken));
      const alert = panel(page).getByRole('alert');
      await expect(alert).toContainText('ours.json was not added');
      await expect(alert).toContainText('events[0].when');
      await expect(alert).not.toContainText('[object');
      await field(page).setInputFiles(asFile('{"id": "x",\n "outline": [}'));
      await expect(alert).toContainText('is not JSON at line 2, column 14');
      await expect(deleteButton(page, 'example')).toHaveCount(0);
    });

    await test.step('words of it are words, never HTML', async () => {
      const scripted = example
        .replace('Closed gates, empty shops', '<img src=x onerror=alert(1)>')
        .replace('"id": "example"', '"id": "herald-7"');
      await field(page).setInputFiles(asFile(scripted));
      await expect(deleteButton(page, 'herald-7')).toBeVisible();
      await expect(panel(page)).toContainText('<img src=x onerror=alert(1)>');
      await expect(panel(page).locator('img[src=x]')).toHaveCount(0);
      await deleteButton(page, 'herald-7').click();
      await expect(deleteButton(page, 'herald-7')).toHaveCount(0);
    });

    await test.step('the example is in the outline, the search and the timeline', async () => {
      await panel(page).getByRole('button', { name: 'Try the example text' }).click();
      await expect(deleteButton(page, 'example')).toBeVisible();
      await expect(panel(page)).toContainText('An example, made up');
      await page.keyboard.press('/');
      await page.keyboard.type('jelalabad');
      await expect(panel(page).locator('button.row')).toHaveCount(1);
      await expect(panel(page).locator('button.row')).toContainText(/Jalalabad.*Afghan side/s);
      await panel(page).locator('button.row').click();
      await expect(page.getByTestId('place-card')).toContainText('Text example, ¶ 2');
      await page.keyboard.press('Escape');
      await page.keyboard.press('t');
      await expect(page.getByRole('option', { name: /Traders go to Kabul/ })).toHaveCount(1);
    });

    await test.step('its areas are listed, with what their outline rests on', async () => {
      await page.keyboard.press('/');
      await panel(page).getByRole('searchbox').fill('trade road');
      await panel(page).locator('button.row').click();
      const card = page.getByTestId('place-card');
      await expect(card).toContainText('Made up: drawn by hand');
      await expect(card).toContainText('Hardly a truck is seen on it');
      await page.keyboard.press('Escape');
    });

    await test.step('it survives a reload, and a drop of a mended file takes its place', async () => {
      await page.reload();
      await expect(page.getByRole('option', { name: /Traders go to Kabul/ })).toHaveCount(1);
      const mended = example.replace('Traders go to Kabul', 'Traders go to the capital');
      const data = await page.evaluateHandle((text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], 'mended.json', { type: 'application/json' }));
        return transfer;
      }, mended);
      await page.dispatchEvent('body', 'drop', { dataTransfer: data });
      await expect(page.getByRole('option', { name: /Traders go to the capital/ })).toHaveCount(1);
    });

    await test.step('deleted, it is gone for good', async () => {
      await page.keyboard.press('4');
      if (!(await deleteButton(page, 'example').isVisible())) await unfold(page);
      await deleteButton(page, 'example').click();
      await expect(page.getByRole('option', { name: /Traders go/ })).toHaveCount(0);
      await page.reload();
      await expect(page.getByRole('option', { name: /Durand Line drawn/ })).toHaveCount(1);
      await expect(page.getByRole('option', { name: /Traders go/ })).toHaveCount(0);
    });
  }
);

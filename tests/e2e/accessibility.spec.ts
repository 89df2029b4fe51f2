import type { Page } from '@playwright/test';
import type { Tab } from '../../src/lib/project/document';
import { shortcuts } from '../../src/lib/ui/shell/shortcuts';
import { canvas, openApp, openSection, panel, sheetAtRest } from './support/app';
import { expectNoViolation } from './support/axe';
import { whenMapIdle } from './support/idle';
import { expect, ONE_SCREEN, test } from './support/test';
import { areaCell, areas, widthField } from './support/zone';

/** What shows more of a section than it has on opening. */
const prepare: Record<string, (page: Page) => Promise<void>> = {
  Zones: (page) => widthField(page, 'Afghan side').fill('wide'),
  Layers: (page) =>
    panel(page)
      .getByRole('button', { name: /^Buffer zone/ })
      .click()
};

test('axe finds nothing to object to: in the light theme on a desktop, in the dark one on a phone', async ({
  page,
  isMobile
}) => {
  await page.emulateMedia({ colorScheme: isMobile ? 'dark' : 'light' });
  await openApp(page);
  for (const tab of await panel(page).getByRole('tab').all()) {
    const title = await tab.innerText();
    await tab.click();
    await sheetAtRest(page);
    await prepare[title]?.(page);
    await expectNoViolation(page, `in the section ${title}`);
  }
  const places = await openSection(page, 'Places');
  await places.getByRole('button', { name: /^Mohammed Khil/ }).click();
  await whenMapIdle(page);
  await expectNoViolation(page, 'with a card open');
  await page.getByRole('button', { name: 'Keys and help' }).click();
  await expectNoViolation(page, 'with the help open');
});

test(
  'without a mouse: set a width, open a card, hide a layer, read the help, move the map and hear where it is',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await openApp(page);
    const press = (key: string) => page.keyboard.press(key);
    const goTo = (action: Tab) => press(shortcuts.find((one) => one.action === action)?.key ?? '');
    const focused = () => page.locator(':focus');

    await goTo('zones');
    await expect(focused()).toHaveText('Zones');
    await expect(areaCell(page, 'Both sides')).toBeVisible();
    const before = await areas(page);
    await widthField(page, 'Afghan side').focus();
    await press('ControlOrMeta+a');
    await page.keyboard.type('25');
    await expect.poll(async () => (await areas(page)).bothKm2).toBeGreaterThan(2 * before.bothKm2);
    await press('Tab');
    await press('ArrowRight');
    await expect(widthField(page, 'Afghan side')).toHaveValue('25.5');

    await press('/');
    await expect(focused()).toHaveRole('searchbox');
    await page.keyboard.type('miram');
    await press('Tab');
    await expect(focused()).toContainText('Miranshah');
    await press('Enter');
    await expect(focused()).toHaveText('Miranshah');
    await press('Escape');
    await expect(focused()).toContainText('Miranshah');

    await goTo('layers');
    await press('Tab');
    await expect(focused()).toHaveRole('switch');
    const layer = focused();
    await expect(layer).toBeChecked();
    await press('Space');
    await expect(layer).not.toBeChecked();

    const button = page.getByRole('button', { name: 'Keys and help' });
    await button.focus();
    await press('Enter');
    const help = page.getByRole('dialog', { name: 'Keys and help' });
    await expect(help).toBeVisible();
    for (const { does } of shortcuts) await expect(help).toContainText(does);
    await press('Escape');
    await expect(help).toBeHidden();
    await expect(button).toBeFocused();

    await press('m');
    await expect(canvas(page)).toBeFocused();
    await press('ArrowUp');
    const told = page.getByRole('status').filter({ hasText: /Chainage .* from the line, .* side/ });
    await expect(told).toHaveCount(1);
  }
);

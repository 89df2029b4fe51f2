import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { canvas, openApp, openSection, panel } from './support/app';
import { whenMapIdle } from './support/idle';
import { expect, ONE_SCREEN, test } from './support/test';
import { areaCell, areas } from './support/zone';

async function expectNoViolation(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const told = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map(({ target }) => target.join(' '))
  }));
  expect(told, where).toEqual([]);
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing to object to in the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openApp(page);
    await expectNoViolation(page, 'on opening');

    const zone = await openSection(page, 'Zones');
    await zone.getByRole('textbox', { name: 'Afghan side' }).fill('wide');
    await expectNoViolation(page, 'with a refused width');

    const layers = await openSection(page, 'Layers');
    await layers.getByRole('button', { name: /^Buffer zone/ }).click();
    await expectNoViolation(page, 'with a layer unfolded');

    const places = await openSection(page, 'Places');
    await expectNoViolation(page, 'in the list of places');
    await places.getByRole('button', { name: /^Mohammed Khil/ }).click();
    await whenMapIdle(page);
    await expectNoViolation(page, 'with a card open');

    await page.getByRole('button', { name: 'Keys and help' }).click();
    await expectNoViolation(page, 'with the help open');
  });
}

test(
  'without a mouse: set a width, open a card, hide a layer, move the map and hear where it is',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await openApp(page);
    const press = (key: string) => page.keyboard.press(key);
    const focused = () => page.locator(':focus');

    await press('1');
    await expect(focused()).toHaveText('Zones');
    await expect(areaCell(page, 'Both sides')).toBeVisible();
    const before = await areas(page);
    await press('Tab');
    await expect(focused()).toHaveAccessibleName('Afghan side');
    await page.keyboard.type('25');
    await expect.poll(async () => (await areas(page)).bothKm2).toBeGreaterThan(2 * before.bothKm2);
    await press('Tab');
    await press('ArrowRight');
    await expect(panel(page).getByRole('textbox', { name: 'Afghan side' })).toHaveValue('25.5');

    await press('/');
    await expect(focused()).toHaveRole('searchbox');
    await page.keyboard.type('miram');
    await press('Tab');
    await expect(focused()).toContainText('Miranshah');
    await press('Enter');
    await expect(focused()).toHaveText('Miranshah');
    await press('Escape');
    await expect(focused()).toContainText('Miranshah');

    await press('3');
    await press('Tab');
    await expect(focused()).toHaveRole('switch');
    const layer = focused();
    await expect(layer).toBeChecked();
    await press('Space');
    await expect(layer).not.toBeChecked();

    await press('m');
    await expect(canvas(page)).toBeFocused();
    await press('ArrowUp');
    await expect(page.locator('[aria-live=polite]')).toContainText(
      /Chainage .* from the line, .* side/
    );
  }
);

test(
  'the help lists the keys, and Escape gives the focus back',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await openApp(page);
    const button = page.getByRole('button', { name: 'Keys and help' });
    await button.focus();
    await page.keyboard.press('Enter');
    const help = page.getByRole('dialog', { name: 'Keys and help' });
    await expect(help).toBeVisible();
    for (const action of ['Search places', 'Go to the map', 'Zoom in and out']) {
      await expect(help).toContainText(action);
    }
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
    await expect(button).toBeFocused();
  }
);

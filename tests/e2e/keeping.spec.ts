import type { Page } from '@playwright/test';
import { map, openApp, openSection, openWithoutMap, panel } from './support/app';
import { keep, kept, keepText, keptView, view } from './support/kept';
import { expect, ONE_SCREEN, test } from './support/test';
import { areaCell, linkSwitch, sides, widthField } from './support/zone';

const SWAT_TURNED = { ...view([72.2, 34.6], 8.25), bearing: 20, pitch: 15 };

const theme = (page: Page) => page.locator('html').getAttribute('data-theme');
const placeCard = (page: Page) => panel(page).getByRole('article');
const layerSwitch = (page: Page, name: string) => panel(page).getByRole('switch', { name });
const alert = (page: Page) => panel(page).getByRole('alert');

test(
  'a reload finds the same widths, section, place, layers, view and theme',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await keep(page, { view: SWAT_TURNED });
    await openApp(page);
    await openSection(page, 'Zones');
    await linkSwitch(page).setChecked(false);
    await widthField(page, 'Afghan side').fill('33');
    await widthField(page, 'Pakistani side').fill('0');
    await openSection(page, 'Layers');
    await layerSwitch(page, 'Provinces').setChecked(false);
    await panel(page)
      .getByRole('button', { name: /^Buffer zone/ })
      .click();
    await panel(page).getByRole('slider', { name: 'Opacity of Buffer zone' }).fill('40');
    await panel(page).getByRole('button', { name: 'Dark theme' }).click();
    await openSection(page, 'Places');
    await panel(page).getByRole('button', { name: /^Swat/ }).click();
    await expect(placeCard(page)).toBeVisible();
    await expect.poll(() => kept(page)).toMatchObject({ selectedPlace: 'swat', tab: 'places' });
    await expect(map(page)).toHaveAttribute('data-map-state', 'idle');
    const seen = await keptView(page);

    await page.reload();
    await expect(placeCard(page).getByRole('heading', { level: 2 })).toHaveText('Swat');
    expect(await theme(page)).toBe('dark');
    await expect(map(page)).toHaveAttribute('data-map-state', 'idle');
    expect(await keptView(page)).toEqual(seen);
    await openSection(page, 'Layers');
    await expect(layerSwitch(page, 'Provinces')).not.toBeChecked();
    await expect(panel(page).getByLabel('Opacity of Buffer zone')).toHaveValue('40');
    await openSection(page, 'Zones');
    await expect(widthField(page, 'Afghan side')).toHaveValue('33');
    await expect(widthField(page, 'Pakistani side')).toHaveValue('0');
    await expect(linkSwitch(page)).not.toBeChecked();
  }
);

test(
  'a hidden panel stays hidden, and is shown again by one button',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await openWithoutMap(page);
    await panel(page).getByRole('button', { name: 'Hide the panel' }).click();
    await expect(panel(page)).toBeHidden();
    await expect.poll(() => kept(page)).toMatchObject({ panelOpen: false });
    await page.reload();
    const show = page.getByRole('button', { name: 'Show the panel' });
    await expect(show).toBeVisible();
    await expect(panel(page)).toBeHidden();
    await show.click();
    await expect(panel(page)).toBeVisible();
  }
);

test(
  'a store that holds garbage is told, and the app begins anew',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await keepText(page, '{"version":1,"zo');
    await openWithoutMap(page);
    await openSection(page, 'Zones');
    await expect(alert(page)).toHaveText(/not readable JSON/);
    for (const side of sides) await expect(widthField(page, side)).toHaveValue('10');
    await expect(areaCell(page, 'Both sides')).toHaveText(/^\d[\d,]+\skm²$/);
  }
);

test(
  'one broken section is told; what else was kept stays',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await keepText(
      page,
      JSON.stringify({
        version: 1,
        theme: 'dark',
        zone: { afghanKm: 'ten', pakistanKm: 5, linked: true },
        tab: 'places',
        selectedPlace: 'a-place-that-is-gone',
        layers: { 'a-layer-that-is-gone': { shown: false } },
        view: { center: [500, 33], zoom: 5, bearing: 0, pitch: 0 }
      })
    );
    await openWithoutMap(page);
    expect(await theme(page)).toBe('dark');
    await expect(panel(page).getByRole('tab', { name: 'Places' })).toHaveAttribute(
      'aria-selected',
      'true'
    );
    await expect(alert(page)).toContainText('Zone 1 was not sound');
    await expect(alert(page)).toContainText('“view”');
    await expect(panel(page).getByRole('searchbox')).toBeVisible();
    await openSection(page, 'Zones');
    await expect(panel(page).getByRole('list', { name: 'Zones' })).toBeEmpty();
  }
);

test(
  'a store that is full or shut is told, and the visit goes on',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('No room.', 'QuotaExceededError');
      };
    });
    await openWithoutMap(page);
    await openSection(page, 'Zones');
    await widthField(page, 'Afghan side').fill('20');
    await expect(alert(page)).toContainText('storage is full');
    await expect(widthField(page, 'Pakistani side')).toHaveValue('20');
    await expect(areaCell(page, 'Both sides')).toBeVisible();
  }
);

test(
  'a browser that denies the store altogether still opens the app',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('Denied.', 'SecurityError');
        }
      });
    });
    await openWithoutMap(page);
    await openSection(page, 'Zones');
    await expect(alert(page)).toContainText('does not let the page store');
    await expect(areaCell(page, 'Both sides')).toBeVisible();
  }
);

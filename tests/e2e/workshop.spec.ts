import type { Locator, Page } from '@playwright/test';
import { createBorder } from '../../src/lib/border/border';
import { createZoneEngine } from '../../src/lib/zones/engine';
import { readLine } from '../fixtures/line';
import { openSection, openWithoutMap, panel } from './support/app';
import { keep, kept } from './support/kept';
import { expect, ONE_SCREEN, test } from './support/test';
import { workshop } from './support/workshop';
import { areaCell, areas, sides, typeWidth, widthField, type Areas } from './support/zone';

const list = (page: Page): Locator => panel(page).getByRole('list', { name: 'Zones' });
const rows = (page: Page): Locator => list(page).getByRole('listitem');
const row = (page: Page, name: string): Locator => rows(page).filter({ hasText: name });
const button = (page: Page, name: string | RegExp): Locator =>
  panel(page).getByRole('button', { name });

async function open(page: Page, ...zones: Parameters<typeof workshop>): Promise<void> {
  await keep(page, { workshop: workshop(...zones) });
  await openWithoutMap(page);
  await openSection(page, 'Zones');
  if (zones.length > 0) await expect(areaCell(page, 'Both sides')).toBeVisible();
}

async function namesOf(page: Page): Promise<string[]> {
  return (await kept(page))?.workshop.proposals.map(({ name }) => name) ?? [];
}

test(
  'zones are added, named, coloured, duplicated, moved, hidden and deleted',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await open(page, {});
    await button(page, 'New zone').click();
    await expect(rows(page)).toHaveCount(2);
    const name = panel(page).getByRole('textbox', { name: 'Name' });
    await name.fill('Wider on one side');
    await typeWidth(page, 'Afghan side', 25);
    await panel(page).getByRole('radio', { name: 'Violet' }).check();
    await expect(row(page, 'Wider on one side')).toContainText('25 + 25 km');

    await button(page, 'Duplicate this zone').click();
    await expect(row(page, 'Wider on one side copy')).toContainText('25 + 25 km');
    await button(page, 'Move this zone up').click();
    await button(page, 'Move this zone up').click();
    await expect
      .poll(() => namesOf(page))
      .toEqual(['Wider on one side copy', 'Zone 1', 'Wider on one side']);

    const shown = row(page, 'Zone 1').getByRole('button', { name: 'Show Zone 1 on the map' });
    await shown.click();
    await expect(shown).toHaveAttribute('aria-pressed', 'false');
    await button(page, 'Delete this zone').click();
    await expect(rows(page)).toHaveCount(2);

    await expect.poll(async () => (await kept(page))?.workshop.proposals.length).toBe(2);
    await page.reload();
    await openSection(page, 'Zones');
    await expect(rows(page)).toHaveCount(2);
    await expect(row(page, 'Wider on one side')).toContainText('25 + 25 km');
  }
);

test(
  'each edit is undone and done again, by keys and by buttons',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await open(page, {});
    const start = await areas(page);
    await typeWidth(page, 'Afghan side', 30);
    await button(page, 'New zone').click();
    await button(page, 'Delete this zone').click();
    await expect(rows(page)).toHaveCount(1);

    await page.getByRole('heading', { name: 'Buffer zones' }).click();
    await page.keyboard.press('Control+z');
    await expect(rows(page)).toHaveCount(2);
    await page.keyboard.press('Control+z');
    await expect(rows(page)).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect(widthField(page, 'Afghan side')).toHaveValue('10');
    await expect.poll(() => areas(page)).toEqual(start);
    await expect(page.getByRole('status').filter({ hasText: 'Undone: width.' })).toHaveCount(1);

    await page.keyboard.press('Control+Shift+z');
    await expect(widthField(page, 'Afghan side')).toHaveValue('30');
    await button(page, /^Redo/).click();
    await expect(rows(page)).toHaveCount(2);
    await button(page, /^Undo/).click();
    await expect(rows(page)).toHaveCount(1);
  }
);

test(
  'a preset brings its figures and says whose they are',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await open(page, {});
    await button(page, 'Presets…').click();
    const dialog = page.getByRole('dialog', { name: 'Zones to begin with' });
    await dialog
      .getByRole('button', { name: 'Add Iraq - Kuwait: 10 km Afghan, 5 km Pakistani' })
      .click();
    await expect(dialog).toBeHidden();
    await expect(row(page, 'Iraq - Kuwait')).toContainText('10 + 5 km');
    await expect(
      panel(page).getByText(/precedent elsewhere, approximate.*resolution 687/)
    ).toBeVisible();

    await button(page, 'Presets…').click();
    const add = dialog.getByRole('button', { name: /Give a width/ });
    await expect(add).toBeDisabled();
    await dialog.getByRole('textbox', { name: 'Width on a side' }).fill('7');
    await dialog.getByRole('radio', { name: 'Afghan' }).check();
    await dialog.getByRole('button', { name: 'Add this zone' }).click();
    await expect(row(page, 'Zone that text A speaks of')).toContainText('7 + 0 km');
    await expect(panel(page).getByText(/No text gives its width/)).toBeVisible();
  }
);

/** What a width on each side from 1,500 to 1,700 km covers, by the domain; no third country is near. */
function stretchAreas(widthKm: number): Areas {
  const engine = createZoneEngine(createBorder(readLine()));
  const stretches = [{ fromKm: 1500, toKm: 1700 }];
  const zone = { afghanKm: widthKm, pakistanKm: widthKm, stretches };
  const { areaAfghanKm2, areaPakistanKm2, areaKm2 } = engine.footprint(zone);
  return {
    afghanKm2: Math.round(areaAfghanKm2),
    pakistanKm2: Math.round(areaPakistanKm2),
    bothKm2: Math.round(areaKm2)
  };
}

test(
  'a zone is limited to a stretch, to provinces, and leaves circles out',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await open(page, { afghanKm: 20, pakistanKm: 20 });
    const whole = await areas(page);
    const along = panel(page).getByRole('row', { name: 'Along the line' }).getByRole('cell');

    await panel(page).getByText('Along the line', { exact: true }).first().click();
    await button(page, 'Limit to a stretch').click();
    const stretch = panel(page).getByRole('group', { name: 'Stretch 1' });
    await stretch.getByRole('textbox', { name: 'to' }).fill('1700');
    await stretch.getByRole('textbox', { name: 'From' }).fill('1500');
    await expect(along).toHaveText(/^200\s/);
    // Until the figures are those of this very stretch they are those of the one before.
    await expect.poll(async () => areas(page)).toEqual(stretchAreas(20));
    const ofStretch = await areas(page);
    expect(ofStretch.bothKm2).toBeLessThan(whole.bothKm2 / 5);

    // Narrow zones need far more sites on the line, which a worker has little stack for.
    const narrowKm2 = stretchAreas(0.5).bothKm2;
    for (const side of sides) await widthField(page, side).fill('0.5');
    await expect
      .poll(async () => Math.abs((await areas(page)).bothKm2 - narrowKm2))
      .toBeLessThan(1);
    for (const side of sides) await widthField(page, side).fill('20');
    await expect.poll(async () => areas(page)).toEqual(ofStretch);

    await panel(page).getByText('Left out', { exact: true }).click();
    const around = panel(page).getByRole('combobox', { name: 'Leave out around' });
    await around.fill('Miranshah');
    await around.press('Enter');
    await expect(panel(page).getByRole('textbox', { name: 'Miranshah' })).toHaveValue('5');
    await expect
      .poll(async () => (await areas(page)).pakistanKm2)
      .toBeLessThan(ofStretch.pakistanKm2 - 30);
    const withCircle = await areas(page);

    await panel(page).getByText('Only within', { exact: true }).click();
    await panel(page).getByRole('checkbox', { name: 'Khost' }).check();
    await expect.poll(async () => (await areas(page)).pakistanKm2).toBe(0);
    expect((await areas(page)).afghanKm2).toBeLessThan(withCircle.afghanKm2);
  }
);

test(
  'miles and nautical miles are for reading and writing alike',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await keep(page, { workshop: workshop({}), unit: 'mi' });
    await openWithoutMap(page);
    await openSection(page, 'Zones');
    await expect(widthField(page, 'Afghan side')).toHaveValue('6.21');
    await expect(areaCell(page, 'Both sides')).toHaveText(/mi²$/);
    await widthField(page, 'Afghan side').fill('10');
    await expect(row(page, 'Zone 1')).toContainText('10 + 10 mi');
    await expect
      .poll(async () => (await kept(page))?.workshop.proposals[0].afghanKm)
      .toBeCloseTo(16.09344, 6);
  }
);

import { readFile } from 'node:fs/promises';
import type { MultiPolygon } from 'geojson';
import type { Locator, Page } from '@playwright/test';
import { areaKm2 } from '../../src/lib/geodesy/area';
import { about } from '../../src/lib/zones/locus/condition';
import { createLocusEngine, type Locus } from '../../src/lib/zones/locus/locus';
import { createZoneEngine } from '../../src/lib/zones/engine';
import { readTruth } from '../fixtures/loci/truth';
import { heart, map, openApp, panel } from './support/app';
import { expectNoViolation } from './support/axe';
import { whenMapIdle } from './support/idle';
import { keep, kept, view } from './support/kept';
import { hiddenLabels } from './support/labels';
import { border } from './support/line';
import { differingPixels, shoot } from './support/pixels';
import { expect, test } from './support/test';

const MILE_KM = 1.609344;
const NAME = 'Both claims';

/** The same claims asked of the domain, without the page; no third country is near. */
function bothClaims(): Locus {
  return createLocusEngine(border, createZoneEngine(border)).locus([
    { kind: 'distance', from: [70.0712, 33.0006], ...about(17 * MILE_KM, 0.1) },
    { kind: 'offset', side: 'pakistan', ...about(22 * MILE_KM, 0.1) }
  ]);
}

/** The same with Miranshah anywhere within the 2 km that it is known to, as make.ts counted it. */
const looseKm2 = (): number => readTruth().circleAndLine.looseKm2;

const area = (page: Page): Locator => page.getByTestId('find-area');
const condition = (page: Page, title: string): Locator =>
  panel(page).getByRole('listitem', { name: title });
const keptList = (page: Page): Locator => panel(page).getByRole('list', { name: 'Kept as layers' });

const numberIn = (text: string) => Number(/[\d,.]+/.exec(text)?.[0].replaceAll(',', ''));

/** Presses Enter on a control, as one does who has come to it by Tab. */
async function enter(control: Locator): Promise<void> {
  await control.focus();
  await control.press('Enter');
}

test('a claim of one’s own is stated by keyboard, measured as the domain does, kept, and found impossible', async ({
  page,
  isMobile
}) => {
  test.slow();
  const truth = bothClaims();
  await keep(page, { unit: 'mi', view: view([70.07, 32.95], 8.5) });
  await openApp(page);

  await test.step('two claims from scratch, by keyboard', async () => {
    await page.keyboard.press('4');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(panel(page).getByRole('radio', { name: 'Find' })).toBeChecked();
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus')).toHaveAccessibleName('Distance from a place');
    await page.keyboard.press('Enter');
    await expect(page.locator(':focus')).toHaveRole('combobox');
    await page.keyboard.type('miransh');
    await expect(panel(page).getByRole('option', { name: /^Miranshah town/ })).toHaveAttribute(
      'aria-selected',
      'true'
    );
    await page.keyboard.press('Enter');
    await expect(page.locator(':focus')).toHaveValue('Miranshah');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('17');

    await enter(panel(page).getByRole('button', { name: 'Distance from the line' }));
    await expect(page.locator(':focus')).toHaveRole('radio');
    await page.keyboard.press('ArrowLeft');
    await expect(panel(page).getByRole('radio', { name: 'Pakistani' })).toBeChecked();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('22');
  });

  await test.step('its size, its parts and a candidate’s distance are the domain’s', async () => {
    const squareMiles = Math.round(truth.areaKm2 / MILE_KM ** 2);
    await expect.poll(async () => numberIn(await area(page).innerText())).toBe(squareMiles);
    await expect(
      panel(page).getByRole('list', { name: 'Parts' }).getByRole('listitem')
    ).toHaveCount(truth.polygons.coordinates.length);
    const { leastKm, mostKm } = truth.distanceBetweenKm([69.88505, 32.95706], 3);
    const row = panel(page).getByRole('row', { name: /^Muhammad Khel village/ });
    await expect(row.getByRole('cell')).toHaveText(
      new RegExp(`${Math.round(leastKm / MILE_KM)}.mi to ${Math.round(mostKm / MILE_KM)}.mi`)
    );
    await expect(page.getByTestId('find-loose')).toContainText(
      `${Math.round(looseKm2() / MILE_KM ** 2)}\u202fmi²`
    );
    await expect(
      page.locator('[aria-live=polite]').filter({ hasText: `It holds on ${squareMiles}` })
    ).toBeAttached();
    await expectNoViolation(page, 'with an answer');
  });

  await test.step('candidates are marked and named on the map, clear of one another', async () => {
    await whenMapIdle(page);
    const shown = await shoot(map(page), await heart(page, 0.9));
    expect(await hiddenLabels(page)).toEqual([]);
    await panel(page).getByRole('radio', { name: 'Read' }).check({ force: true });
    await whenMapIdle(page);
    expect(differingPixels(shown, await shoot(map(page), await heart(page, 0.9)))).toBeGreaterThan(
      300
    );
    await panel(page).getByRole('radio', { name: 'Find' }).check({ force: true });
    await expect(panel(page).getByText('a full disc lies inside')).toBeVisible();
  });

  // What follows happens in the panel, and is shown once.
  if (isMobile) return;

  await test.step('kept as a layer, it is there after a reload', async () => {
    const name = panel(page).getByRole('textbox', { name: 'Keep as layer, named' });
    await name.focus();
    await page.keyboard.type(NAME);
    await page.keyboard.press('Enter');
    await expect(keptList(page)).toContainText(NAME);
    await expect
      .poll(async () => (await kept(page))?.find.kept.map((one) => one.name))
      .toEqual([NAME]);
    await page.reload();
    await whenMapIdle(page);
    await expect(keptList(page)).toContainText(NAME);
    await expect(keptList(page)).toContainText(/\d.mi²/);
  });

  await test.step('what is impossible says so, with the nearest misses', async () => {
    await enter(panel(page).getByRole('button', { name: 'Between chainages' }));
    const stretch = condition(page, '3. Between chainages');
    await stretch.getByRole('textbox', { name: 'From' }).fill('0');
    await stretch.getByRole('textbox', { name: 'to' }).fill('100');
    await expect(panel(page).getByText('These cannot be met together')).toBeVisible();
    const misses = panel(page).getByRole('list', { name: 'Nearest misses' });
    await expect(misses).toContainText(/About 17.mi from Miranshah/i);
    await expect(misses).toContainText(/leaves? \d.* from there/);
    await expectNoViolation(page, 'with a conflict');
  });

  await test.step('a kept one is hidden, saved as GeoJSON, renamed and deleted', async () => {
    await enter(panel(page).getByRole('button', { name: 'Start anew' }));
    await expect(condition(page, '1. Distance from a place')).toBeHidden();
    await whenMapIdle(page);
    const shown = await shoot(map(page), await heart(page, 0.9));
    const draw = keptList(page).getByRole('button', { name: `Draw ${NAME}` });
    await enter(draw);
    await expect(draw).toHaveAttribute('aria-pressed', 'false');
    await expect
      .poll(async () => differingPixels(shown, await shoot(map(page), await heart(page, 0.9))))
      .toBeGreaterThan(300);

    const waiting = page.waitForEvent('download');
    await enter(keptList(page).getByRole('button', { name: /^GeoJSON/ }));
    const text = await readFile(await (await waiting).path(), 'utf8');
    const [saved] = (
      JSON.parse(text) as {
        features: { geometry: MultiPolygon; properties: { conditions: string[] } }[];
      }
    ).features;
    expect(areaKm2(saved.geometry) / truth.areaKm2).toBeCloseTo(1, 4);
    expect(saved.properties.conditions).toHaveLength(2);

    await enter(keptList(page).getByRole('button', { name: /^Rename/ }));
    await page.keyboard.type('Another name');
    await page.keyboard.press('Enter');
    await expect(keptList(page)).toContainText('Another name');
    await enter(keptList(page).getByRole('button', { name: 'Delete Another name' }));
    await expect(keptList(page)).toBeHidden();

    await enter(panel(page).getByRole('button', { name: 'Bring back what stood here' }));
    await expect(condition(page, '1. Distance from a place')).toBeVisible();
  });

  await test.step('each of the texts’ claims of a position stands ready, as that text’s', async () => {
    await enter(panel(page).getByRole('button', { name: 'Start anew' }));
    const ready = panel(page).getByRole('button', { name: /Text B \(.*\), ¶ (17|22)$/ });
    await expect(ready).toHaveCount(5);
    await enter(ready.filter({ hasText: 'inside Khyber Pakhtunkhwa' }));
    await expect(condition(page, '1. Inside a province')).toBeVisible();
    await expect(area(page)).toBeVisible();
  });
});

import type { Page } from '@playwright/test';
import {
  controls,
  map,
  loseCanvas,
  openApp,
  openSection,
  openWithoutMap,
  panel
} from './support/app';
import { whenMapIdle } from './support/idle';
import { pixelsOfColour, shoot } from './support/pixels';
import { expect, ONE_SCREEN, test } from './support/test';
import { token } from './support/tokens';
import { areaCell, areas } from './support/zone';

const anyOf = (file: string) => new RegExp(`/${file}\\.[^/]*json$`);
const row = (page: Page, layer: string) =>
  panel(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('switch', { name: layer, exact: true }) });

test(
  'files that are missing, cut short or not what they should be are told by their layers, the rest works, and “Try again” heals it',
  { tag: ONE_SCREEN },
  async ({ page, guard }) => {
    guard.expectError(/Failed to load resource/);
    await page.route(anyOf('settlements'), (route) => route.fulfill({ body: '{"columns": [' }));
    await page.route(anyOf('districts'), (route) => route.fulfill({ status: 404, body: 'gone' }));
    await page.route(anyOf('world'), (route) => route.fulfill({ json: { type: 'Topology' } }));
    await page.route(anyOf('borders'), (route) => route.abort());
    await openApp(page);
    await openSection(page, 'Zones');
    await expect(areaCell(page, 'Both sides')).toBeVisible();
    await openSection(page, 'Layers');
    const fault = (layer: string) => row(page, layer).getByRole('alert');
    await expect(fault('Settlements')).toContainText('damaged or cut short');
    await expect(fault('Districts (schematic)')).toContainText('answered 404');
    await expect(fault('Land and sea')).toContainText('not sound');
    await expect(fault('Provinces')).toContainText('could not be loaded');
    await expect(fault('Durand Line')).toHaveCount(0);
    await expect(fault('Places')).toHaveCount(0);

    await page.unrouteAll();
    await fault('Provinces').getByRole('button', { name: 'Try again' }).click();
    for (const layer of ['Settlements', 'Districts (schematic)', 'Land and sea', 'Provinces']) {
      await expect(row(page, layer).getByTestId('layer-count')).toHaveText(/[1-9]/);
    }
    await expect(panel(page).getByRole('alert')).toHaveCount(0);
    await whenMapIdle(page);
  }
);

test(
  'without the line there is no zone; once it is there the zone is cut at the frontiers, and so with the line at other scales',
  { tag: ONE_SCREEN },
  async ({ page, guard }) => {
    guard.expectError(/Failed to load resource/);
    await page.route(anyOf('line-osm-2026'), (route) => route.abort());
    await page.route(anyOf('line-ne-10m'), (route) => route.abort());
    await openWithoutMap(page);
    const zone = await openSection(page, 'Zones');
    await expect(zone.getByRole('alert')).toContainText('The line, full detail');
    await page.unroute(anyOf('line-osm-2026'));
    await zone.getByRole('button', { name: 'Try again' }).click();
    await expect(zone).toContainText('Left out beyond other frontiers');

    await openSection(page, 'Layers');
    const scales = row(page, 'The line at other scales');
    await expect(scales.getByRole('alert')).toHaveCount(0);
    await scales.getByRole('switch').setChecked(true);
    await expect(scales.getByRole('alert')).toContainText('could not be loaded');
    await page.unroute(anyOf('line-ne-10m'));
    await scales.getByRole('button', { name: 'Try again' }).click();
    await expect(scales.getByTestId('layer-count')).toHaveText('4');
  }
);

test(
  'without WebGL the page says why there is no map, and all but the map works',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await openWithoutMap(page);
    await expect(page.getByRole('heading', { name: 'No map can be drawn here' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('WebGL');
    await expect(map(page)).toHaveAttribute('data-map-state', 'off');
    await expect(controls(page).getByRole('button', { name: 'Zoom in' })).toHaveCount(0);

    await openSection(page, 'Zones');
    await expect(areaCell(page, 'Both sides')).toBeVisible();
    const before = await areas(page);
    await panel(page).getByRole('textbox', { name: 'Afghan side' }).fill('20');
    await expect
      .poll(async () => (await areas(page)).bothKm2)
      .toBeGreaterThan(1.5 * before.bothKm2);

    const places = await openSection(page, 'Places');
    await places.getByRole('button', { name: /^Miranshah/ }).click();
    await expect(places.getByRole('article')).toContainText('from the line, Pakistani side');
  }
);

test(
  'an engine that cannot start says so, and starts anew when asked',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    const worker = /\/workers\/worker-[^/]*\.js$/;
    await page.route(worker, (route) => route.abort());
    await openWithoutMap(page);
    const zone = await openSection(page, 'Zones');
    await expect(zone.getByRole('alert')).toContainText('The computation stopped');
    await page.unroute(worker);
    await zone.getByRole('button', { name: 'Try again' }).click();
    await expect(areaCell(page, 'Both sides')).toBeVisible();
  }
);

test(
  'a canvas that the graphics driver took away is told, and comes back by itself',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await openApp(page);
    const giveBack = await loseCanvas(page);
    const notice = page.getByRole('heading', { name: 'No map can be drawn here' });
    await expect(notice).toBeVisible();
    await expect(page.getByRole('main')).toContainText('graphics driver');
    await giveBack();
    await expect(notice).toBeHidden();
    await whenMapIdle(page);
    const picture = await shoot(map(page));
    expect(pixelsOfColour(picture, await token(page, '--map-line'))).toBeGreaterThan(300);
  }
);

test(
  'when the part that draws the map is not to be had, the page says so and the rest works',
  { tag: ONE_SCREEN },
  async ({ page, guard }) => {
    guard.expectError(/Failed to load resource/);
    await page.route(/map-view\.[^/]*\.css$/, (route) => route.abort());
    await page.goto('./');
    await expect(page.getByRole('main')).toContainText('could not be loaded');
    await openSection(page, 'Zones');
    await expect(areaCell(page, 'Both sides')).toBeVisible();
  }
);

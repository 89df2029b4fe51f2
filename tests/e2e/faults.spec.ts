import type { Page } from '@playwright/test';
import { controls, map, openApp, openSection, panel } from './support/app';
import { whenMapIdle } from './support/idle';
import { pixelsOfColour, shoot } from './support/pixels';
import { expect, test } from './support/test';
import { token } from './support/tokens';
import { areaCell, areas } from './support/zone';

/** Each file of geodata and the title of a layer that cannot be drawn without it. */
const files: [name: string, layer: string][] = [
  ['line-osm-2026', 'Durand Line'],
  ['borders', 'Provinces'],
  ['world', 'Land and sea'],
  ['settlements', 'Settlements'],
  ['districts', 'Districts (schematic)']
];

const anyOf = (file: string) => new RegExp(`/${file}\\.[^/]*json$`);
const row = (page: Page, layer: string) =>
  panel(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('switch', { name: layer, exact: true }) });

for (const [file, layer] of files) {
  test(`without ${file} the rest works, its layer says so, and “Try again” heals it`, async ({
    page,
    guard
  }) => {
    guard.expectError(/Failed to load resource/);
    await page.route(anyOf(file), (route) => route.abort());
    await openApp(page);
    await openSection(page, 'Layers');
    const fault = row(page, layer).getByRole('alert');
    await expect(fault).toContainText('could not be loaded');
    await expect(row(page, 'Places').getByRole('alert')).toHaveCount(0);

    await page.unroute(anyOf(file));
    await fault.getByRole('button', { name: 'Try again' }).click();
    await expect(row(page, layer).getByTestId('layer-count')).toHaveText(/[1-9]/);
    await expect(panel(page).getByRole('alert')).toHaveCount(0);
    await openSection(page, 'Zones');
    await expect(areaCell(page, 'Both sides')).toBeVisible();
  });
}

test('a file that is cut short, missing or not what it should be is told as such', async ({
  page,
  guard
}) => {
  guard.expectError(/404/);
  await page.route(anyOf('settlements'), (route) => route.fulfill({ body: '{"columns": [' }));
  await page.route(anyOf('districts'), (route) => route.fulfill({ status: 404, body: 'gone' }));
  await page.route(anyOf('world'), (route) => route.fulfill({ json: { type: 'Topology' } }));
  await page.goto('./');
  await openSection(page, 'Layers');
  await expect(row(page, 'Settlements').getByRole('alert')).toContainText('damaged or cut short');
  await expect(row(page, 'Districts (schematic)').getByRole('alert')).toContainText('answered 404');
  await expect(row(page, 'Land and sea').getByRole('alert')).toContainText('not sound');
});

test('without the line there is no zone, and once it is there the zone is cut at the frontiers', async ({
  page,
  guard
}) => {
  guard.expectError(/Failed to load resource/);
  await page.route(anyOf('line-osm-2026'), (route) => route.abort());
  await page.goto('./');
  const zone = await openSection(page, 'Zones');
  await expect(zone.getByRole('alert')).toContainText('The line, full detail');
  await page.unroute(anyOf('line-osm-2026'));
  await zone.getByRole('button', { name: 'Try again' }).click();
  await expect(zone).toContainText('Left out beyond other frontiers');
});

test('without WebGL the page says why there is no map, and all but the map works', async ({
  page
}) => {
  await page.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string) {
      return kind.startsWith('webgl') ? null : getContext.call(this, kind);
    } as typeof getContext;
  });
  await page.goto('./');
  await expect(page.getByRole('heading', { name: 'No map can be drawn here' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('WebGL');
  await expect(map(page)).toHaveAttribute('data-map-state', 'off');
  await expect(controls(page).getByRole('button', { name: 'Zoom in' })).toHaveCount(0);

  await openSection(page, 'Zones');
  await expect(areaCell(page, 'Both sides')).toBeVisible();
  const before = await areas(page);
  await panel(page).getByRole('textbox', { name: 'Afghan side' }).fill('20');
  await expect.poll(async () => (await areas(page)).bothKm2).toBeGreaterThan(1.5 * before.bothKm2);

  const places = await openSection(page, 'Places');
  await places.getByRole('button', { name: /^Miranshah/ }).click();
  await expect(places.getByRole('article')).toContainText('from the line, Pakistani side');
});

test('an engine that cannot start says so, and starts anew when asked', async ({ page }) => {
  const worker = /\/workers\/worker-[^/]*\.js$/;
  await page.route(worker, (route) => route.abort());
  await page.goto('./');
  const zone = await openSection(page, 'Zones');
  await expect(zone.getByRole('alert')).toContainText('The computation stopped');
  await page.unroute(worker);
  await zone.getByRole('button', { name: 'Try again' }).click();
  await expect(areaCell(page, 'Both sides')).toBeVisible();
});

test('the line at other scales is loaded when asked for, and again when that failed', async ({
  page,
  guard
}) => {
  guard.expectError(/Failed to load resource/);
  await page.route(anyOf('line-ne-10m'), (route) => route.abort());
  await page.goto('./');
  await openSection(page, 'Layers');
  const scales = row(page, 'The line at other scales');
  await expect(scales.getByRole('alert')).toHaveCount(0);
  await scales.getByRole('switch').setChecked(true);
  await expect(scales.getByRole('alert')).toContainText('could not be loaded');
  await page.unroute(anyOf('line-ne-10m'));
  await scales.getByRole('button', { name: 'Try again' }).click();
  await expect(scales.getByTestId('layer-count')).toHaveText('4');
});

test('a canvas that the graphics driver took away is told, and comes back by itself', async ({
  page
}) => {
  await openApp(page);
  await page.evaluate(() => {
    const context = document.querySelector('canvas')?.getContext('webgl2');
    const driver = context?.getExtension('WEBGL_lose_context');
    if (!driver) throw new Error('This browser cannot lose a WebGL context.');
    driver.loseContext();
    Object.assign(window, { giveBack: () => driver.restoreContext() });
  });
  const notice = page.getByRole('heading', { name: 'No map can be drawn here' });
  await expect(notice).toBeVisible();
  await expect(page.getByRole('main')).toContainText('graphics driver');
  await page.evaluate('giveBack()');
  await expect(notice).toBeHidden();
  await whenMapIdle(page);
  const picture = await shoot(map(page));
  expect(pixelsOfColour(picture, await token(page, '--map-line'))).toBeGreaterThan(300);
});

test('when the part that draws the map is not to be had, the page says so and the rest works', async ({
  page,
  guard
}) => {
  guard.expectError(/Failed to load resource/);
  await page.route(/map-view\.[^/]*\.css$/, (route) => route.abort());
  await page.goto('./');
  await expect(page.getByRole('main')).toContainText('could not be loaded');
  await openSection(page, 'Zones');
  await expect(areaCell(page, 'Both sides')).toBeVisible();
});

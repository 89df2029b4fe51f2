import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { distanceKm } from '../../src/lib/geodesy/geodesic';
import { heart, map, openApp, openSection, openWithoutMap, panel } from './support/app';
import { whenMapIdle } from './support/idle';
import { keep, keptView } from './support/kept';
import { border, pixelAt, viewAt } from './support/line';
import { differingPixels, shoot } from './support/pixels';
import { expect, ONE_SCREEN, test } from './support/test';
import { workshop } from './support/workshop';

/** In the south, where the line runs straight, and a cut is as wide as the zone. */
const STRAIGHT_KM = 535;
const ACROSS = viewAt(STRAIGHT_KM, 8);
const ONE_SIDED = workshop({ afghanKm: 20, pakistanKm: 5, linked: false });

const part = (page: Page, title: string): Locator =>
  panel(page).getByRole('region', { name: title });
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
const chainage = (page: Page): Locator => panel(page).getByRole('spinbutton', { name: 'Chainage' });
const cutRow = (page: Page, name: string): Locator =>
  page.getByTestId('cross-section').getByRole('row', { name }).getByRole('cell');

const numberIn = (text: string): number =>
  Number(/[\d,.]+/.exec(text)?.[0].replaceAll(',', '') ?? NaN);
const km = async (cell: Locator): Promise<number> => numberIn(await cell.innerText());

async function saved(page: Page, name: string): Promise<string> {
  const waiting = page.waitForEvent('download');
  await button(page, name).click();
  return readFile(await (await waiting).path(), 'utf8');
}

test(
  'a cut tells the width on each side, and a chart the widths all along, linked to the map both ways',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await keep(page, { workshop: ONE_SIDED, view: ACROSS });
    await openApp(page);
    await openSection(page, 'Measure');
    const bare = await shoot(map(page), await heart(page, 0.4));

    await test.step('a chainage that is typed is cut, with its widths and end points', async () => {
      await chainage(page).fill(String(STRAIGHT_KM));
      await expect(cutRow(page, 'Afghan side')).toHaveText(/km/);
      expect(await km(cutRow(page, 'Afghan side'))).toBeCloseTo(20, 1);
      expect(await km(cutRow(page, 'Pakistani side'))).toBeCloseTo(5, 1);
      expect(await km(cutRow(page, 'In all'))).toBeCloseTo(25, 1);
      await expect(page.getByTestId('cross-section')).toContainText(
        /to \d+\.\d+°\sN, \d+\.\d+°\sE/
      );
      await expect
        .poll(async () => differingPixels(bare, await shoot(map(page), await heart(page, 0.4))))
        .toBeGreaterThan(100);
    });

    await test.step('along the zone the cut follows the pointer, and a click keeps it', async () => {
      await button(page, 'Point on the map').click();
      const [near, far] = await Promise.all(
        [545, 556].map((km) => pixelAt(page, ACROSS, border.positionAt(km, 3)))
      );
      await page.mouse.move(near.x, near.y);
      await expect.poll(async () => Number(await chainage(page).inputValue())).toBeCloseTo(545, -1);
      await page.mouse.click(far.x, far.y);
      await page.keyboard.press('Escape');
      await page.mouse.move(near.x, near.y);
      const kept = Number(await chainage(page).inputValue());
      expect(Math.abs(kept - 556)).toBeLessThan(6);
    });

    await test.step('the chart opens, and tells least, mean and greatest', async () => {
      await part(page, 'Width profile').getByRole('button', { name: 'Chart' }).click();
      const all = page.getByTestId('profile-summary').getByRole('row', { name: 'Afghan side' });
      await expect(all).toBeVisible();
      await expect(page.getByText('Measuring', { exact: true })).toBeHidden();
      const [least, mean, greatest] = (await all.getByRole('cell').allInnerTexts()).map(numberIn);
      expect(least).toBeLessThanOrEqual(mean);
      expect(mean).toBeLessThanOrEqual(greatest);
      expect(greatest).toBeGreaterThan(19.9);
    });

    await test.step('what is pointed at in the chart is cut on the map, and a click goes there', async () => {
      const plot = page.getByRole('slider', { name: 'Width of Zone 1: chainage' });
      await plot.hover();
      const pointed = Number(await plot.getAttribute('aria-valuenow'));
      expect(Math.abs(pointed - border.lengthKm / 2)).toBeLessThan(10);
      await expect
        .poll(async () => Number(await chainage(page).inputValue()))
        .toBeCloseTo(pointed, -1);
      await plot.click();
      await expect
        .poll(async () => {
          const { center } = await keptView(page);
          return distanceKm([center[0], center[1]], border.positionAt(pointed));
        })
        .toBeLessThan(25);
      await whenMapIdle(page);
    });

    await test.step('what is pointed at on the map is marked in the chart', async () => {
      const { left, top, width, height } = await heart(page, 0.1).then(({ x, y, ...size }) => ({
        left: x,
        top: y,
        ...size
      }));
      await page.mouse.move(left + width / 2, top + height / 2);
      const at = () =>
        page.getByRole('slider', { name: /chainage$/ }).getAttribute('aria-valuenow');
      const before = await at();
      await page.mouse.move(left + width / 2, top + height / 2 - 120);
      await expect.poll(at).not.toBe(before);
    });

    await test.step('and saved as CSV and as SVG', async () => {
      const lines = (await saved(page, 'Save as CSV')).trim().split(/\r?\n/);
      expect(lines.length).toBeGreaterThan(100);
      const columns = lines[0].split(',').length;
      expect(columns).toBeGreaterThan(3);
      for (const line of lines.slice(1)) expect(line.split(',')).toHaveLength(columns);
      const svg = await saved(page, 'Save as SVG');
      const parsed = await page.evaluate((text) => {
        const document = new DOMParser().parseFromString(text, 'image/svg+xml');
        return {
          broken: document.querySelector('parsererror') !== null,
          paths: document.querySelectorAll('path').length
        };
      }, svg);
      expect(parsed.broken).toBe(false);
      expect(parsed.paths).toBeGreaterThan(1);
    });
  }
);

test(
  'a path is clicked, typed, dragged, closed and copied, and measured on the ellipsoid',
  { tag: ONE_SCREEN },
  async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    const vertices = panel(page).getByRole('list', { name: 'Vertices of the path' });
    const figure = (name: string) =>
      page.getByTestId('ruler-figures').getByRole('row', { name }).getByRole('cell');
    await keep(page, { view: ACROSS });
    await openApp(page);
    await openSection(page, 'Measure');

    await button(page, 'Click on the map').click();
    const at = (offsetKm: number) =>
      pixelAt(page, ACROSS, border.positionAt(STRAIGHT_KM, offsetKm));
    for (const { x, y } of [await at(10), await at(-15)]) await page.mouse.click(x, y);
    await expect(vertices.getByRole('listitem')).toHaveCount(2);
    await expect(figure('Length')).toHaveText(/km/);
    expect(Math.abs((await km(figure('Length'))) - 25)).toBeLessThan(0.5);
    await expect(vertices.getByRole('listitem').first()).toContainText(/10\.\d\s?km.*Afghan/);

    const onMap = page.getByRole('group', { name: 'Vertices of the path on the map' });
    await onMap.getByRole('button', { name: /^Vertex 2/ }).hover();
    await page.mouse.down();
    const to = await at(-25);
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => Math.abs((await km(figure('Length'))) - 35)).toBeLessThan(0.5);
    await page.keyboard.press('Escape');

    await button(page, 'Delete the path').click();
    const typed = panel(page).getByRole('textbox', { name: /^Add positions/ });
    await typed.fill('34.5281, 69.1723\n33°43′17″N 73°02′36″E\nnowhere');
    await button(page, 'Add')
      .and(page.getByText('Add', { exact: true }))
      .click();
    await expect(panel(page).getByRole('alert')).toContainText('Line 3');
    await typed.fill('34.5281, 69.1723\n33.7215, 73.0433\n31.6133, 65.7101');
    await typed.press('Enter');
    await expect(vertices.getByRole('listitem')).toHaveCount(3);
    const [kabul, islamabad, kandahar] = [
      [69.1723, 34.5281],
      [73.0433, 33.7215],
      [65.7101, 31.6133]
    ] as const;
    const legs = distanceKm([...kabul], [...islamabad]) + distanceKm([...islamabad], [...kandahar]);
    await expect.poll(() => km(figure('Length'))).toBeCloseTo(legs, 2);

    await panel(page).getByRole('switch', { name: 'Closed, with its area' }).setChecked(true);
    const perimeter = legs + distanceKm([...kandahar], [...kabul]);
    await expect.poll(() => km(figure('Perimeter'))).toBeCloseTo(perimeter, 2);
    await expect(figure('Area')).toHaveText(/^[\d,]+\skm²$/);

    await button(page, 'Copy as GeoJSON').click();
    await expect(panel(page).getByText('Copied as GeoJSON.')).toBeVisible();
    expect(JSON.parse(await clipboard())).toMatchObject({ type: /Feature/ });
    await button(page, 'Copy as text').click();
    await expect.poll(clipboard).toMatch(/chainage/i);
  }
);

/** A square of a degree across the line, as files have it. */
const SQUARE = [
  [65.5, 29.4],
  [66, 29.4],
  [66, 29.9],
  [65.5, 29.9],
  [65.5, 29.4]
];
const geoJson = JSON.stringify({
  type: 'Feature',
  properties: { name: 'Square' },
  geometry: { type: 'Polygon', coordinates: [SQUARE] }
});
const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>Square</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${SQUARE.map((p) => p.join(',')).join(' ')}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>`;

test(
  'a polygon from a GeoJSON or KML file is measured as a zone is, kept over a reload, and one that cannot be read is told',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    const shapes = panel(page).getByRole('list', { name: 'Shapes' });
    const bring = (name: string, text: string) =>
      panel(page)
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    await keep(page, { workshop: ONE_SIDED, tab: 'measure' });
    await openWithoutMap(page);
    await openSection(page, 'Measure');

    await bring('broken.geojson', '{"type": "Polygon", "coordinates": [[[1');
    await expect(panel(page).getByRole('alert')).toContainText('broken.geojson');
    await bring('zone.geojson', geoJson);
    await expect(shapes.getByRole('listitem')).toHaveText(/^Square\s*[\d,.]+.*zone\.geojson/);
    await bring('zone.kml', kml);
    await expect(shapes.getByRole('listitem').last()).toHaveText(
      /^Square \(2\)\s*[\d,.]+.*zone\.kml/
    );
    const areas = (await shapes.getByText(/km²/).allInnerTexts()).map(numberIn);
    expect(areas[0]).toBeCloseTo(areas[1], 3);

    await panel(page).getByRole('combobox', { name: 'Across' }).selectOption({ label: 'Square' });
    const middle = border.station([65.75, 29.65]).chainageKm;
    await chainage(page).fill(middle.toFixed(1));
    await expect(cutRow(page, 'In all')).toHaveText(/\d.*km/);
    expect(await km(cutRow(page, 'In all'))).toBeGreaterThan(20);

    await page.reload();
    await expect(shapes.getByRole('listitem')).toHaveCount(2);
    await button(page, 'Delete Square (2)').click();
    await expect(shapes.getByRole('listitem')).toHaveCount(1);
  }
);

import type { Page } from '@playwright/test';
import { canvas, middle, openApp, readout } from './support/app';
import { keep, view } from './support/kept';
import { expect, test } from './support/test';
import { moveFingers } from './support/touch';

/** From the gazetteer, whose own tests check these positions. */
const KABUL = {
  id: 'kabul',
  at: [69.1723, 34.5281],
  uncertaintyKm: 5,
  side: 'Afghan side',
  in: 'Kabul'
} as const;
const ISLAMABAD = {
  id: 'islamabad',
  at: [73.0433, 33.7215],
  uncertaintyKm: 5,
  side: 'Pakistani side',
  in: 'Islamabad'
} as const;

/** One value of the readout. */
const value = (page: Page, name: string) =>
  readout(page).locator('div').filter({ hasText: name }).getByRole('definition');

/** The numbers in a text: “1,326.4 km” gives 1326.4. */
function figures(text: string): number[] {
  return [...text.matchAll(/\d[\d,.]*/g)].map(([digits]) => Number(digits.replaceAll(',', '')));
}

test('over a city the readout names its side and agrees with its card, and it follows pointer or crosshair', async ({
  page,
  isMobile
}) => {
  const place = isMobile ? ISLAMABAD : KABUL;
  await keep(page, { view: view([...place.at], 9), tab: 'places', selectedPlace: place.id });
  await openApp(page);
  const { x, y } = await middle(page);
  if (isMobile) await expect(page.getByLabel('Position of the crosshair')).toBeVisible();
  else {
    await expect(readout(page)).toContainText('Point at the map');
    await page.mouse.move(x, y);
  }
  await expect(value(page, 'From the line')).toContainText(place.side);
  await expect(value(page, 'Lies in')).toContainText(place.in);
  const [latDeg, lonDeg] = figures(await value(page, 'Position').innerText());
  expect([lonDeg, latDeg]).toEqual(place.at.map((degrees) => expect.closeTo(degrees, 2)));

  const card = page.getByTestId('place-card');
  const stated = card.getByText(/km from the line/);
  await expect(stated).toContainText(place.side);
  const [statedKm] = figures(await stated.innerText());
  const [offsetKm] = figures(await value(page, 'From the line').innerText());
  expect(Math.abs(offsetKm - statedKm)).toBeLessThanOrEqual(place.uncertaintyKm);
  const [statedChainageKm] = figures(await card.getByText(/^about /).innerText());
  const [chainageKm] = figures(await value(page, 'Chainage').innerText());
  expect(Math.abs(chainageKm - statedChainageKm)).toBeLessThanOrEqual(place.uncertaintyKm);

  const before = await readout(page).innerText();
  const to = { x: x - 120, y: y - 80 };
  if (isMobile) await moveFingers(page, [[{ x, y }, to]]);
  else await page.mouse.move(to.x, to.y);
  await expect(readout(page)).not.toHaveText(before);
  await expect(value(page, 'Chainage')).toHaveText(/^[\d,]+\.\d\skm$/);
  if (isMobile) return;

  await test.step('from the keyboard it is of a crosshair that the keys move over the ground', async () => {
    await page.keyboard.press('m');
    await expect(canvas(page)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(page.getByLabel('Position of the crosshair')).toContainText(/Chainage/);
    const here = await value(page, 'Position').innerText();
    await page.keyboard.press('ArrowLeft');
    await expect(value(page, 'Position')).not.toHaveText(here);
  });
});

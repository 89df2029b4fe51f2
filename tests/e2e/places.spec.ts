import type { Page } from '@playwright/test';
import { controls, openApp, openSection, openWithoutMap, panel, pointers } from './support/app';
import { whenMapIdle } from './support/idle';
import { keep, kept, keptView } from './support/kept';
import { pixelAt } from './support/line';
import { expect, ONE_SCREEN, test } from './support/test';

const KANDAHAR = [65.7101, 31.6133] as const;

const searchBox = (page: Page) => panel(page).getByRole('searchbox', { name: /Search places/ });
const list = (page: Page) => panel(page).getByRole('group', { name: 'Places' });
const rows = (page: Page) => list(page).getByRole('button');
const row = (page: Page, name: string | RegExp) => list(page).getByRole('button', { name });
const card = (page: Page) => panel(page).getByRole('article');

test(
  'the list is searched in any spelling, script and subject, and a card says what the texts say, by paragraph, and how well its position is known',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await openWithoutMap(page);
    await openSection(page, 'Places');
    const all = await rows(page).count();
    expect(all).toBeGreaterThan(20);
    await expect(panel(page).getByRole('status')).toContainText(`${all} places`);

    const found: [query: string, name: RegExp][] = [
      ['Miramshah', /^Miranshah/],
      ['miranshah', /^Miranshah/],
      ['کابل', /^Kabul/],
      ['copper', /^Mohammed Khil/]
    ];
    for (const [query, name] of found) {
      await searchBox(page).fill(query);
      await expect(row(page, name)).toBeVisible();
      const left = await rows(page).count();
      expect(left).toBeLessThan(all);
      await expect(panel(page).getByRole('status')).toHaveText(`${left} found`);
    }

    await searchBox(page).fill('zzzz nowhere');
    await expect(rows(page)).toHaveCount(0);
    await expect(list(page)).toContainText('Nothing matches “zzzz nowhere”');
    await searchBox(page).fill('');
    await expect(rows(page)).toHaveCount(all);

    await row(page, /^Miranshah/).click();

    await expect(card(page).getByRole('heading', { level: 2 })).toHaveText('Miranshah');
    const value = (term: string) =>
      card(page)
        .getByRole('definition')
        .and(card(page).locator(`dt:text-is("${term}") + dd`));
    await expect(value('Also written')).toContainText('Miramshah');
    await expect(value('Pashto')).toHaveText('میرانشاه');
    await expect(value('Urdu')).toHaveText('میران شاہ');
    await expect(value('Position')).toHaveText(/33\.00°\sN, 70\.07°\sE ± 2\skm.*GeoNames/s);
    await expect(value('By the line')).toHaveText(/^\d+\skm from the line, Pakistani side$/);
    await expect(value('Chainage')).toHaveText(/^about [\d,]+\skm$/);

    const said = card(page).getByRole('listitem').filter({ hasText: '¶' });
    expect(await said.count()).toBeGreaterThan(0);
    for (const statement of await said.all())
      await expect(statement).toHaveText(/\b[AB],? ¶\s\d+.{20,}/);
    await expect(
      card(page).getByRole('heading', { level: 4, name: /^Text [AB]:/ })
    ).not.toHaveCount(0);
  }
);

test(
  'keys walk the list, open a card, and come back to the row they left',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await openWithoutMap(page);
    await openSection(page, 'Places');
    // The list takes the order of the line once the stations are known.
    await expect(row(page, /^Kabul/)).toContainText('from the line');
    await page.keyboard.press('/');
    await expect(searchBox(page)).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(rows(page).first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const third = rows(page).nth(2);
    await expect(third).toBeFocused();
    const name = await third.locator('.name').innerText();
    await page.keyboard.press('End');
    await expect(rows(page).last()).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');

    await page.keyboard.press('Enter');
    const heading = card(page).getByRole('heading', { level: 2, name });
    await expect(heading).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(third).toBeFocused();

    await page.keyboard.press('Enter');
    await expect(heading).toBeFocused();
    await card(page).getByRole('button', { name: 'All places' }).press('Enter');
    await expect(third).toBeFocused();
  }
);

test('a chosen place is brought into view, its mark opens its card, and bare ground closes it', async ({
  page
}) => {
  // A card of what is said leads to its paragraph, and would lie where bare ground is looked for.
  await keep(page, { layers: { statements: { shown: false } } });
  await openApp(page);
  await openSection(page, 'Places');
  await row(page, /^Kandahar/).click();
  await expect
    .poll(async () => (await keptView(page)).center)
    .toEqual(KANDAHAR.map((degrees) => expect.closeTo(degrees, 1)));
  expect((await keptView(page)).zoom).toBeGreaterThan(7);
  await whenMapIdle(page);
  await card(page).getByRole('button', { name: 'All places' }).click();
  await expect(card(page)).toBeHidden();

  const mark = await pixelAt(page, await keptView(page), KANDAHAR);
  await page.mouse.click(mark.x, mark.y);
  await expect(card(page).getByRole('heading', { level: 2 })).toHaveText('Kandahar');
  await whenMapIdle(page);
  const ground = await pixelAt(page, await keptView(page), KANDAHAR);
  await page.mouse.click(ground.x - 60, ground.y - 60);
  await expect(card(page)).toBeHidden();
});

test('far places are pointed at from the edge, reached from there, and left again', async ({
  page
}) => {
  await openApp(page);
  const istanbul = pointers(page).getByRole('button', { name: 'Istanbul' });
  await istanbul.click();
  await expect.poll(async () => (await keptView(page)).center[0]).toBeCloseTo(29, 0);
  await whenMapIdle(page);
  await expect(istanbul).toBeHidden();
  expect(await kept(page)).toMatchObject({ selectedPlace: 'istanbul' });

  await openSection(page, 'Places');
  await expect(card(page).getByRole('heading', { level: 2 })).toHaveText('Istanbul');
  await controls(page).getByRole('button', { name: 'Show the whole line' }).click();
  await expect.poll(async () => (await keptView(page)).center[0]).toBeGreaterThan(60);
  await whenMapIdle(page);
  await expect(istanbul).toBeVisible();
});

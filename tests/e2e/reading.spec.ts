import type { Locator, Page } from '@playwright/test';
import { controls, openApp, panel } from './support/app';
import { expectNoViolation } from './support/axe';
import { whenMapIdle } from './support/idle';
import { kept, keptView } from './support/kept';
import { hiddenLabels, labelBoxes } from './support/labels';
import { expect, test } from './support/test';

const paragraph = (page: Page, par: number): Locator => panel(page).locator(`[data-par='${par}']`);
const held = (page: Page): Locator => page.getByText('other places are faded');
const card = (page: Page): Locator => page.getByTestId('place-card');

test('a reader goes from paragraph to map, to a place, to the other text, and back', async ({
  page,
  isMobile
}) => {
  test.slow();
  await openApp(page);

  await test.step('a text stands with who says it, and its paragraphs with what they put on the map', async () => {
    await page.keyboard.press('4');
    const reading = panel(page).getByRole('region', { name: 'Reading' });
    await expect(reading).toContainText('no author named');
    await expect(reading).toContainText('Report cites unnamed Pakistani sources');
    await expect(reading).toContainText('opinion piece');
    await reading.getByRole('radio', { name: 'Text B' }).focus();
    await page.keyboard.press('ArrowRight');
    await reading.getByRole('radio', { name: 'Text B' }).check({ force: true });
    await expect(reading).toContainText('Najib Azad');
    await expect(reading.getByRole('group', { name: 'Paragraphs of text B' })).toContainText(
      'Copper at Mohammed Khil'
    );
  });

  await test.step('keys walk the paragraphs; Enter chooses one, which moves the map and fades the rest', async () => {
    await paragraph(page, 21).focus();
    await page.keyboard.press('ArrowDown');
    await expect(paragraph(page, 22)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(paragraph(page, 22)).toHaveAttribute('aria-pressed', 'true');
    await expect(held(page)).toContainText('Text B, paragraph 22');
    await expect.poll(async () => (await keptView(page)).zoom).toBeGreaterThan(6);
    expect((await keptView(page)).center[0]).toBeCloseTo(70, 0);
    await expect(panel(page).locator('[data-statement]')).toHaveCount(4);
    await expect(panel(page).locator('[data-statement]').first()).toContainText('fact stated');
    await whenMapIdle(page);
    await expectNoViolation(page, 'with a paragraph chosen');
  });

  await test.step('no label and no card lies over another, nor under what lies over the map', async () => {
    const controlsOf = controls(page);
    for (const change of ['as it is', 'Zoom out', 'Zoom out', 'with the timeline', 'Zoom in']) {
      if (change.startsWith('Zoom')) await controlsOf.getByRole('button', { name: change }).click();
      if (change === 'with the timeline') await page.keyboard.press('t');
      await whenMapIdle(page);
      expect(await labelBoxes(page), change).not.toEqual([]);
      await expect.poll(() => hiddenLabels(page), { message: change }).toEqual([]);
    }
    await page.keyboard.press('t');
  });

  await test.step('a place of it shows every paragraph that speaks of it, each leading to the outline', async () => {
    await panel(page).getByRole('button', { name: 'Miranshah', exact: true }).first().click();
    await expect(card(page)).toContainText('Text B, ¶ 22');
    await card(page)
      .getByRole('button', { name: /Text B, ¶ 22/ })
      .press('Enter');
    await expect(paragraph(page, 22)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(held(page)).toBeHidden();
    await expect(paragraph(page, 22)).toHaveAttribute('aria-pressed', 'false');
  });

  await test.step('a claim’s chip opens that claim, in view and with the focus', async () => {
    await panel(page).getByRole('radio', { name: 'Text B' }).check({ force: true });
    await paragraph(page, 22).click();
    await panel(page)
      .getByRole('button', { name: /^Test: Both distances/ })
      .click();
    const claim = panel(page).locator('[data-claim="site-both"]');
    await expect(claim).toHaveAttribute('open', '');
    await expect(claim.locator('summary')).toBeFocused();
    await expect(claim.locator('summary')).toBeInViewport();
    await panel(page).getByRole('radio', { name: 'Read' }).check({ force: true });
    await panel(page).getByRole('button', { name: 'Show all places again' }).click();
  });

  // What follows happens in the panel, and is shown once.
  if (isMobile) return;

  await test.step('statements are filtered by kind, by keys, in the list and on the map', async () => {
    const filter = panel(page).getByRole('group', { name: 'Statements by kind' });
    const shown = page.getByTestId('kinds-shown');
    await whenMapIdle(page);
    const all = await labelBoxes(page);
    await filter.getByRole('button', { name: /^accusation 5$/ }).press('Enter');
    await expect(filter.getByRole('button', { pressed: true })).toHaveCount(1);
    await expect(shown).toContainText(/Only accusations: 5 of \d+ statements/);
    await expect(panel(page).locator('[data-statement]')).toHaveCount(5);
    await expect(panel(page).locator('[data-par]')).toHaveCount(4);
    await expect.poll(async () => (await kept(page))?.reading.kinds).toEqual(['accusation']);
    await expect.poll(() => labelBoxes(page), 'cards of the other kinds are gone').not.toEqual(all);
    await filter.getByRole('button', { name: /^demand/ }).press(' ');
    await expect(shown).toContainText('Only accusations and demands: 14 of');
    await expectNoViolation(page, 'filtered by kind');
    await panel(page).getByRole('button', { name: 'Show all', exact: true }).click();
    await expect(shown).toContainText(/^All \d+ statements/);
  });

  await test.step('a place of both texts leads to each', async () => {
    await page.keyboard.press('3');
    const back = card(page).getByRole('button', { name: 'All places' });
    if (await back.isVisible()) await back.click();
    await panel(page)
      .getByRole('button', { name: /^Kabul/ })
      .first()
      .click();
    await expect(card(page)).toContainText('Text A, ¶ 9');
    await expect(card(page)).toContainText('Text B, ¶ 14');
    await card(page)
      .getByRole('button', { name: /Text A, ¶ 9/ })
      .click();
    await expect(paragraph(page, 9)).toBeFocused();
    await expect.poll(() => kept(page)).toMatchObject({ reading: { mode: 'apart', text: 'A' } });
    await panel(page)
      .getByRole('button', { name: /A ¶ 15: Pakistan: Create a buffer zone/ })
      .first()
      .click();
    await expect(paragraph(page, 15)).toHaveAttribute('aria-pressed', 'true');
    await panel(page).getByRole('button', { name: 'Show all places again' }).click();
  });

  await test.step('together and compared, from the data', async () => {
    await panel(page).getByRole('radio', { name: 'Together' }).check({ force: true });
    const together = panel(page).getByRole('group', { name: 'Paragraphs by subject' });
    await expect(together).toContainText(/Minerals\s+text B only/);
    await expect(together).toContainText(/The line\s+texts A, B/);
    await panel(page).getByRole('radio', { name: 'Compared' }).check({ force: true });
    const onlyA = panel(page)
      .locator('section', {
        has: page.getByRole('heading', { name: 'Only text A' })
      })
      .last();
    await expect(onlyA.getByRole('button', { name: 'Istanbul', exact: true })).toBeVisible();
    await expect(onlyA).toContainText('Create a buffer zone');
    await expect(panel(page)).toContainText('tells of no demand');
    await expectNoViolation(page, 'comparing');
  });
});

import type { Page } from '@playwright/test';
import { openApp } from './support/app';
import { expectNoViolation } from './support/axe';
import { keptView } from './support/kept';
import { expect, test } from './support/test';

const dock = (page: Page) => page.getByRole('region', { name: 'Events in time' });
const events = (page: Page) => page.getByRole('listbox', { name: 'Events in time' });

/** Pairs of labels in the chart that lie over one another. */
const overlappingLabels = (page: Page): Promise<string[]> =>
  events(page).evaluate((svg) => {
    const labels = [...svg.querySelectorAll('.event text')].map((text) => ({
      words: text.textContent,
      box: text.getBoundingClientRect()
    }));
    return labels.flatMap(({ words, box }, i) =>
      labels.slice(i + 1).flatMap((other) => {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        return across > 1 && down > 3 ? [`${words} over ${other.words}`] : [];
      })
    );
  });

test('events from 1893 on are stepped through, picked by time, and linked to the map', async ({
  page
}) => {
  test.slow();
  await openApp(page);

  await test.step('a key opens it, with the focus on its events', async () => {
    await page.keyboard.press('t');
    await expect(events(page)).toBeFocused();
    await expect(events(page).getByRole('option')).toHaveCount(16);
    await expect(events(page)).toContainText('1893');
    await expect(events(page)).toContainText('2026');
    expect(await overlappingLabels(page)).toEqual([]);
  });

  await test.step('arrows step in time, and the map follows', async () => {
    await page.keyboard.press('Home');
    const chosen = events(page).getByRole('option', { selected: true });
    await expect(chosen).toHaveAccessibleName(/Durand Line drawn/);
    await expect(dock(page)).toContainText('12 November 1893 by the record');
    await page.keyboard.press('ArrowRight');
    await expect(chosen).toHaveAccessibleName(/Taliban rise/);
    await expect(dock(page)).toContainText('the 1990s by text B');
    await expect.poll(async () => (await keptView(page)).center[0]).toBeCloseTo(65.7, 0);
    await page.keyboard.press('End');
    await expect(chosen).toHaveAccessibleName(/Istanbul round|final message/);
    await expectNoViolation(page, 'with an event chosen');
    await page.keyboard.press('Escape');
    await expect(chosen).toHaveCount(0);
  });

  await test.step('a part of time is picked by keys, seen alone, and let go', async () => {
    const from = dock(page).getByRole('slider', { name: 'Begin of the time picked' });
    await from.focus();
    await page.keyboard.press('PageUp');
    await expect(page.getByText('A part of the timeline')).toBeVisible();
    for (let i = 0; i < 3; i++) await page.keyboard.press('PageUp');
    await dock(page).getByRole('button', { name: 'Zoom in' }).click();
    await expect(events(page).getByRole('option', { name: /Durand Line drawn/ })).toHaveCount(0);
    await expect(events(page).getByRole('option', { name: /Taliban rise/ })).toHaveCount(1);
    expect(await overlappingLabels(page)).toEqual([]);
    await dock(page).getByRole('button', { name: 'All of time' }).click();
    await expect(events(page).getByRole('option')).toHaveCount(16);
  });

  await test.step('the same as a list, and on to the paragraph', async () => {
    await dock(page).getByRole('button', { name: 'List' }).click();
    const row = dock(page).getByRole('row', { name: /Copper extraction/ });
    await expect(row).toContainText('before August 2023');
    await row.getByRole('button').click();
    await dock(page).getByRole('button', { name: 'B ¶ 22' }).click();
    await expect(page.locator("[data-par='22']")).toHaveAttribute('aria-pressed', 'true');
  });
});

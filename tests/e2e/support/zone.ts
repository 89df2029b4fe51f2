import { expect, type Locator, type Page } from '@playwright/test';
import { boxOf, panel } from './app';

export type Side = 'Afghan side' | 'Pakistani side';
export const sides: readonly Side[] = ['Afghan side', 'Pakistani side'];

export const widthField = (page: Page, side: Side): Locator =>
  panel(page).getByRole('textbox', { name: side });
export const widthSlider = (page: Page, side: Side): Locator =>
  panel(page).getByRole('slider', { name: `Width on the ${side}` });
export const linkSwitch = (page: Page): Locator =>
  panel(page).getByRole('switch', { name: 'Same width on both sides' });

/** The cell of the zone's figures beside a heading. */
export const areaCell = (page: Page, row: Side | 'Both sides'): Locator =>
  panel(page)
    .getByRole('table', { name: 'What it covers' })
    .getByRole('row', { name: row })
    .getByRole('cell');

async function areaKm2(page: Page, row: Side | 'Both sides'): Promise<number> {
  return Number((await areaCell(page, row).innerText()).replace(/[^\d.]/g, ''));
}

export interface Areas {
  afghanKm2: number;
  pakistanKm2: number;
  bothKm2: number;
}

/** The areas that the panel shows. */
export async function areas(page: Page): Promise<Areas> {
  return {
    afghanKm2: await areaKm2(page, 'Afghan side'),
    pakistanKm2: await areaKm2(page, 'Pakistani side'),
    bothKm2: await areaKm2(page, 'Both sides')
  };
}

/** The areas once they are those of `widthKm`: its outline is drawn anew, and exact. */
export async function typeWidth(page: Page, side: Side, widthKm: number): Promise<Areas> {
  const before = await areaCell(page, 'Both sides').innerText();
  await widthField(page, side).fill(String(widthKm));
  await expect(areaCell(page, 'Both sides')).not.toHaveText(before);
  return areas(page);
}

/** Where a slider's thumb stands for a value, in the page's pixels. */
export async function thumbAt(slider: Locator, value: number): Promise<{ x: number; y: number }> {
  const { left, top, right, bottom } = await boxOf(slider);
  const [min, max] = await slider.evaluate((input) => {
    const { min, max } = input as HTMLInputElement;
    return [Number(min), Number(max)];
  });
  const thumb = 20;
  const share = (value - min) / (max - min);
  return { x: left + thumb / 2 + share * (right - left - thumb), y: (top + bottom) / 2 };
}

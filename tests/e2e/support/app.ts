import { expect, type Locator, type Page } from '@playwright/test';
import { whenMapIdle } from './idle';
import type { Region } from './pixels';

/** A point of the page in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

/** A part of the page in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const map = (page: Page): Locator => page.getByTestId('map');
/** What takes the keyboard's focus on the map. */
export const canvas = (page: Page): Locator =>
  page.getByRole('region', { name: 'Map of the Durand Line' });
export const controls = (page: Page): Locator => page.getByRole('group', { name: 'Map controls' });
export const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Panel' });
export const readout = (page: Page): Locator => page.getByTestId('readout');
export const pointers = (page: Page): Locator =>
  page.getByRole('list', { name: 'Places beyond the edge of the map' });

/** Opens the app and waits until its map is drawn. */
export async function openApp(page: Page): Promise<void> {
  await page.goto('./');
  await whenMapIdle(page);
}

/**
 * Opens the app in a browser that gives no WebGL, for what the map has no part in: to draw it in
 * software takes most of a test's time. Panels, lists and figures work as ever (faults.spec.ts).
 */
export async function openWithoutMap(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      kind: string,
      attributes?: unknown
    ) {
      return kind.startsWith('webgl') ? null : getContext.call(this, kind, attributes);
    } as typeof getContext;
  });
  await page.goto('./');
}

/** Waits until the page answers keys and fingers, on opening: its figures are there then. */
export async function whenAlive(page: Page): Promise<void> {
  await expect(panel(page)).toContainText('What it covers', { timeout: 60_000 });
}

/** Takes the canvas's drawing away, as a driver does; gives what brings it back. */
export async function loseCanvas(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const context = document.querySelector('canvas')?.getContext('webgl2');
    const driver = context?.getExtension('WEBGL_lose_context');
    if (!driver) throw new Error('This browser cannot lose a WebGL context.');
    driver.loseContext();
    Object.assign(window, { giveBack: () => driver.restoreContext() });
  });
  return () => page.evaluate('giveBack()');
}

/** Opens one of the panel's sections by a click; on a phone its sheet rises half. */
export async function openSection(
  page: Page,
  title: 'Zones' | 'Measure' | 'Places' | 'Texts' | 'Incidents' | 'Layers'
): Promise<Locator> {
  await panel(page).getByRole('tab', { name: title }).click();
  const section = panel(page).getByRole('tabpanel', { name: title });
  await expect(section).toBeVisible();
  await sheetAtRest(page);
  return section;
}

/** Waits until the panel stands still: a sheet takes a moment to its new height. */
export async function sheetAtRest(page: Page): Promise<void> {
  await panel(page).evaluate((sheet) =>
    Promise.all(sheet.getAnimations().map((animation) => animation.finished))
  );
}

/** The place of an element on the page. Throws when it is not shown. */
export async function boxOf(element: Locator): Promise<Box> {
  await element.waitFor();
  return element.evaluate((node) => {
    const { left, top, right, bottom } = node.getBoundingClientRect();
    return { left, top, right, bottom };
  });
}

/** The part of the map that the panel does not cover. */
export async function openGround(page: Page): Promise<Box> {
  const whole = await boxOf(map(page));
  const covered = await boxOf(panel(page));
  return covered.right === whole.right
    ? { ...whole, bottom: covered.top }
    : { ...whole, left: covered.right };
}

/** The middle of the open ground, where the view is centred and the crosshair stands. */
export async function middle(page: Page): Promise<Point> {
  const { left, top, right, bottom } = await openGround(page);
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** The middle of the map, half as wide and high as the open ground unless another share is given. */
export async function heart(page: Page, share = 0.5): Promise<Region> {
  const { left, top, right, bottom } = await openGround(page);
  const { x, y } = await middle(page);
  const [width, height] = [share * (right - left), share * (bottom - top)];
  return { x: x - width / 2, y: y - height / 2, width, height };
}

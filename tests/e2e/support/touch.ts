import type { Page } from '@playwright/test';
import type { Point } from './app';

const STEPS = 12;

function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/**
 * Moves fingers over the page, each from its first point to its second, in so many milliseconds as
 * the page's own clock of events has them.
 */
export async function moveFingers(
  page: Page,
  paths: readonly [Point, Point][],
  { lastsMs = 600 } = {}
): Promise<void> {
  const screen = await page.context().newCDPSession(page);
  const began = Date.now() / 1000;
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number, points: Point[]) =>
    screen.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points,
      timestamp: began + (share * lastsMs) / 1000
    });
  for (let step = 0; step <= STEPS; step++) {
    const share = step / STEPS;
    const points = paths.map(([from, to]) => between(from, to, share));
    await send(step === 0 ? 'touchStart' : 'touchMove', share, points);
  }
  await send('touchEnd', 1, []);
  // The next finger must not come before this one has left, by the same clock.
  await page.waitForTimeout(Math.max(0, 1000 * began + lastsMs - Date.now()));
  await screen.detach();
}

/** Spreads two fingers apart around a point, or brings them together. */
export async function pinch(page: Page, at: Point, fromPx: number, toPx: number): Promise<void> {
  const finger = (side: 1 | -1, px: number) => ({ x: at.x + (side * px) / 2, y: at.y });
  await moveFingers(page, [
    [finger(-1, fromPx), finger(-1, toPx)],
    [finger(1, fromPx), finger(1, toPx)]
  ]);
}

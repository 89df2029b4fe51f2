import type { Page } from '@playwright/test';
import type { Point } from './app';

const STEPS = 12;

function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** Moves fingers over the page, each from its first point to its second, as a touch screen tells it. */
export async function moveFingers(page: Page, paths: readonly [Point, Point][]): Promise<void> {
  const screen = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    screen.send('Input.dispatchTouchEvent', { type, touchPoints });
  await send(
    'touchStart',
    paths.map(([from]) => from)
  );
  for (let step = 1; step <= STEPS; step++) {
    await send(
      'touchMove',
      paths.map(([from, to]) => between(from, to, step / STEPS))
    );
  }
  await send('touchEnd', []);
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

/**
 * @typedef {import('@playwright/test').Page} Page
 *
 * @typedef {'idle' | 'failed' | 'off'} SettledState what the map says of itself when nothing is
 *   under way any more: drawn, failed to draw, or off for want of WebGL
 */

/**
 * Waits until the map has nothing under way.
 * @param {Page} page
 * @param {{ timeoutMs?: number }} [options]
 * @returns {Promise<SettledState>}
 * @throws when there is no map or it stays busy for `timeoutMs`
 */
export async function settledMap(page, { timeoutMs = 60_000 } = {}) {
  const deadline = Date.now() + timeoutMs;
  let state;
  do {
    state = await steadyState(page);
    if (state === 'idle' || state === 'failed' || state === 'off') return state;
  } while (Date.now() < deadline);
  const seconds = timeoutMs / 1000;
  throw new Error(
    state === 'absent'
      ? `There was no map on the page within ${seconds} s.`
      : `The map was still ${state} after ${seconds} s.`
  );
}

/**
 * The map's state once it has held for a few frames: a gesture shows in it only a frame later.
 * @param {Page} page
 * @returns {Promise<string>} "absent" without a map, "changing" when it did not hold
 */
function steadyState(page) {
  return page.evaluate(async () => {
    const read = () =>
      document.querySelector('[data-testid="map"]')?.getAttribute('data-map-state') ?? 'absent';
    const state = read();
    for (let frame = 0; frame < 4; frame++) {
      await new Promise(requestAnimationFrame);
      if (read() !== state) return 'changing';
    }
    return state;
  });
}

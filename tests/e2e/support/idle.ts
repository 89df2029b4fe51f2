import type { Page } from '@playwright/test';
import { settledMap } from '../../../scripts/map-state.mjs';

export { settledMap };

/** Waits until the map is drawn and nothing is under way; throws when it failed or is off. */
export async function whenMapIdle(page: Page, options: { timeoutMs?: number } = {}): Promise<void> {
  const state = await settledMap(page, options);
  if (state !== 'idle') throw new Error(`The map is ${state}, not idle.`);
}

import { expect, type Page } from '@playwright/test';
import type { ProjectDocument, View } from '../../../src/lib/project/document';

/** Where the app keeps the reader's project (src/lib/project/storage.ts). */
const KEY = 'durand.project';

/** Puts a text in the app's store before the app first opens; a reload finds what the app kept. */
export async function keepText(page: Page, text: string): Promise<void> {
  await page.addInitScript(
    ([key, value]) => {
      if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
    },
    [KEY, text]
  );
}

/** Opens the app next time with these sections kept, and its defaults for the others. */
export async function keep(page: Page, sections: Partial<ProjectDocument>): Promise<void> {
  await keepText(page, JSON.stringify({ version: 1, ...sections }));
}

/** A view, north up, as the app keeps it. */
export function view(center: [lon: number, lat: number], zoom: number): View {
  return { center, zoom, bearing: 0, pitch: 0 };
}

/** What the app keeps at this moment, or null before it has kept anything. */
export async function kept(page: Page): Promise<ProjectDocument | null> {
  return JSON.parse((await page.evaluate((key) => localStorage.getItem(key), KEY)) ?? 'null');
}

/** The view that the app keeps once the map has come to rest after its first move. */
export async function keptView(page: Page): Promise<View> {
  let found: View | null | undefined;
  await expect(async () => {
    found = (await kept(page))?.view;
    expect(found, 'a view is kept').toBeTruthy();
  }).toPass();
  if (!found) throw new Error('The app has kept no view.');
  return found;
}

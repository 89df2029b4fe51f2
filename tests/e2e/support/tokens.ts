import type { Page } from '@playwright/test';
import { parseColour, type Colour } from './colours';

/** A colour of src/lib/ui/tokens.css in the theme that is on. Throws when there is none. */
export async function token(page: Page, name: `--${string}`): Promise<Colour> {
  const value = await page.evaluate(
    (property) => getComputedStyle(document.documentElement).getPropertyValue(property).trim(),
    name
  );
  return parseColour(value);
}

import type { Locator, Page } from '@playwright/test';
import { panel } from './app';
import { parseColour, type Colour } from './colours';

/** One row of the layers panel. */
export interface LayerRow {
  title: string;
  toggle: Locator;
  /** The button that opens its details, with its title and count. */
  head: Locator;
  details: Locator;
  count: Locator;
  opacity: Locator;
}

/** Every row that the panel shows, whichever layers there are. The Layers section must be open. */
export async function layerRows(page: Page): Promise<LayerRow[]> {
  const switches = panel(page).getByRole('switch');
  await switches.first().waitFor();
  const titles = await switches.evaluateAll((all) =>
    all.map((one) => one.getAttribute('aria-label') ?? '')
  );
  return titles.map((title) => rowOf(page, title));
}

function rowOf(page: Page, title: string): LayerRow {
  const toggle = page.getByRole('switch', { name: title, exact: true });
  const row = panel(page).getByRole('listitem').filter({ has: toggle });
  return {
    title,
    toggle: row.getByRole('switch'),
    head: row.locator('button[aria-expanded]'),
    details: row.locator('.details'),
    count: row.getByTestId('layer-count'),
    opacity: row.getByRole('slider')
  };
}

/** The colours that are wholly opaque in the first swatches of a row: what the map must show. */
export async function swatchColours(row: LayerRow): Promise<Colour[]> {
  const colours = await row.head.locator('xpath=..').evaluate((head) =>
    [...head.querySelectorAll('[data-swatch] :is(rect, path, circle)')].flatMap((shape) => {
      const style = getComputedStyle(shape);
      const paints: [string, string][] = [
        [style.fill, style.fillOpacity],
        [style.stroke, style.strokeOpacity]
      ];
      return paints
        .filter(([paint, opacity]) => paint.startsWith('rgb(') && Number(opacity) === 1)
        .map(([paint]) => paint);
    })
  );
  return colours.map(parseColour);
}

import type { Page } from '@playwright/test';
import { controls, map, panel, pointers, readout, type Box } from './app';
import { overlap } from './boxes';

/** Where labels and cards are drawn on the map, by what places them (src/lib/map/label-boxes.ts). */
export function labelBoxes(page: Page): Promise<Box[]> {
  return map(page).evaluate((element) => {
    const boxes: Box[] = [];
    element.dispatchEvent(new CustomEvent('labels-asked', { detail: boxes }));
    return boxes;
  });
}

/** What of the page lies over the map at this moment, by name. */
async function overMap(page: Page): Promise<[string, Box][]> {
  const elements = {
    panel: panel(page),
    dock: page.getByRole('region', { name: 'Events in time' }),
    controls: controls(page),
    readout: readout(page),
    scale: page.locator('.maplibregl-ctrl-scale'),
    credits: page.getByRole('paragraph').filter({ hasText: 'OpenStreetMap contributors' }),
    pointer: pointers(page).getByRole('button')
  };
  const boxes = Object.entries(elements).map(async ([name, locator]) => {
    const found = await locator.evaluateAll((nodes) =>
      nodes.map((node): Box => {
        const { left, top, right, bottom } = node.getBoundingClientRect();
        return { left, top, right, bottom };
      })
    );
    return found.map((box): [string, Box] => [name, box]);
  });
  return (await Promise.all(boxes)).flat();
}

/** Labels that lie over one another, under something of the page, or over the window's edge. */
export async function hiddenLabels(page: Page): Promise<string[]> {
  const labels = await labelBoxes(page);
  const over = await overMap(page);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const window: Box = { left: 0, top: 0, right: width, bottom: height };
  const told = ({ left, top, right, bottom }: Box) => [left, top, right, bottom].map(Math.round).join(' '); // prettier-ignore
  return labels.flatMap((label, i) => [
    ...labels
      .slice(i + 1)
      .flatMap((other) => (overlap(label, other) ? [`${told(label)} over ${told(other)}`] : [])),
    ...over.flatMap(([name, box]) => (overlap(label, box) ? [`${told(label)} under ${name}`] : [])),
    ...(isCut(label, window) ? [`${told(label)} over the edge`] : [])
  ]);
}

/** Labels keep some room around them, which may reach over. */
const ROOM_PX = 12;

const isCut = (label: Box, window: Box) =>
  label.left < window.left - ROOM_PX ||
  label.top < window.top - ROOM_PX ||
  label.right > window.right + ROOM_PX ||
  label.bottom > window.bottom + ROOM_PX;

import type { Page } from '@playwright/test';
import { createBorder } from '../../../src/lib/border/border';
import type { View } from '../../../src/lib/project/document';
import { readLine } from '../../fixtures/line';
import { middle, type Point } from './app';

/** The line itself, to tell where on the page something on it or beside it must be. */
export const border = createBorder(readLine());

/** Web Mercator, in pixels at a zoom. */
function mercator([lon, lat]: readonly [number, number], zoom: number): Point {
  const world = 512 * 2 ** zoom;
  const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
  return { x: (lon / 360) * world, y: -y * world };
}

/** A view, north up, of the line at a chainage. */
export function viewAt(chainageKm: number, zoom: number): View {
  return { center: border.positionAt(chainageKm), zoom, bearing: 0, pitch: 0 };
}

/** Where on the page a position lies in a view that is north up. */
export async function pixelAt(
  page: Page,
  { center, zoom }: View,
  position: readonly [number, number]
): Promise<Point> {
  const [at, from] = [mercator(position, zoom), mercator(center, zoom)];
  const { x, y } = await middle(page);
  return { x: x + at.x - from.x, y: y + at.y - from.y };
}

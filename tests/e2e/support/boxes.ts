import type { Locator } from '@playwright/test';
import { boxOf, type Box } from './app';

/** Neighbours may touch; a fraction of a pixel is rounding. */
const TOUCHING = 0.5;

export function overlap(a: Box, b: Box): boolean {
  return (
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOUCHING &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > TOUCHING
  );
}

/** The pairs of these elements that lie over one another, as “a over b”; all must be shown. */
export async function overlaps(elements: Record<string, Locator>): Promise<string[]> {
  const names = Object.keys(elements);
  const boxes = await Promise.all(names.map((name) => boxOf(elements[name])));
  return names.flatMap((name, i) =>
    names
      .slice(i + 1)
      .flatMap((other, j) => (overlap(boxes[i], boxes[i + 1 + j]) ? [`${name} over ${other}`] : []))
  );
}

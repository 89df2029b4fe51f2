import type { Locator } from '@playwright/test';
import type { Colour } from './colours';
import { decodePng, type Picture } from './png';

export type { Picture };

/** A part of an element in CSS pixels, from the element's top left corner. */
export interface Region {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * A picture of an element as the reader sees it, or of a region of it: one pixel for each CSS pixel
 * on every screen, whatever lies over the element included. Throws when the element is not shown.
 */
export async function shoot(element: Locator, region?: Region): Promise<Picture> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error('The element to take a picture of is not shown.');
  const clip = region ? { ...region, x: box.x + region.x, y: box.y + region.y } : box;
  const png = await element.page().screenshot({ clip, scale: 'css', animations: 'disabled' });
  return decodePng(png);
}

/**
 * How many pixels differ between two pictures of one size. A pixel differs when one of its channels
 * does by more than `tolerance` (0 to 255), so that software drawing's rounding does not count.
 */
export function differingPixels(a: Picture, b: Picture, tolerance = 8): number {
  if (a.width !== b.width || a.height !== b.height) {
    throw new Error(`The sizes differ: ${a.width} x ${a.height}, ${b.width} x ${b.height}.`);
  }
  let count = 0;
  for (let at = 0; at < a.rgba.length; at += 4) {
    if ([0, 1, 2, 3].some((i) => Math.abs(a.rgba[at + i] - b.rgba[at + i]) > tolerance)) count++;
  }
  return count;
}

/** The share of pixels that differ, 0 to 1. See differingPixels. */
export function differingShare(a: Picture, b: Picture, tolerance?: number): number {
  return differingPixels(a, b, tolerance) / (a.width * a.height);
}

/** How many colours a picture has; an empty canvas has one. */
export function distinctColours({ rgba }: Picture): number {
  return new Set(new Uint32Array(rgba.slice().buffer)).size;
}

/** How many pixels are near a colour, by at most `tolerance` in every channel. */
export function pixelsOfColour({ rgba }: Picture, colour: Colour, tolerance = 8): number {
  let count = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    if (colour.every((value, i) => Math.abs(rgba[at + i] - value) <= tolerance)) count++;
  }
  return count;
}

/** How many pixels near a colour a picture has where an earlier one was otherwise. */
export function newPixelsOfColour(
  before: Picture,
  after: Picture,
  colour: Colour,
  tolerance?: number
): number {
  const changed: number[] = [];
  for (let at = 0; at < after.rgba.length; at += 4) {
    const pixel = after.rgba.subarray(at, at + 4);
    if (pixel.some((value, i) => Math.abs(value - before.rgba[at + i]) > 8)) changed.push(...pixel);
  }
  const rgba = Uint8Array.from(changed);
  return pixelsOfColour({ width: rgba.length / 4, height: 1, rgba }, colour, tolerance);
}

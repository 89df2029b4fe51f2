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
  for (let at = 0; at < a.rgba.length; at += 4) if (differAt(a, b, at, tolerance)) count++;
  return count;
}

function differAt(a: Picture, b: Picture, at: number, tolerance: number): boolean {
  for (let i = at; i < at + 4; i++) if (Math.abs(a.rgba[i] - b.rgba[i]) > tolerance) return true;
  return false;
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
  for (let at = 0; at < rgba.length; at += 4) if (isNear(rgba, at, colour, tolerance)) count++;
  return count;
}

function isNear(rgba: Uint8Array, at: number, colour: Colour, tolerance: number): boolean {
  for (let i = 0; i < 3; i++) if (Math.abs(rgba[at + i] - colour[i]) > tolerance) return false;
  return true;
}

/** How many pixels near a colour a picture has where an earlier one was otherwise. */
export function newPixelsOfColour(
  before: Picture,
  after: Picture,
  colour: Colour,
  tolerance = 8
): number {
  let count = 0;
  for (let at = 0; at < after.rgba.length; at += 4) {
    if (isNear(after.rgba, at, colour, tolerance) && differAt(before, after, at, 8)) count++;
  }
  return count;
}

import { expect, test } from 'vitest';
import type { Rgb } from './colours';
import { Splat } from './splat';
import { markStamp, type MarkShape } from './stamp';

const RED: Rgb = [1, 0, 0];
const BLUE: Rgb = [0, 0, 1];
const WHITE: Rgb = [1, 1, 1];

const stamp = (radius: number, colour: Rgb, more: Partial<MarkShape> = {}) =>
  markStamp({ look: 'solid', rim: 0, leastEdge: 1.3, radius, ...more }, colour, WHITE);

function pixel(splat: Splat, x: number, y: number): number[] {
  return [...splat.finished().slice(4 * (y * splat.width + x), 4 * (y * splat.width + x) + 4)];
}

test('the first mark lies on top, and lets through what its opacity leaves', () => {
  const splat = new Splat(21, 21);
  splat.put(stamp(4, BLUE), 10, 10, 0.5);
  splat.put(stamp(4, RED), 10, 10, 1);
  const [red, green, blue, alpha] = pixel(splat, 10, 10);
  expect([red, green, blue].map((it) => Math.round(it / 16))).toEqual([8, 0, 8]);
  expect(alpha).toBe(255);
});

test('a faint mark on nothing keeps its full colour', () => {
  const splat = new Splat(9, 9);
  splat.put(stamp(3, RED), 4, 4, 0.4);
  expect(pixel(splat, 4, 4)).toEqual([255, 0, 0, 102]);
});

test('under many faint marks no channel runs over into another', () => {
  const splat = new Splat(9, 9);
  const [white, pink] = [stamp(3, WHITE), stamp(3, [1, 0.5, 1])];
  for (let i = 0; i < 500; i++) {
    splat.put(i % 2 ? white : pink, 4, 4, 0.05);
  }
  const [red, green, blue, alpha] = pixel(splat, 4, 4);
  expect(alpha).toBeGreaterThan(230);
  expect(Math.abs(red - 255)).toBeLessThan(6);
  expect(blue).toBe(red);
  expect(Math.abs(green - 191)).toBeLessThan(16);
});

test('a mark at the edge or beyond it colours no pixel of another row', () => {
  const splat = new Splat(12, 12);
  for (const [x, y] of [
    [-2, 5],
    [13, 5],
    [5, -40],
    [400, 5]
  ])
    splat.put(stamp(3, RED), x, y, 1);
  const pixels = splat.finished();
  const coloured: number[] = [];
  for (let i = 0; i < 144; i++) if (pixels[4 * i + 3] > 0) coloured.push(i);
  expect(coloured.length).toBeGreaterThan(0);
  expect(coloured.every((i) => i % 12 <= 2 || i % 12 >= 9)).toBe(true);
});

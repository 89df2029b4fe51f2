import { expect, test } from 'vitest';
import { discStamp, pixelOf, Splat } from './splat';

const RED = pixelOf([1, 0, 0]);
const BLUE = pixelOf([0, 0, 1]);

function pixel(splat: Splat, x: number, y: number): number[] {
  return [...splat.finished().slice(4 * (y * splat.width + x), 4 * (y * splat.width + x) + 4)];
}

test('a disc has the area of its radius, and a hollow one is faint in its middle', () => {
  const area = discStamp(6, 1).density.reduce((sum, share) => sum + share, 0);
  expect(Math.abs(area / (Math.PI * 36) - 1)).toBeLessThan(0.02);
  const { dx, dy, density } = discStamp(6, 0.12);
  const at = (x: number, y: number) => density[dx.findIndex((it, k) => it === x && dy[k] === y)];
  expect(at(0, 0)).toBeCloseTo(0.12, 6);
  expect(at(0, 5)).toBeGreaterThan(0.8);
});

test('the first mark lies on top, and lets through what its opacity leaves', () => {
  const splat = new Splat(21, 21);
  splat.put(discStamp(4, 1), 10, 10, BLUE, 0.5);
  splat.put(discStamp(4, 1), 10, 10, RED, 1);
  const [red, green, blue, alpha] = pixel(splat, 10, 10);
  expect([red, green, blue].map((it) => Math.round(it / 16))).toEqual([8, 0, 8]);
  expect(alpha).toBe(255);
});

test('a faint mark on nothing keeps its full colour', () => {
  const splat = new Splat(9, 9);
  splat.put(discStamp(3, 1), 4, 4, RED, 0.4);
  expect(pixel(splat, 4, 4)).toEqual([255, 0, 0, 102]);
});

test('under many faint marks no channel runs over into another', () => {
  const splat = new Splat(9, 9);
  for (let i = 0; i < 500; i++) {
    splat.put(discStamp(3, 0.3), 4, 4, i % 2 ? pixelOf([1, 1, 1]) : pixelOf([1, 0.5, 1]), 0.15);
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
    splat.put(discStamp(3, 1), x, y, RED, 1);
  const pixels = splat.finished();
  const coloured: number[] = [];
  for (let i = 0; i < 144; i++) if (pixels[4 * i + 3] > 0) coloured.push(i);
  expect(coloured.length).toBeGreaterThan(0);
  expect(coloured.every((i) => i % 12 <= 2 || i % 12 >= 9)).toBe(true);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../../tests/fixtures/runs';
import { squaresAround, squaresOver, type Square } from './obstacles';

const boxOf = ({ x, y, size, anchor }: Square) => {
  const left = { left: x, right: x - size }[anchor as string] ?? x - size / 2;
  const top = { top: y, bottom: y - size }[anchor as string] ?? y - size / 2;
  return { left, top, right: left + size, bottom: top + size };
};
const holds = (x: number, y: number) => (square: Square) => {
  const { left, top, right, bottom } = boxOf(square);
  return x >= left - 1e-6 && x <= right + 1e-6 && y >= top - 1e-6 && y <= bottom + 1e-6;
};

test('what lies over the map takes all of its room, and none beside it', () => {
  const pixels = fc.integer({ min: 1, max: 1000 });
  fc.assert(
    fc.property(pixels, pixels, fc.double({ min: 0, max: 1, noNaN: true }), (width, height, at) => {
      const rect = { left: 20, top: 30, right: 20 + width, bottom: 30 + height };
      const squares = squaresOver(rect);
      for (const square of squares) {
        const { left, top, right, bottom } = boxOf(square);
        expect(left).toBeGreaterThanOrEqual(rect.left - 1e-6);
        expect(top).toBeGreaterThanOrEqual(rect.top - 1e-6);
        expect(right).toBeLessThanOrEqual(rect.right + 1e-6);
        expect(bottom).toBeLessThanOrEqual(rect.bottom + 1e-6);
      }
      expect(squares.some(holds(20 + at * width, 30 + at * height))).toBe(true);
      expect(squares.some(holds(20 + at * width, 30 + (1 - at) * height))).toBe(true);
    }),
    { numRuns: runs(10) }
  );
  expect(squaresOver({ left: 5, top: 5, right: 5, bottom: 90 })).toEqual([]);
});

test('no label is cut at the edge of the window: the room outside is taken all around', () => {
  const squares = squaresAround({ left: 0, top: 0, right: 390, bottom: 844 });
  for (let y = 1; y < 844; y += 7) {
    expect(squares.some(holds(-1, y)) && squares.some(holds(391, y))).toBe(true);
  }
  for (let x = 1; x < 390; x += 7) {
    expect(squares.some(holds(x, -1)) && squares.some(holds(x, 845))).toBe(true);
  }
  expect(squares.filter(holds(100, 100))).toEqual([]);
});

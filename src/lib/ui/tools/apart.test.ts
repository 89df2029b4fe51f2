import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apart } from './apart';

const point = fc.record({
  x: fc.integer({ min: 0, max: 200 }),
  y: fc.integer({ min: 0, max: 200 })
});

test('no two points that have room are too near to each other, and the others are to one of them', () => {
  fc.assert(
    fc.property(fc.array(point), fc.integer({ min: 1, max: 60 }), (points, gapPx) => {
      const hasRoom = apart(points, gapPx);
      const gap = (a: number, b: number) =>
        Math.hypot(points[a].x - points[b].x, points[a].y - points[b].y);
      points.forEach((_, i) => {
        const near = points.some((_, j) => j < i && hasRoom[j] && gap(i, j) < gapPx);
        expect(hasRoom[i]).toBe(!near);
      });
    })
  );
});

test('what is not on the map takes no room', () => {
  expect(apart([{ x: 5, y: 5 }, null, { x: 6, y: 5 }], 10)).toEqual([true, true, false]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edgePointers } from './edge-pointers';

const rect = { left: 100, top: 50, right: 900, bottom: 650 };

test('a place inside the view needs no pointer', () => {
  expect(edgePointers([{ id: 'kabul', x: 500, y: 300 }], rect, rect, 120, 30)).toEqual([]);
});

test('a place due west is pointed at from the middle of the left edge', () => {
  expect(edgePointers([{ id: 'istanbul', x: -4000, y: 350 }], rect, rect, 120, 30)).toEqual([
    { id: 'istanbul', edge: 'left', x: 100, y: 350, angleDeg: -90 }
  ]);
});

test('two places in the same direction stand one below the other', () => {
  const [a, b] = edgePointers(
    [
      { id: 'istanbul', x: -4000, y: 340 },
      { id: 'turkey', x: -3900, y: 345 }
    ],
    rect,
    rect,
    120,
    30
  );
  expect(b.y - a.y).toBeGreaterThanOrEqual(30);
});

test('a pointer on the bottom edge is not cut off at the corner', () => {
  const [pointer] = edgePointers([{ id: 'qatar', x: -3400, y: 3350 }], rect, rect, 120, 30);
  expect(pointer).toMatchObject({ edge: 'bottom', x: 160, y: 650 });
});

test('pointers stay on the edge and, while there is room, apart', () => {
  const far = fc.record({
    x: fc.integer({ min: -9000, max: 9000 }),
    y: fc.integer({ min: -9000, max: 9000 })
  });
  fc.assert(
    fc.property(fc.array(far, { maxLength: 6 }), (points) => {
      const pointers = edgePointers(
        points.map((point, i) => ({ id: String(i), ...point })),
        rect,
        rect,
        120,
        30
      );
      for (const { x, y } of pointers) {
        const off = Math.min(
          Math.abs(x - rect.left),
          Math.abs(x - rect.right),
          Math.abs(y - rect.top),
          Math.abs(y - rect.bottom)
        );
        expect(off).toBeLessThan(0.5);
      }
      for (const a of pointers) {
        for (const b of pointers) {
          if (a.id >= b.id || (a.x !== b.x && a.y !== b.y)) continue;
          expect(Math.abs(a.x - b.x) + Math.abs(a.y - b.y)).toBeGreaterThan(29.9);
        }
      }
      expect(pointers.length).toBeLessThanOrEqual(points.length);
    })
  );
});

test('in a frame too small for all of them none lies over another', () => {
  const low = { left: 100, top: 50, right: 340, bottom: 110 };
  const targets = [
    { id: 'istanbul', x: -4000, y: 60 },
    { id: 'turkey', x: -3900, y: 80 },
    { id: 'qatar', x: -900, y: 3350 },
    { id: 'china', x: 2500, y: -2600 },
    { id: 'new delhi', x: 2900, y: 1700 }
  ];
  const pointers = edgePointers(targets, low, low, 116, 34);
  expect(pointers.length).toBeGreaterThan(1);
  const boxes = pointers.map(({ edge, x, y }) => {
    const left = edge === 'left' ? x : edge === 'right' ? x - 116 : x - 58;
    return { left, right: left + 116, top: y - 17, bottom: y + 17 };
  });
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      const overlaps = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      expect(overlaps).toBe(false);
    }
  }
});

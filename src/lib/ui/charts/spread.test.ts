import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from './spread';

const room = { from: 10, to: 210 };

describe('labels spread along an axis', () => {
  it('stay where they want to be when none is in the way', () => {
    expect(spread([20, 60, 150], 15, room)).toEqual([20, 60, 150]);
  });

  it('share a push between those that are too near', () => {
    expect(spread([100, 100], 20, room)).toEqual([90, 110]);
  });

  it('never overlap, keep their order and stay in the room', () => {
    const axis = fc.array(fc.double({ min: -50, max: 300, noNaN: true }), { maxLength: 14 });
    fc.assert(
      fc.property(axis, (places) => {
        const wanted = places.toSorted((a, b) => a - b);
        const placed = spread(wanted, 15, room);
        expect(placed).toHaveLength(wanted.length);
        placed.forEach((px, i) => {
          expect(px).toBeGreaterThanOrEqual(room.from - 1e-9);
          expect(px).toBeLessThanOrEqual(room.to + 1e-9);
          if (i > 0) expect(px - placed[i - 1]).toBeGreaterThanOrEqual(15 - 1e-9);
        });
      })
    );
  });

  it('share the room evenly where it is too small for the gap', () => {
    expect(spread([10, 10, 10], 500, room)).toEqual([10, 110, 210]);
  });
});

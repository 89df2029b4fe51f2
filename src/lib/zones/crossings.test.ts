import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Path } from '../geodesy/box-tree';
import { boxPath, findCrossings } from './crossings';

/** Closed paths on a grid so coarse that they touch and run along each other all the time. */
const corner = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }));
const loop = fc.array(corner, { minLength: 3, maxLength: 60 }).map((corners): Path => {
  const closed = [...corners, corners[0]];
  return { x: closed.map(([x]) => x), y: closed.map(([, y]) => y) };
});

test('a closed path enters another as often as it leaves it, however they touch', () => {
  let found = 0;
  fc.assert(
    fc.property(loop, loop, (a, b) => {
      const crossings = findCrossings(boxPath(a), boxPath(b));
      found += crossings.length;
      expect(crossings.filter(({ isEntering }) => isEntering)).toHaveLength(crossings.length / 2);
    }),
    { numRuns: 500 }
  );
  expect(found).toBeGreaterThan(1000);
});

test('crossings lie where the straight edges meet, and tell which way the first path goes', () => {
  const up = boxPath({ x: [1, 1], y: [-1, 3] });
  const east = boxPath({ x: [0, 4], y: [0, 0] });
  expect(findCrossings(up, east)).toEqual([
    { edge: 0, share: 0.25, otherEdge: 0, otherShare: 0.25, isEntering: true, x: 1, y: 0 }
  ]);
  expect(findCrossings(east, up)).toMatchObject([{ isEntering: false }]);
});

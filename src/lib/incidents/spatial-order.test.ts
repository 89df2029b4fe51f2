import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spatialOrder } from './spatial-order';

test('every row with a position stands in the order once, and no other', () => {
  const coordinate = fc.oneof(fc.double({ min: -90, max: 90, noNaN: true }), fc.constant(NaN));
  fc.assert(
    fc.property(fc.array(fc.tuple(coordinate, coordinate), { maxLength: 60 }), (positions) => {
      const order = spatialOrder(Float64Array.from(positions.flat()));
      const placed = positions.flatMap(([lon, lat], i) => (Number.isFinite(lon + lat) ? [i] : []));
      expect([...order].sort((a, b) => a - b)).toEqual(placed);
    }),
    { numRuns: process.env.NIGHTLY ? 10_000 : 200 }
  );
});

test('rows at one position follow each other', () => {
  const lonLat = Float64Array.from([70, 33, 61, 30, 70, 33, 74, 37, 70, 33]);
  const order = [...spatialOrder(lonLat)];
  const first = order.indexOf(0);
  expect(order.slice(first, first + 3)).toEqual([0, 2, 4]);
});

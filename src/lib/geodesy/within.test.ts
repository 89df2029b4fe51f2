import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { createWithin } from './within';

const coordinate = fc.double({ min: -1.5, max: 1.5, noNaN: true });

test('a point is within a circle exactly if it is nearer to the centre than the radius', () => {
  const turn = Array.from({ length: 721 }, (_, k) => ((k % 720) * Math.PI) / 360);
  const ring = turn.map((angle) => [Math.cos(angle), Math.sin(angle)]);
  const holds = createWithin({ type: 'Polygon', coordinates: [ring] });
  fc.assert(
    fc.property(coordinate, coordinate, (x, y) => {
      fc.pre(Math.abs(Math.hypot(x, y) - 1) > 1e-4);
      expect(holds([x, y])).toBe(Math.hypot(x, y) < 1);
    }),
    { numRuns: 1000 }
  );
});

test('a jagged polygon with holes and parts holds the positions that turf finds in it', () => {
  let held = 0;
  const radii = fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), {
    minLength: 100,
    maxLength: 300
  });
  /** A star-shaped ring around a point, which does not cross itself. */
  const star = (
    at: number,
    lengths: readonly number[],
    size: number
  ): Polygon['coordinates'][0] => {
    const corners = lengths.map((length, k) => {
      const angle = (2 * Math.PI * k) / lengths.length;
      return [at + size * length * Math.cos(angle), size * length * Math.sin(angle)];
    });
    return [...corners, corners[0]];
  };
  fc.assert(
    fc.property(radii, radii, coordinate, coordinate, (a, b, x, y) => {
      const hole = star(-1, a, 0.2);
      const polygon = {
        type: 'MultiPolygon' as const,
        coordinates: [[star(-1, a, 1), hole], [star(1.5, b, 1)]]
      };
      const isHeld = createWithin(polygon)([x, y]);
      if (isHeld) held++;
      expect(isHeld).toBe(booleanPointInPolygon([x, y], polygon));
    }),
    { numRuns: 1500 }
  );
  expect(held).toBeGreaterThan(50);
});

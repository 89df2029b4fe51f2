import fc from 'fast-check';
import { expect, test } from 'vitest';
import { thin } from './thin';

const point = fc.record({
  dx: fc.integer({ min: 1, max: 100 }),
  y: fc.integer({ min: -20, max: 20 }),
  fixed: fc.boolean()
});

function distanceToSegment(px: number, py: number, ax: number, ay: number, bx: number, by: number) {
  const [ux, uy] = [bx - ax, by - ay];
  const share = ((px - ax) * ux + (py - ay) * uy) / (ux * ux + uy * uy);
  const t = Math.min(1, Math.max(0, share));
  return Math.hypot(px - ax - t * ux, py - ay - t * uy);
}

test('each point left out lies within the tolerance of the curve, and fixed points stay', () => {
  fc.assert(
    fc.property(
      fc.array(point, { minLength: 2, maxLength: 80 }),
      fc.integer({ min: 1, max: 15 }),
      (points, toleranceKm) => {
        let along = 0;
        const x = points.map(({ dx }) => (along += dx));
        const curve = {
          x,
          y: points.map(({ y }) => y),
          fixed: points.map(({ fixed }) => fixed)
        };
        const thinned = thin(curve, toleranceKm);
        points.forEach(({ y, fixed }, i) => {
          const k = Math.max(
            1,
            thinned.x.findIndex((keptX) => keptX >= x[i])
          );
          const [ax, bx] = [thinned.x[k - 1], thinned.x[k]];
          const distance = distanceToSegment(x[i], y, ax, thinned.y[k - 1], bx, thinned.y[k]);
          expect(distance).toBeLessThan(toleranceKm * (1 + 1e-9));
          if (fixed) expect(thinned.x).toContain(x[i]);
        });
      }
    )
  );
});

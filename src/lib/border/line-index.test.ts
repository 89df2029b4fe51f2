import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineIndex, type Foot } from './line-index';

const coordinate = fc.integer({ min: -500, max: 500 });
const point = fc.tuple(coordinate, coordinate, coordinate);

function distance([px, py, pz]: number[], ecef: Float64Array, { segment, fraction }: Foot): number {
  const at = (k: number) =>
    ecef[3 * segment + k] + fraction * (ecef[3 * segment + 3 + k] - ecef[3 * segment + k]);
  return Math.hypot(px - at(0), py - at(1), pz - at(2));
}

test('no point of any segment is nearer than the one found', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(point, { minLength: 2, maxLength: 60, selector: String }),
      fc.array(point, { minLength: 1, maxLength: 5 }),
      (line, positions) => {
        const ecef = Float64Array.from(line.flat());
        const index = new LineIndex(ecef);
        const foot: Foot = { segment: 0, fraction: 0 };
        for (const position of positions) {
          index.nearest(...position, foot);
          const found = distance(position, ecef, foot);
          for (let segment = 0; segment < line.length - 1; segment++) {
            for (let fraction = 0; fraction <= 1; fraction += 0.125) {
              const rival = distance(position, ecef, { segment, fraction });
              expect(found).toBeLessThanOrEqual(rival + 1e-6);
            }
          }
        }
      }
    )
  );
});

test('the answer does not depend on what was asked before', () => {
  const zigzag = Array.from({ length: 40 }, (_, i) => [100 * i, i % 2 ? 300 : 0, 0]);
  const index = new LineIndex(Float64Array.from(zigzag.flat()));
  const ask = (x: number) => {
    const foot: Foot = { segment: 0, fraction: 0 };
    index.nearest(x, 150, 900, foot);
    return foot;
  };
  const xs = Array.from({ length: 79 }, (_, i) => 50 * i);
  const forwards = xs.map(ask);
  const backwards = [...xs].reverse().map(ask).reverse();
  expect(backwards).toEqual(forwards);
});

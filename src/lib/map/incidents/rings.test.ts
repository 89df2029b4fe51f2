import { expect, test } from 'vitest';
import { geodesicCircle } from '../../geodesy/circle';
import { points } from '../../../../tests/fixtures/incidents/points';
import { mercatorPerKm, NO_RING, ringsOf, ringsOfRows, ringsWithin } from './rings';

const [EXACT, NEAR, REGION] = ['exact', 'near', 'region'] as const;

test('incidents put at one spot with one radius share a ring, and a colour of their own does not', () => {
  const rings = ringsOf(
    points([
      { at: [69, 33], precision: REGION, radiusKm: 25 },
      { at: [69, 33], precision: REGION, radiusKm: 25 },
      { at: [69, 33], precision: REGION, radiusKm: 25, colour: 1 },
      { at: [69, 33], precision: NEAR, radiusKm: 5 },
      { at: [70, 33], precision: REGION, radiusKm: 25 }
    ])
  );
  expect(rings.count).toBe(4);
  expect([...rings.ofRow]).toEqual([0, 0, 1, 2, 3]);
});

test('what is exact, without a radius or without a position has no ring', () => {
  const rings = ringsOf(
    points([
      { at: [69, 33], precision: EXACT, radiusKm: 1 },
      { at: [69, 33], precision: NEAR, radiusKm: NaN },
      { at: null, precision: REGION, radiusKm: 25 }
    ])
  );
  expect(rings.count).toBe(0);
  expect([...rings.ofRow]).toEqual([NO_RING, NO_RING, NO_RING]);
});

test('a filter leaves the rings of the rows that pass it', () => {
  const rings = ringsOf(
    points([
      { at: [69, 33], precision: REGION, radiusKm: 25 },
      { at: [70, 33], precision: REGION, radiusKm: 25 },
      { at: [71, 33], precision: EXACT, radiusKm: 1 }
    ])
  );
  expect([...ringsOfRows(rings, Uint32Array.of(1, 2))]).toEqual([1]);
});

test('a ring is as wide on the map as the circle on the ground, to 2 %', () => {
  for (const lat of [25, 33, 38]) {
    const ring = geodesicCircle([69, lat], 25, 64).coordinates[0];
    const x = ring.map(([lon]) => (lon + 180) / 360);
    const width = (Math.max(...x) - Math.min(...x)) / 2;
    const y = 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
    expect(25 * mercatorPerKm(y)).toBeGreaterThan(0.98 * width);
    expect(25 * mercatorPerKm(y)).toBeLessThan(1.02 * width);
  }
});

test('a ring is drawn as long as any of it is in view, and not where its mark would hide it', () => {
  const rings = ringsOf(points([{ at: [69, 33], precision: REGION, radiusKm: 25 }]));
  const all = Uint32Array.of(0);
  const [x, y, radius] = rings.circles;
  const aside = x + 0.9 * radius;
  const box = [aside, y - 1e-6, aside + 1e-6, y + 1e-6] as const;
  expect(ringsWithin(rings, all, box, 0)).toHaveLength(1);
  expect(ringsWithin(rings, all, [x + 2 * radius, y, x + 3 * radius, y], 0)).toHaveLength(0);
  expect(ringsWithin(rings, all, box, 2 * radius)).toHaveLength(0);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crossesItself } from './crosses-itself';
import { geodesicCircle } from './circle';
import { destination, distanceKm } from './geodesic';
import type { LonLat } from './position';
import { measurePath, signedAreaKm2 } from './ruler';

/** The outline of Antarctica that GeographicLib's own documentation measures. */
const antarctica: LonLat[] = [
  [-58, -63.1],
  [-74, -72.9],
  [-102, -71.9],
  [-102, -74.9],
  [-131, -74.3],
  [-163, -77.5],
  [163, -77.4],
  [172, -71.7],
  [140, -65.9],
  [113, -65.7],
  [88, -66.6],
  [59, -66.9],
  [25, -69.8],
  [-4, -70],
  [-14, -71],
  [-33, -77.3],
  [-46, -77.9],
  [-61, -74.7]
];

const position = fc.tuple(
  fc.double({ min: 58, max: 78, noNaN: true }),
  fc.double({ min: 26, max: 40, noNaN: true })
);

/** How far c lies from the straight through a and b, on a flat map. */
function distanceToSide(a: readonly number[], b: readonly number[], c: readonly number[]): number {
  const [x, y] = [b[0] - a[0], b[1] - a[1]];
  return Math.abs(x * (c[1] - a[1]) - y * (c[0] - a[0])) / Math.hypot(x, y);
}

describe('a path', () => {
  test('has the published perimeter and area, around a pole and across the antimeridian too', () => {
    const { perimeterKm, areaKm2 } = measurePath(antarctica);
    expect(perimeterKm).toBeCloseTo(16831.067893, 6);
    expect(areaKm2).toBeCloseTo(13662703.6800201, 6);
  });

  test('has a leg from each position to the next, with both bearings', () => {
    const path: LonLat[] = [
      [0, 0],
      [90, 0],
      [90, 30]
    ];
    const { legs, lengthKm, closingLeg, perimeterKm } = measurePath(path);
    expect(legs.map((leg) => leg.initialBearingDeg)).toEqual([90, 0]);
    expect(legs.map((leg) => leg.finalBearingDeg)).toEqual([90, 0]);
    expect(lengthKm).toBeCloseTo(90 * 111.319490793 + 3320.113398, 5);
    expect(closingLeg).toEqual(measurePath([path[2], path[0]]).legs[0]);
    expect(perimeterKm).toBeCloseTo(lengthKm + distanceKm(path[2], path[0]), 9);
  });

  test('leads along its legs: whoever follows them comes to each vertex', () => {
    fc.assert(
      fc.property(fc.array(position, { minLength: 2, maxLength: 6 }), (path) => {
        const { legs, lengthKm } = measurePath(path);
        expect(lengthKm).toBeCloseTo(
          legs.reduce((sum, leg) => sum + leg.distanceKm, 0),
          9
        );
        legs.forEach(({ distanceKm: km, initialBearingDeg, finalBearingDeg }, i) => {
          if (initialBearingDeg === null || finalBearingDeg === null) return;
          const [from, to] = [path[i], path[i + 1]];
          expect(distanceKm(destination(from, initialBearingDeg, km), to)).toBeLessThan(1e-8);
          expect(distanceKm(destination(to, finalBearingDeg, -km), from)).toBeLessThan(1e-8);
        });
      })
    );
  });

  test('of one or two positions encloses nothing, and none at all is no fault', () => {
    const empty = { closingLeg: null, perimeterKm: null, areaKm2: null, crossesItself: false };
    expect(measurePath([])).toEqual({ legs: [], lengthKm: 0, ...empty });
    expect(measurePath([[70, 33]])).toEqual({ legs: [], lengthKm: 0, ...empty });
    expect(measurePath([antarctica[0], antarctica[1]])).toMatchObject(empty);
  });

  test('that stands still has a leg without bearings', () => {
    const { legs } = measurePath([
      [70, 33],
      [70, 33]
    ]);
    expect(legs).toEqual([{ distanceKm: 0, initialBearingDeg: null, finalBearingDeg: null }]);
  });

  test('with a position that is none is refused by its number', () => {
    expect(() => measurePath([antarctica[0], [70, 91]])).toThrow(/Position 2 is \[70, 91\]/);
  });
});

describe('a polygon', () => {
  test('has the same area either way round, from any vertex, closed twice or not', () => {
    const circle = geodesicCircle([70, 33], 50, 24).coordinates[0] as LonLat[];
    const open = circle.slice(0, -1);
    const { areaKm2, perimeterKm } = measurePath(open);
    for (const same of [circle, open.toReversed(), [...open.slice(7), ...open.slice(0, 7)]]) {
      expect(measurePath(same).areaKm2).toBeCloseTo(areaKm2 ?? NaN, 6);
      expect(measurePath(same).perimeterKm).toBeCloseTo(perimeterKm ?? NaN, 9);
    }
    expect(signedAreaKm2(open)).toBeCloseTo(-signedAreaKm2(open.toReversed()), 6);
  });

  test('that crosses itself says so and has no area', () => {
    const bow: LonLat[] = [
      [70, 33],
      [71, 34],
      [71, 33],
      [70, 34]
    ];
    expect(measurePath(bow)).toMatchObject({ areaKm2: null, crossesItself: true });
    const [a, b, c, d] = bow;
    expect(measurePath([a, c, b, d])).toMatchObject({ crossesItself: false });
    expect(crossesItself([a, c, b, a, [69, 33], [69, 32]])).toBe(true);
    expect(crossesItself([a, a, c, b, d, a])).toBe(false);
  });

  test('is told by where geodesics run, not by where a flat map shows its sides', () => {
    const west: LonLat = [60, 50];
    const east: LonLat = [80, 50];
    const top = measurePath([west, east]).legs[0];
    const middle = destination(west, top.initialBearingDeg ?? NaN, top.distanceKm / 2);
    expect(middle[1]).toBeGreaterThan(50.4);
    const dent = (lat: number): LonLat[] => [west, east, [80, 60], [70, lat], [60, 60]];
    expect(crossesItself(dent(middle[1] + 1e-6))).toBe(false);
    expect(crossesItself(dent(middle[1] - 1e-6))).toBe(true);
  });

  test('crosses itself where a flat map shows it, if it is small', () => {
    type Point = readonly number[];
    const turn = (a: Point, b: Point, c: Point) =>
      Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
    const cross = ([a, b]: Point[], [c, d]: Point[]) =>
      turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b);
    const grid = fc.tuple(fc.integer({ min: 0, max: 997 }), fc.integer({ min: 0, max: 997 }));
    const polygon = fc.uniqueArray(grid, { minLength: 4, maxLength: 7, selector: String });
    fc.assert(
      fc.property(polygon, (corners) => {
        const sides = corners.map((from, i) => [from, corners[(i + 1) % corners.length]]);
        const nearest = sides.flatMap(([a, b]) =>
          corners.filter((c) => c !== a && c !== b).map((c) => distanceToSide(a, b, c))
        );
        fc.pre(Math.min(...nearest) > 1);
        const flat = sides.some((side, i) =>
          sides.some(
            (other, k) => k > i + 1 && !(i === 0 && k === sides.length - 1) && cross(side, other)
          )
        );
        const vertices = corners.map(([x, y]): LonLat => [70 + x / 1e5, 33 + y / 1e5]);
        expect(crossesItself(vertices)).toBe(flat);
      })
    );
  });

  test('around a point, with its vertices in order of bearing, never crosses itself', () => {
    const corner = fc.record({
      bearing: fc.integer({ min: 0, max: 359 }),
      km: fc.double({ min: 0.01, max: 500, noNaN: true })
    });
    const star = fc.uniqueArray(corner, {
      minLength: 4,
      maxLength: 12,
      selector: ({ bearing }) => bearing
    });
    fc.assert(
      fc.property(star, (corners) => {
        const ordered = corners.toSorted((a, b) => a.bearing - b.bearing);
        const turns = ordered.map(({ bearing }, i) =>
          i + 1 < ordered.length
            ? ordered[i + 1].bearing - bearing
            : ordered[0].bearing + 360 - bearing
        );
        fc.pre(Math.max(...turns) < 175);
        const vertices = ordered.map(({ bearing, km }) => destination([70, 33], bearing, km));
        expect(crossesItself(vertices)).toBe(false);
        const [first, second, third, ...rest] = vertices;
        expect(signedAreaKm2(vertices)).toBeLessThan(0);
        expect(crossesItself([first, second, third, ...rest, second])).toBe(true);
      })
    );
  });
});

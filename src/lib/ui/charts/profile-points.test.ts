import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NARROWEST_KM, WIDEST_KM, requireZone, type WidthsAt } from '../../zones/zone';
import {
  allowedWidth,
  curveOf,
  greatestWidth,
  withChainage,
  withPointAfter,
  withPointAt,
  withPointInLongestGap,
  withWidth,
  withoutPoint,
  widthsAt
} from './profile-points';

const LENGTH_KM = 2790;
const points: WidthsAt[] = [
  { chainageKm: 200, afghanKm: 5, pakistanKm: 0 },
  { chainageKm: 900, afghanKm: 30, pakistanKm: 8 },
  { chainageKm: 1500, afghanKm: 12, pakistanKm: 20 }
];

const width = fc.double({ min: 0, max: WIDEST_KM, noNaN: true }).map(allowedWidth);
const profiles = fc
  .uniqueArray(fc.integer({ min: 0, max: LENGTH_KM }), { minLength: 1, maxLength: 12 })
  .map((chainages) => chainages.sort((a, b) => a - b))
  .chain((chainages) =>
    fc.tuple(
      ...chainages.map((chainageKm) =>
        fc.record({ chainageKm: fc.constant(chainageKm), afghanKm: width, pakistanKm: width })
      )
    )
  );

/** Whether the zone engine takes the points. */
function expectTaken(profile: WidthsAt[]): void {
  const zone = { afghanKm: 0, pakistanKm: 0, profile };
  expect(() => requireZone(zone, LENGTH_KM)).not.toThrow();
}

describe('a width', () => {
  it('is none, or from the narrowest to the widest that a zone may have', () => {
    expect([-3, 0, 0.04, 0.06, 0.1, 12.3, 100, 140].map(allowedWidth)).toEqual([
      0,
      0,
      0,
      NARROWEST_KM,
      0.1,
      12.3,
      100,
      WIDEST_KM
    ]);
  });

  it('is set on one side, or on both if they are linked', () => {
    expect(withWidth(points, 1, 'afghanKm', 40, false)[1]).toEqual({
      chainageKm: 900,
      afghanKm: 40,
      pakistanKm: 8
    });
    expect(withWidth(points, 1, 'pakistanKm', 40, true)[1]).toEqual({
      chainageKm: 900,
      afghanKm: 40,
      pakistanKm: 40
    });
  });
});

describe('a point', () => {
  it('stays between its neighbours and on the line', () => {
    const place = (index: number, km: number) =>
      withChainage(points, index, km, LENGTH_KM)[index].chainageKm;
    expect(place(1, 1200)).toBe(1200);
    expect(place(1, 9999)).toBeCloseTo(1499.9, 9);
    expect(place(1, -5)).toBeCloseTo(200.1, 9);
    expect(place(0, -5)).toBe(0);
    expect(place(2, 9999)).toBe(LENGTH_KM);
  });

  it('is not the last that can be taken away', () => {
    expect(withoutPoint([points[0]], 0)).toBeNull();
    expect(withoutPoint(points, 0)).toEqual({ points: [points[1], points[2]], index: 0 });
  });

  it('is added halfway to the next one, to the end, or in the longest part without any', () => {
    expect(withPointAfter(points, 0, LENGTH_KM)).toMatchObject({
      index: 1,
      points: { 1: { chainageKm: 550, afghanKm: 17.5, pakistanKm: 4 } }
    });
    expect(withPointAfter(points, 2, LENGTH_KM)?.points[3].chainageKm).toBe(2145);
    expect(withPointInLongestGap(points, LENGTH_KM)?.points[3].chainageKm).toBe(2145);
  });

  it('is not added where there is one', () => {
    expect(withPointAt(points, 900.05)).toBeNull();
  });
});

describe('the curve', () => {
  it('runs from end to end of the stretch through the points between', () => {
    expect(curveOf(points, { fromKm: 100, toKm: 1200 })).toEqual([
      { chainageKm: 100, afghanKm: 5, pakistanKm: 0 },
      points[0],
      points[1],
      { chainageKm: 1200, afghanKm: 21, pakistanKm: 14 }
    ]);
    expect(greatestWidth(points)).toBe(30);
  });
});

describe('any edit', () => {
  it('gives a profile that the zone engine takes', () => {
    const km = fc.double({ min: -200, max: 3000, noNaN: true });
    fc.assert(
      fc.property(profiles, fc.nat(11), km, fc.boolean(), (profile, at, value, linked) => {
        const index = at % profile.length;
        expectTaken(withWidth(profile, index, 'pakistanKm', value, linked));
        expectTaken(withChainage(profile, index, value, LENGTH_KM));
        expectTaken(withPointAfter(profile, index, LENGTH_KM)?.points ?? profile);
        expectTaken(withPointInLongestGap(profile, LENGTH_KM)?.points ?? profile);
        expectTaken(withoutPoint(profile, index)?.points ?? profile);
      })
    );
  });

  it('that adds a point leaves the widths as they were, but for those below the narrowest', () => {
    const chainage = fc.double({ min: 0, max: LENGTH_KM, noNaN: true });
    fc.assert(
      fc.property(profiles, chainage, chainage, (profile, addedKm, askedKm) => {
        const added = withPointAt(profile, addedKm)?.points ?? profile;
        const [before, after] = [widthsAt(profile, askedKm), widthsAt(added, askedKm)];
        expect(Math.abs(after.afghanKm - before.afghanKm)).toBeLessThan(NARROWEST_KM);
        expect(Math.abs(after.pakistanKm - before.pakistanKm)).toBeLessThan(NARROWEST_KM);
      })
    );
  });
});

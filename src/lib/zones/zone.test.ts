import { expect, test } from 'vitest';
import { requireZone, stretchesOf, type Zone } from './zone';

const both = { afghanKm: 5, pakistanKm: 5 };

test.each([
  [{ afghanKm: -1, pakistanKm: 5 }, 'Afghan side is -1 km'],
  [{ afghanKm: 5, pakistanKm: 101 }, 'Pakistani side is 101 km'],
  [{ afghanKm: NaN, pakistanKm: 5 }, 'Afghan side is NaN km'],
  [{ ...both, stretches: [{ fromKm: 20, toKm: 10 }] }, 'from 20 to 10 km'],
  [{ ...both, stretches: [{ fromKm: 0, toKm: 200 }] }, 'within 0 to 100 km'],
  [{ ...both, profile: [] }, 'no points'],
  [
    {
      ...both,
      profile: [
        { ...both, chainageKm: 9 },
        { ...both, chainageKm: 3 }
      ]
    },
    'Point 2'
  ],
  [
    { ...both, keepOut: [{ at: [200, 30], radiusKm: 5 }] },
    'centre of circle 1 to leave out is [200, 30]'
  ],
  [
    { ...both, keepOut: [{ at: [70, 33], radiusKm: 0 }] },
    'circle 1 to leave out is 0 km: give 0.1 to 200'
  ],
  [{ ...both, keepOut: [{ at: [70, 33], radiusKm: NaN }] }, 'is NaN km']
] as [Zone, string][])('tells what is wrong with %o', (zone, message) => {
  expect(() => requireZone(zone, 100)).toThrow(message);
});

test('takes stretches that overlap or adjoin as one', () => {
  const stretches = [
    { fromKm: 40, toKm: 60 },
    { fromKm: 10, toKm: 20 },
    { fromKm: 20, toKm: 30 },
    { fromKm: 50, toKm: 55 }
  ];
  expect(stretchesOf({ ...both, stretches }, 100)).toEqual([
    { fromKm: 10, toKm: 30 },
    { fromKm: 40, toKm: 60 }
  ]);
  expect(stretchesOf(both, 100)).toEqual([{ fromKm: 0, toKm: 100 }]);
});

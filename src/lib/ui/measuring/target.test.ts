import fc from 'fast-check';
import { expect, test } from 'vitest';
import { autoStepKm, joined } from './target';

test('stretches that overlap or touch become one, and no part of the line is lost or doubled', () => {
  const stretch = fc
    .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 30 }))
    .map(([fromKm, km]) => ({ fromKm, toKm: fromKm + km }));
  const covers = (list: { fromKm: number; toKm: number }[], km: number) =>
    list.filter(({ fromKm, toKm }) => km > fromKm && km < toKm).length;
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 12 }), (list) => {
      const all = joined(list);
      for (let km = 0.5; km < 130; km++) {
        expect(covers(all, km)).toBe(Math.min(1, covers(list, km)));
      }
      expect(all.every(({ fromKm }, i) => i === 0 || fromKm > all[i - 1].toKm)).toBe(true);
    })
  );
});

test('the whole line is measured every kilometre, a short stretch every hundred metres', () => {
  expect(autoStepKm([{ fromKm: 0, toKm: 2790.22 }])).toBe(1);
  expect(
    autoStepKm([
      { fromKm: 100, toKm: 200 },
      { fromKm: 500, toKm: 600 }
    ])
  ).toBe(0.1);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newProposal } from '../../project/proposal';
import { clamp } from './snap';
import { endLimits, endName, setEnd, stretchEnds } from './stretch-ends';

const LENGTH_KM = 2790;
const proposal = (...stretches: [fromKm: number, toKm: number][]) =>
  newProposal({
    id: 'zone-1',
    name: 'Zone 1',
    stretches: stretches.map(([fromKm, toKm]) => ({ fromKm, toKm }))
  });

describe('the ends of a proposal’s stretches', () => {
  test('of the whole line are the line’s; moving one inwards limits the zone, back out frees it', () => {
    const whole = proposal();
    const [start] = stretchEnds(whole, LENGTH_KM);
    setEnd(whole, start, 300, LENGTH_KM);
    expect(whole.stretches).toEqual([{ fromKm: 300, toKm: LENGTH_KM }]);
    setEnd(whole, start, 0, LENGTH_KM);
    expect(whole.stretches).toEqual([]);
  });

  test('stop short of each other and at the next stretch, whatever their order in the list', () => {
    const two = proposal([900, 1200], [100, 400]);
    const [from900, to1200, from100, to400] = stretchEnds(two, LENGTH_KM);
    expect(endLimits(two, from900, LENGTH_KM)).toEqual({ lowKm: 400, highKm: 1199.9 });
    expect(endLimits(two, to1200, LENGTH_KM)).toEqual({ lowKm: 900.1, highKm: LENGTH_KM });
    expect(endLimits(two, from100, LENGTH_KM)).toEqual({ lowKm: 0, highKm: 399.9 });
    expect(endLimits(two, to400, LENGTH_KM)).toEqual({ lowKm: 100.1, highKm: 900 });
  });

  test('keep every stretch sound and apart from the others wherever they are dragged', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3), fc.double({ min: -50, max: 3000, noNaN: true })), {
          maxLength: 30
        }),
        (drags) => {
          const two = proposal([100, 400], [900, 1200]);
          for (const [which, km] of drags) {
            const end = stretchEnds(two, LENGTH_KM)[which];
            setEnd(two, end, clamp(km, endLimits(two, end, LENGTH_KM)), LENGTH_KM);
          }
          const [a, b] = two.stretches;
          expect(0 <= a.fromKm && a.fromKm < a.toKm).toBe(true);
          expect(a.toKm <= b.fromKm && b.fromKm < b.toKm && b.toKm <= LENGTH_KM).toBe(true);
        }
      )
    );
  });

  test('are told apart by the number of their stretch where there are several', () => {
    const two = proposal([100, 400], [900, 1200]);
    const names = stretchEnds(two, LENGTH_KM).map((end) => endName(two, end));
    expect(names[3]).toBe('End of stretch 2');
    const [start] = stretchEnds(proposal(), LENGTH_KM);
    expect(endName(proposal(), start)).toBe('Beginning of the zone');
  });
});

import { describe, expect, it } from 'vitest';
import type { Finding, Reading } from '../../texts/findings/finding';
import { rangeWords, rulerWords, verdictWords } from './words';

const usual = { tolerance: 0.1, roadFactor: 1.4 };
const noneReached = { straight: [], road: [] };

const reading = (candidate: string | null, leastKm: number, mostKm: number): Reading => ({
  candidate,
  at: [69.9, 32.9],
  uncertaintyKm: 3,
  middleKm: (leastKm + mostKm) / 2,
  range: { leastKm, mostKm }
});

const finding = (readings: Reading[]): Finding => ({
  id: 'so-far',
  text: 'X',
  par: 1,
  states: 'A is about 100 km from B',
  test: 'By geodesics',
  context: null,
  placeName: 'A',
  measured: {
    of: 'distance',
    measure: { of: 'distance', place: 'a', from: 'b', value: 100, unit: 'km', about: true },
    from: { id: 'b', name: 'B', at: [70, 33], uncertaintyKm: 1 },
    readings
  }
});

const told = (readings: Reading[]) => verdictWords(finding(readings), usual, noneReached);

describe('a finding in words', () => {
  it('names the candidates for which it holds, can hold and does not hold', () => {
    expect(told([reading('one', 95, 105), reading('two', 80, 92), reading(null, 10, 20)])).toBe(
      'With 10\u202f% either way it holds for one; it can hold, depending on where in their rings they lie, for two; it does not hold for the position drawn on the map.'
    );
  });

  it('says plainly when it is so for all', () => {
    expect(told([reading('one', 95, 105)])).toBe(
      'With 10\u202f% either way it holds for every candidate position.'
    );
    expect(told([reading('one', 5, 15)])).toBe(
      'With 10\u202f% either way it does not hold for any candidate position.'
    );
  });
});

describe('lengths', () => {
  it('are told as far as the position’s uncertainty allows, rounded outwards', () => {
    expect(rangeWords({ leastKm: 12.2, mostKm: 18.9 }, 3)).toBe('12–19\u202fkm');
    expect(rangeWords({ leastKm: 112.2, mostKm: 188.9 }, 40)).toBe('110–190\u202fkm');
  });

  it('of rulers are told in metres below a kilometre', () => {
    expect(rulerWords(0.1382)).toBe('140\u202fm');
    expect(rulerWords(2.98)).toBe('3.0\u202fkm');
    expect(rulerWords(22.9)).toBe('23\u202fkm');
  });
});

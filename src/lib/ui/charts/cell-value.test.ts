import { describe, expect, it } from 'vitest';
import { cellText, readCell } from './cell-value';
import { KILOMETRES, type LengthUnit } from './length-unit';

const MILES: LengthUnit = { id: 'mi', label: 'mi', perKm: 1 / 1.609344 };
const widths = { lowKm: 0.1, highKm: 100, orZero: true };

describe('a field for a width', () => {
  it('takes none, the narrowest to the widest, and a decimal comma', () => {
    expect(readCell('0', widths, KILOMETRES)).toEqual({ ok: true, value: 0 });
    expect(readCell('12,5', widths, KILOMETRES)).toEqual({ ok: true, value: 12.5 });
    expect(readCell('0.05', widths, KILOMETRES)).toMatchObject({ ok: false });
    expect(readCell('101', widths, KILOMETRES)).toEqual({ ok: false, problem: 'At most 100 km.' });
  });

  it('reads the unit that it shows', () => {
    const read = readCell('10', widths, MILES);
    expect(read.ok && read.value).toBeCloseTo(16.09344, 9);
    expect(cellText(16.09344, MILES)).toBe('10');
    // 100 km are 62.137 mi: what can be written stays below.
    expect(readCell('62.13', widths, MILES).ok).toBe(true);
    expect(readCell('62.14', widths, MILES).ok).toBe(false);
  });
});

describe('a field for a chainage', () => {
  const between = { lowKm: 200.1, highKm: 1499.9, orZero: false };

  it('keeps the point between its neighbours, and says so', () => {
    expect(readCell('1204', between, KILOMETRES)).toEqual({ ok: true, value: 1204 });
    const refused = {
      ok: false,
      problem: 'Write a number from 200.1 to 1499.9 km.'
    };
    for (const text of ['0', '-3', '2000', 'far', '']) {
      expect(readCell(text, between, KILOMETRES)).toEqual(refused);
    }
  });
});

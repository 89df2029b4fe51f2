import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KILOMETRES } from './length-unit';
import {
  everyNth,
  extremesOf,
  nearestIndex,
  rowAt,
  rowText,
  withGaps,
  type MeasuredWidths
} from './width-rows';

const row = (
  chainageKm: number,
  afghanKm: number | null,
  pakistanKm: number | null
): MeasuredWidths => ({ chainageKm, afghanKm, pakistanKm });
const rows = [row(0, 0, 0), row(5, 9.9, 10), row(10, null, 0), row(15, 0, 12), row(200, 3, 0)];

describe('the row at a chainage', () => {
  it('is the nearest one', () => {
    const chainages = fc.uniqueArray(fc.integer({ min: 0, max: 2790 }), { minLength: 1 });
    fc.assert(
      fc.property(chainages, fc.double({ min: -10, max: 3000, noNaN: true }), (list, at) => {
        const sorted = list.sort((a, b) => a - b).map((km) => row(km, 1, 1));
        const nearest = sorted[nearestIndex(sorted, at)];
        const distances = sorted.map(({ chainageKm }) => Math.abs(chainageKm - at));
        expect(Math.abs(nearest.chainageKm - at)).toBe(Math.min(...distances));
      })
    );
  });

  it('is none where a part of the line has no rows', () => {
    expect(rowAt(rows, 6)?.chainageKm).toBe(5);
    expect(rowAt(rows, 100)).toBeNull();
    expect(rowAt([], 100)).toBeNull();
  });
});

describe('the curve', () => {
  it('breaks between stretches', () => {
    const [, , , , gap, last] = withGaps(rows);
    expect(gap).toEqual(row(107.5, null, null));
    expect(last).toEqual(rows[4]);
  });
});

describe('extremes', () => {
  it('count the rows that the zone reaches, and no width that cannot be told', () => {
    expect(extremesOf(rows, 'afghanKm')).toEqual({
      least: { chainageKm: 15, km: 0 },
      greatest: { chainageKm: 5, km: 9.9 }
    });
    expect(extremesOf([row(0, 0, 0)], 'afghanKm')).toBeNull();
  });
});

describe('a row in words', () => {
  it('says the chainage and both widths', () => {
    expect(rowText(row(1204, 9.92, 10), KILOMETRES)).toBe(
      'chainage 1,204\u202fkm: Afghan side 9.9\u202fkm, Pakistani side 10.0\u202fkm'
    );
    expect(rowText(row(0, null, 0), KILOMETRES)).toContain('Afghan side cannot be told');
  });
});

describe('a long table', () => {
  it('shows every nth row, as few left out as round steps allow', () => {
    const thin = (count: number) => everyNth(new Array(count).fill(0), 500);
    expect([1, 500, 501, 559, 2791, 27903].map((count) => thin(count).every)).toEqual([
      1, 1, 2, 2, 10, 100
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (count) => {
        expect(thin(count).rows.length).toBeLessThanOrEqual(500);
      }),
      { numRuns: 30 }
    );
  });
});

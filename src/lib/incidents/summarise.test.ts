import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosenBy, type Chosen } from './mask';
import { distanceCurve, isOn, summarise } from './summarise';
import { testColumn, testTable, type TestIncident } from './testing';

const all = (count: number): Chosen => chosenBy([], count);
const day = (iso: string) => Date.parse(iso) / 86_400_000;

describe('along the line', () => {
  const table = testTable([
    { chainageKm: 0, offsetKm: 3, deaths: 2 },
    { chainageKm: 49.9, offsetKm: -3, deaths: 1 },
    { chainageKm: 120, offsetKm: 40, radiusKm: 50 },
    {}
  ]);

  test('every bin from the first has its incidents by side, and their deaths', () => {
    const { bins, leftOut } = summarise(table, all(4), { of: 'chainage', binKm: 50 });
    expect(bins).toMatchObject([
      { from: 0, to: 50, afghan: 1, pakistan: 1, deathsBest: 3 },
      { from: 50, to: 100, afghan: 0, pakistan: 0 },
      { from: 100, to: 150, afghan: 1 }
    ]);
    expect(leftOut).toEqual([{ why: 'without a position', count: 1 }]);
  });

  test('a distance smaller than the incident’s own uncertainty is in no bin and in no curve', () => {
    const { bins, leftOut } = summarise(table, all(4), { of: 'distance', binKm: 10, mostKm: 30 });
    expect(bins[0]).toMatchObject({ afghan: 1, pakistan: 1 });
    expect(leftOut.map(({ count }) => count)).toEqual([1, 1]);
    expect(leftOut[0].why).toContain('than their position is known');
    expect(distanceCurve(table, all(4))).toEqual({
      afghanKm: Float32Array.of(3),
      pakistanKm: Float32Array.of(3)
    });
  });

  test('a curve rises on both sides', () => {
    const offsets = [5, -1, 2, -7, 0, -3];
    const curve = distanceCurve(testTable(offsets.map((offsetKm) => ({ offsetKm }))), all(6));
    expect([...curve.afghanKm]).toEqual([0, 2, 5]);
    expect([...curve.pakistanKm]).toEqual([1, 3, 7]);
  });
});

describe('by time', () => {
  test('a year’s incident is spread over its months, and a day’s is not', () => {
    const table = testTable([
      { days: [day('2021-01-01'), day('2021-12-31')], deaths: 365 },
      { days: [day('2021-02-10'), day('2021-02-10')], deaths: 4 },
      {}
    ]);
    const { bins, leftOut } = summarise(table, all(3), { of: 'time', by: 'month' });
    expect(bins.map(({ label }) => label).slice(0, 2)).toEqual(['2021-01', '2021-02']);
    expect(bins).toHaveLength(12);
    expect(bins[0]).toMatchObject({ neither: Math.round((31 / 365) * 1e6) / 1e6, deathsBest: 31 });
    expect(bins[1].deathsBest).toBe(32);
    expect(leftOut).toEqual([{ why: 'without a date', count: 1 }]);
  });

  test('days over centuries are told by months or years', () => {
    const table = testTable([
      { days: [day('1893-11-12'), day('1893-11-12')] },
      { days: [day('2021-08-15'), day('2021-08-15')] }
    ]);
    const { axis, bins } = summarise(table, all(2), { of: 'time', by: 'day' });
    expect(axis).toEqual({ of: 'time', by: 'month' });
    expect(bins[0].label).toBe('1893-11');
    expect(bins.at(-1)?.label).toBe('2021-08');
  });
});

test('values and territories are told by how many they hold, with what is left out', () => {
  const cells = ['a', 'b', 'b', '', 'c'];
  const territories = ['AF-KHO', 'AF-KHO', 'PK-BA', undefined, 'AF'];
  const incidents = territories.map((id) => (id === undefined ? {} : { territory: id }));
  const table = testTable(incidents, [
    testColumn('type', cells, 'category'),
    testColumn('t', cells)
  ]);
  for (const column of [0, 1]) {
    const { bins, leftOut } = summarise(table, all(5), { of: 'values', column, most: 2 });
    expect(bins.map(({ label, neither }) => [label, neither])).toEqual([
      ['b', 2],
      ['a', 1]
    ]);
    expect(leftOut).toEqual([
      { why: 'blank', count: 1 },
      { why: 'with one of 1 rarer values', count: 1 }
    ]);
  }
  const { bins } = summarise(table, all(5), { of: 'territory', most: 9 });
  expect(bins.map(({ label }) => label)).toEqual(['AF-KHO', 'AF', 'PK-BA']);
});

test('deaths are told in classes, and those that nobody counted apart', () => {
  const table = testTable([{ deaths: 0 }, { deaths: 3 }, { deaths: 4 }, { deaths: 900 }, {}]);
  const { bins, leftOut } = summarise(table, all(5), { of: 'deaths' });
  expect(bins.filter(({ neither }) => neither > 0)).toMatchObject([
    { label: '0', neither: 1 },
    { label: '2–4', neither: 2, deathsBest: 7 },
    { label: '500 and more', neither: 1 }
  ]);
  expect(leftOut).toEqual([{ why: 'without a number of deaths', count: 1 }]);
});

test('a chart’s own conditions are those on its quantity or column', () => {
  expect(isOn({ of: 'time', by: 'day' }, { by: 'time', fromDay: 0, toDay: 1 })).toBe(true);
  expect(isOn({ of: 'values', column: 2, most: 5 }, { by: 'values', column: 2, values: [] })).toBe(
    true
  );
  expect(isOn({ of: 'values', column: 2, most: 5 }, { by: 'values', column: 3, values: [] })).toBe(
    false
  );
});

test('nothing is lost: bins and what is left out add up to the chosen incidents', () => {
  const incident: fc.Arbitrary<TestIncident> = fc.record(
    {
      chainageKm: fc.double({ min: 0, max: 2790, noNaN: true }),
      offsetKm: fc.double({ min: -300, max: 300, noNaN: true }),
      radiusKm: fc.double({ min: 0, max: 60, noNaN: true }),
      deaths: fc.nat(800),
      days: fc
        .tuple(fc.integer({ min: -30_000, max: 30_000 }), fc.nat(3000))
        .map(([first, length]): [number, number] => [first, first + length])
    },
    { requiredKeys: [] }
  );
  fc.assert(
    fc.property(fc.array(incident, { maxLength: 40 }), (incidents) => {
      const table = testTable(incidents);
      for (const axis of [
        { of: 'chainage', binKm: 7 },
        { of: 'distance', binKm: 3, mostKm: 100 },
        { of: 'time', by: 'year' },
        { of: 'time', by: 'month' },
        { of: 'deaths' }
      ] as const) {
        const { bins, leftOut } = summarise(table, all(incidents.length), axis);
        const inBins = bins.reduce((sum, bin) => sum + bin.afghan + bin.pakistan + bin.neither, 0);
        const out = leftOut.reduce((sum, { count }) => sum + count, 0);
        expect(inBins + out).toBeCloseTo(incidents.length, 2);
      }
    }),
    { numRuns: process.env.NIGHTLY ? 5_000 : 100 }
  );
});

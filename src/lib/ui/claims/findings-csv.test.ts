import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Finding, Reading } from '../../texts/findings/finding';
import { findingsCsv } from './findings-csv';

const usual = { tolerance: 0.1, roadFactor: 1.4 };
const reading = (candidate: string | null, middleKm: number): Reading => ({
  candidate,
  at: [69.9, 32.9],
  uncertaintyKm: 3,
  middleKm,
  range: { leastKm: middleKm - 3, mostKm: middleKm + 3 }
});
const told = {
  text: 'X',
  par: 2,
  states: '=A is about 100 km from B, or so',
  test: 'By geodesics',
  context: null,
  placeName: 'A'
};
const measure = { of: 'distance', place: 'a', from: 'b', value: 100, unit: 'km', about: true } as const; // prettier-ignore
const distance: NonNullable<Finding['measured']> & { of: 'distance' } = {
  of: 'distance',
  measure,
  from: { id: 'b', name: 'B', at: [70, 33], uncertaintyKm: 1 },
  readings: [reading('a mine', 99), reading(null, 42)]
};
const findings: Finding[] = [
  { ...told, id: 'so-far', measured: distance },
  { ...told, id: 'nothing', measured: null },
  {
    ...told,
    id: 'both',
    measured: {
      of: 'together',
      measure: { of: 'together', claims: ['so-far', 'so-far'], side: 'pakistan' },
      parts: [distance],
      spots: [reading('a mine', 99)],
      meetings: [{ at: [69, 33], fromSpotsKm: [12.34] }],
      others: []
    }
  }
];

test('the findings are a table with candidate, line, interval and verdict on every line', () => {
  const csv = findingsCsv(findings, usual, () => ({
    reached: { straight: [true], road: [false] },
    met: {
      polygons: { type: 'MultiPolygon', coordinates: [] },
      areaKm2: 1,
      parts: [],
      awayKm: [{ leastKm: 0, mostKm: 4.56789 }]
    }
  }));
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  expect(data.map(({ claim, candidate }) => [claim, candidate])).toEqual([
    ['so-far', 'a mine'],
    ['so-far', 'position as drawn'],
    ['nothing', ''],
    ['both', 'a mine']
  ]);
  expect(data[0]).toMatchObject({
    states: "'=A is about 100 km from B, or so",
    verdict: 'Holds only in part',
    aboutPercent: '10',
    measured: 'distance from B (± 1 km)',
    candidateUncertaintyKm: '3',
    statedLeastKm: '90',
    statedMostKm: '110',
    measuredKm: '99',
    measuredLeastKm: '96',
    measuredMostKm: '102',
    findingStraight: 'holds',
    roadFactor: '1.4',
    findingByRoad: 'does not hold'
  });
  expect(data[2].verdict).toBe('Cannot be tested here');
  expect(data[3]).toMatchObject({
    measuredMostKm: '4.568',
    remark: 'To where all is met exactly: 12.3 km'
  });
});

import { describe, expect, test } from 'vitest';
import { readLine } from '../../../../tests/fixtures/line';
import { readCountries } from '../../../../tests/fixtures/zones/countries';
import { readProvinces } from '../../../../tests/fixtures/zones/provinces';
import { createBorder } from '../../border/border';
import { destination } from '../../geodesy/geodesic';
import type { LonLat } from '../../geodesy/position';
import { createZoneEngine } from '../engine';
import { about, type Condition } from './condition';
import { locusFigures, type CandidatePoint } from './figures';
import { createLocusEngine } from './locus';

const line = readLine();
const border = createBorder(line);
const provinces = readProvinces(line);
const zones = createZoneEngine(border, readCountries(line), provinces);
const loci = createLocusEngine(border, zones, provinces);
const miranshah: LonLat = [70.0712, 33.0006];

const around = (leastKm: number, mostKm: number): Condition => {
  return { kind: 'distance', from: miranshah, leastKm, mostKm };
};

function figuresOf(conditions: Condition[], candidates: CandidatePoint[] = []) {
  const points = [
    { id: 'in', position: destination(miranshah, 200, 30) },
    { id: 'out', position: destination(miranshah, 200, 80) }
  ];
  const locus = loci.locus(conditions);
  const steps = locusFigures({ border, loci, provinces, points }, locus, candidates);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { locus, ...value };
  }
}

describe('what is told of a locus', () => {
  test('its provinces add up to it, what lies in a third country too', () => {
    const end = border.positionAt(0);
    const { locus, provinces: rows } = figuresOf([
      { kind: 'distance', from: end, leastKm: 0, mostKm: 60 }
    ]);
    const sum = rows.reduce((total, row) => total + row.areaKm2, 0);
    expect(sum / locus.areaKm2).toBeCloseTo(1, 6);
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(['AF-NIM', 'PK-BA', null]));
  });

  test('its parts add up to it, and each is marked by a position in it', () => {
    const { locus, parts } = figuresOf([
      around(25, 30),
      { kind: 'offset', side: 'pakistan', ...about(35, 0.1) }
    ]);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.reduce((sum, part) => sum + part.areaKm2, 0)).toBeCloseTo(locus.areaKm2, 6);
    for (const { at, fromKm, toKm } of parts) {
      expect(locus.contains(at)).toBe(true);
      const { chainageKm } = border.station(at);
      expect(chainageKm).toBeGreaterThanOrEqual(fromKm);
      expect(chainageKm).toBeLessThanOrEqual(toKm);
    }
  });

  test('a place lies inside by its own distances, and candidates come the nearest first', () => {
    const at = (km: number, uncertaintyKm: number): CandidatePoint => ({
      id: `${km} km off`,
      position: destination(miranshah, 30, 40 + km),
      uncertaintyKm
    });
    const { inside, candidates } = figuresOf([around(0, 40)], [at(20, 3), at(5, 8), at(-10, 3)]);
    expect(inside.map(({ id }) => id)).toEqual(['in']);
    expect(candidates.map(({ id }) => id)).toEqual(['-10 km off', '5 km off', '20 km off']);
    const [within, unsure, off] = candidates;
    expect(within).toMatchObject({ awayKm: 0, leastKm: 0, mostKm: 0 });
    expect(unsure.leastKm).toBe(0);
    expect(unsure.mostKm).toBeCloseTo(13, 2);
    expect(off.leastKm).toBeCloseTo(17, 2);
    expect(off.mostKm).toBeCloseTo(23, 2);
  });
});

describe('what cannot be met', () => {
  test('is no fault: those that exclude each other are named, with what the others leave', () => {
    const { parts, conflict } = figuresOf([
      { kind: 'province', id: 'PK-TA' },
      around(10, 20),
      { kind: 'offset', side: 'either', leastKm: 60, mostKm: 80 }
    ]);
    expect(parts).toEqual([]);
    expect(conflict.map(({ index }) => index)).toEqual([1, 2]);
    const [{ left: fromPlace }, { left: fromLine }] = conflict;
    if (fromPlace.kind !== 'distance' || fromLine.kind !== 'offset') throw new Error('other kinds');
    expect(fromPlace.leastKm).toBeGreaterThan(20);
    expect(fromLine.fromKm).toBeGreaterThan(-60);
    expect(fromLine.toKm).toBeLessThan(60);
  });

  test('two provinces, two sides or two distances from one place exclude each other', () => {
    const indices = (conditions: Condition[]) =>
      figuresOf(conditions).conflict.map(({ index }) => index);
    expect(indices([around(0, 90), around(10, 20), around(30, 40)])).toEqual([1, 2]);
    expect(
      indices([
        { kind: 'province', id: 'AF-KHO' },
        { kind: 'province', id: 'PK-TA' }
      ])
    ).toEqual([0, 1]);
    expect(
      indices([
        { kind: 'offset', side: 'afghan', leastKm: 0, mostKm: 20 },
        { kind: 'offset', side: 'pakistan', leastKm: 0, mostKm: 20 }
      ])
    ).toEqual([0, 1]);
  });
});

describe('what makes no sense is refused, with what to do', () => {
  test.each<[string, Condition[]]>([
    ['No condition is given', []],
    ['Condition 1: the distance is 30 to 20 km', [around(30, 20)]],
    ['Condition 2: no province has the id “XX”', [around(0, 20), { kind: 'province', id: 'XX' }]],
    ['within 0 to', [{ kind: 'stretch', fromKm: 10, toKm: 1e6 }]],
    ['100 km', [{ kind: 'offset', side: 'either', leastKm: 0, mostKm: 150 }]],
    [
      'reaches a pole or the antimeridian',
      [{ kind: 'distance', from: [179, 0], leastKm: 0, mostKm: 200 }]
    ],
    ['The place', [{ kind: 'distance', from: [190, 0], leastKm: 0, mostKm: 200 }]]
  ])('%s', (words, conditions) => {
    expect(() => loci.locus(conditions)).toThrow(new RegExp(words, 'i'));
  });

  test('a tolerance is above 0', () => {
    expect(about(20, 0.1)).toEqual({ leastKm: 18, mostKm: 22 });
    expect(() => about(20, 0)).toThrow('tolerance');
    expect(() => about(0, 0.1)).toThrow('length');
  });
});

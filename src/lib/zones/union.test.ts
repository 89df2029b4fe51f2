import fc from 'fast-check';
import type { MultiPolygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { runs } from '../../../tests/fixtures/runs';
import { readCountries } from '../../../tests/fixtures/zones/countries';
import { validityChecker } from '../../../tests/fixtures/zones/geos';
import { createBorder } from '../border/border';
import { areaKm2 } from '../geodesy/area';
import { createZoneEngine } from './engine';
import { unionAlongLine } from './union';

const line = readLine();
const border = createBorder(line);
const engine = createZoneEngine(border, readCountries(line));
const whyInvalid = await validityChecker();

const multi = (...rings: number[][][]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: rings.map((ring) => [ring])
});

/** The corners of a square turning counter-clockwise, from its south-western one. */
const square = (west: number, south: number, size = 1): number[][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south]
];

describe('two parts that share edges', () => {
  test('become one without them', () => {
    const { coordinates } = unionAlongLine(multi(square(0, 0)), multi(square(1, 0)));
    expect(coordinates).toHaveLength(1);
    expect(coordinates[0]).toHaveLength(1);
    expect(coordinates[0][0]).toHaveLength(7);
  });

  test('keep a hole between them', () => {
    const left = [
      [0, 0],
      [2, 0],
      [2, 1],
      [1, 1],
      [1, 2],
      [2, 2],
      [2, 3],
      [0, 3],
      [0, 0]
    ];
    const right = [
      [2, 0],
      [3, 0],
      [3, 3],
      [2, 3],
      [2, 2],
      [2, 1],
      [2, 0]
    ];
    const union = unionAlongLine(multi(left), multi(right));
    expect(union.coordinates.map((rings) => rings.length)).toEqual([2]);
    expect(whyInvalid(union)).toBe('Valid Geometry');
  });

  test('stay apart where they touch in a point only', () => {
    const union = unionAlongLine(multi(square(0, 0)), multi(square(1, 1)));
    expect(union.coordinates).toHaveLength(2);
    expect(whyInvalid(union)).toBe('Valid Geometry');
  });

  test('leave nothing of a seam that they share in steps of unequal length', () => {
    const south = [
      [0, 0],
      [-1, 0],
      [5, -3],
      [5, 0],
      [0, 0]
    ];
    const north = [
      [-1, 0],
      [0, 0],
      [3, 0],
      [0, 4],
      [-1, 0]
    ];
    const union = unionAlongLine(multi(south), multi(north));
    expect(union.coordinates).toHaveLength(1);
    expect(union.coordinates[0][0]).toHaveLength(6);
    expect(areaKm2(union)).toBeCloseTo(areaKm2(multi(south)) + areaKm2(multi(north)), 6);
  });
});

describe('the union of both sides of a zone', () => {
  const share = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);
  const width = share.map((s) => 0.5 * 200 ** s);

  test('is valid if both sides are, and as large as both together without the line between', () => {
    fc.assert(
      fc.property(
        fc.record({
          afghanKm: width,
          pakistanKm: width,
          caps: fc.constantFrom('flat' as const, 'round' as const)
        }),
        fc.option(fc.tuple(share, share).filter(([a, b]) => Math.abs(a - b) > 0.001)),
        (zone, limits) => {
          const [fromKm, toKm] = (limits ?? [0, 1])
            .map((s) => s * border.lengthKm)
            .sort((a, b) => a - b);
          const footprint = engine.footprint({ ...zone, stretches: [{ fromKm, toKm }] });
          const sides = [footprint.afghan, footprint.pakistan];
          fc.pre(sides.every((side) => whyInvalid(side) === 'Valid Geometry'));
          const union = unionAlongLine(footprint.afghan, footprint.pakistan);
          expect(whyInvalid(union)).toBe('Valid Geometry');
          expect(Math.abs(areaKm2(union) / footprint.areaKm2 - 1)).toBeLessThan(1e-6);
          expect(union.coordinates.length).toBeLessThan(
            footprint.afghan.coordinates.length + footprint.pakistan.coordinates.length
          );
        }
      ),
      { numRuns: runs(6), seed: 3 }
    );
  });

  test('of one side only is that side', () => {
    const { afghan, pakistan } = engine.footprint({ afghanKm: 10, pakistanKm: 0 });
    const union = unionAlongLine(afghan, pakistan);
    expect(union.coordinates.map((rings) => rings.map((ring) => ring.length))).toEqual(
      afghan.coordinates.map((rings) => rings.map((ring) => ring.length))
    );
  });
});

import fc from 'fast-check';
import type { MultiPolygon } from 'geojson';
import { expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { runs } from '../../../tests/fixtures/runs';
import { readCountries } from '../../../tests/fixtures/zones/countries';
import { validityChecker } from '../../../tests/fixtures/zones/geos';
import { createBorder } from '../border/border';
import { createZoneEngine } from './engine';
import { stretchesOf } from './zone';

const line = readLine();
const border = createBorder(line);
const engine = createZoneEngine(border);
const cutting = createZoneEngine(border, readCountries(line));
const whyInvalid = await validityChecker();

const share = fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 1_000_000);
const width = share.map((s) => 0.1 * 1000 ** s);
const chainage = share.map((s) => s * border.lengthKm);
const stretch = fc
  .tuple(chainage, chainage)
  .filter(([a, b]) => Math.abs(a - b) > 0.01)
  .map(([a, b]) => ({ fromKm: Math.min(a, b), toKm: Math.max(a, b) }));
const profile = fc
  .array(fc.record({ chainageKm: chainage, afghanKm: width, pakistanKm: width }), {
    minLength: 1,
    maxLength: 6
  })
  .map((points) => points.sort((a, b) => a.chainageKm - b.chainageKm));
const widths = { afghanKm: width, pakistanKm: width };
const stretches = fc.array(stretch, { minLength: 1, maxLength: 3 });
const anyZone = fc.oneof(
  fc.record(widths),
  fc.record({ ...widths, caps: fc.constant('round' as const) }),
  fc.record({ ...widths, stretches }),
  fc.record({ ...widths, profile }),
  fc.record({ ...widths, profile, stretches })
);

function signedArea(ring: readonly number[][]): number {
  const [x0, y0] = ring[0];
  return ring.slice(1).reduce((sum, [x, y], i) => {
    return sum + (ring[i][0] - x0) * (y - y0) - (x - x0) * (ring[i][1] - y0);
  }, 0);
}

function expectValid(polygons: MultiPolygon): void {
  expect(whyInvalid(polygons)).toBe('Valid Geometry');
  for (const [outer, ...holes] of polygons.coordinates) {
    expect(signedArea(outer)).toBeGreaterThan(0);
    for (const hole of holes) expect(signedArea(hole)).toBeLessThan(0);
  }
}

test('the polygons of any zone are valid, and each ring turns the right way', () => {
  fc.assert(
    fc.property(anyZone, fc.boolean(), (zone, isCut) => {
      const { afghan, pakistan } = (isCut ? cutting : engine).footprint(zone);
      expect(stretchesOf(zone, border.lengthKm).length).toBeGreaterThan(0);
      expectValid(afghan);
      expectValid(pakistan);
    }),
    { numRuns: runs(8), seed: 7, endOnFailure: true }
  );
});

test('narrow zones are valid too, where offset edges nearly meet', () => {
  for (const afghanKm of [0.1, 0.144]) {
    const { afghan, pakistan } = engine.footprint({ afghanKm, pakistanKm: 0.1 });
    expectValid(afghan);
    expectValid(pakistan);
  }
});

test('polygons that are drawn coarser, as while a slider moves, do not cross themselves either', () => {
  const tolerance = fc.constantFrom(0.02, 0.1, 0.5, 2);
  fc.assert(
    fc.property(fc.record(widths), tolerance, fc.boolean(), (zone, toleranceKm, isCut) => {
      const { afghan, pakistan } = (isCut ? cutting : engine).footprint(zone, { toleranceKm });
      expectValid(afghan);
      expectValid(pakistan);
    }),
    { numRuns: runs(8), seed: 7, endOnFailure: true }
  );
});

import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { runs } from '../../../tests/fixtures/runs';
import { arbitraryZone, share } from '../../../tests/fixtures/zones/arbitrary';
import { readCountries } from '../../../tests/fixtures/zones/countries';
import { readProvinces } from '../../../tests/fixtures/zones/provinces';
import { createBorder } from '../border/border';
import { areaKm2 } from '../geodesy/area';
import { differencePolygons } from './difference';
import { createZoneEngine } from './engine';
import type { Footprint } from './footprint';
import { createZoneMembership } from './membership';
import { overlapOf } from './overlap';
import { requireZone, type Zone } from './zone';

const line = readLine();
const border = createBorder(line);
const countries = readCountries(line);
const provinces = readProvinces(line);
const engine = createZoneEngine(border, countries, provinces);
const zones = arbitraryZone(border, provinces);
const overlap = (a: Zone, b: Zone) => overlapOf(a, b, border.lengthKm);
const membership = (zone: Zone) => createZoneMembership(border, zone, countries, provinces);
const unhurried = { timeout: 120_000 };

describe('the overlap of two zones', unhurried, () => {
  test('holds a position exactly if both do', () => {
    let both = 0;
    const places = fc.array(fc.tuple(share, share), { minLength: 100, maxLength: 100 });
    fc.assert(
      fc.property(zones.any, zones.any, places, (a, b, places) => {
        const common = overlap(a, b);
        if (common) requireZone(common, border.lengthKm);
        const [inA, inB] = [membership(a).contains, membership(b).contains];
        const inBoth = common ? membership(common).contains : () => false;
        for (const [along, across] of places) {
          const position = border.positionAt(along * border.lengthKm, 120 * (across - 0.5));
          const expected = inA(position) && inB(position);
          if (expected) both++;
          expect(inBoth(position)).toBe(expected);
        }
      }),
      { numRuns: runs(150), seed: 9 }
    );
    expect(both).toBeGreaterThan(50);
  });

  test('is the same either way round, and a zone overlaps itself wholly', () => {
    fc.assert(
      fc.property(zones.even, zones.even, (a, b) => {
        const area = (zone: Zone | null) => (zone ? engine.footprint(zone).areaKm2 : 0);
        const commonKm2 = area(overlap(a, b));
        expect(area(overlap(b, a))).toBeCloseTo(commonKm2, 6);
        expect(commonKm2).toBeLessThanOrEqual(Math.min(area(a), area(b)) * (1 + 1e-5) + 1e-6);
        expect(area(overlap(a, a))).toBeCloseTo(area(a), 6);
      }),
      { numRuns: runs(5), seed: 10 }
    );
  });

  test('is none where the zones have no stretch, side or province in common', () => {
    const a: Zone = { afghanKm: 10, pakistanKm: 10, stretches: [{ fromKm: 0, toKm: 100 }] };
    expect(overlap(a, { ...a, stretches: [{ fromKm: 100, toKm: 200 }] })).toBeNull();
    expect(overlap({ ...a, pakistanKm: 0 }, { ...a, afghanKm: 0 })).toBeNull();
    expect(overlap({ ...a, provinces: ['AF-NIM'] }, { ...a, provinces: ['AF-HEL'] })).toBeNull();
    const tapered = [
      { chainageKm: 0, afghanKm: 0, pakistanKm: 0 },
      { chainageKm: 100, afghanKm: 0, pakistanKm: 0 },
      { chainageKm: 200, afghanKm: 50, pakistanKm: 50 }
    ];
    expect(overlap(a, { afghanKm: 0, pakistanKm: 0, profile: tapered })).toBeNull();
  });

  test('has a point in its profile where one width falls below the other', () => {
    const rising = [
      { chainageKm: 0, afghanKm: 0, pakistanKm: 8 },
      { chainageKm: 100, afghanKm: 20, pakistanKm: 8 }
    ];
    const a: Zone = { afghanKm: 0, pakistanKm: 0, profile: rising };
    expect(overlap(a, { afghanKm: 5, pakistanKm: 10 })?.profile).toEqual([
      { chainageKm: 0, afghanKm: 0, pakistanKm: 8 },
      { chainageKm: 25, afghanKm: 5, pakistanKm: 8 },
      { chainageKm: 100, afghanKm: 5, pakistanKm: 8 }
    ]);
  });
});

/** The area of what is drawn: a coarse outline's own, where the figures are the exact one's. */
const drawnKm2 = ({ afghan, pakistan }: Footprint) => areaKm2(afghan) + areaKm2(pakistan);

/** Sketches of the same edge that begin elsewhere along it may differ by this, in km². */
const SKETCH_KM2 = 16;

test('what only one zone covers is drawn where it is, and as large as it is', unhurried, () => {
  const counts = { only: 0, not: 0 };
  const places = fc.array(fc.tuple(share, share), { minLength: 200, maxLength: 200 });
  fc.assert(
    fc.property(zones.even, zones.even, places, (a, b, places) => {
      const coarse = (zone: Zone) => engine.footprint(zone, { toleranceKm: 0.5 });
      const [ofA, ofB] = [coarse(a), coarse(b)];
      const only = differencePolygons(ofA, ofB);
      const common = overlap(a, b);
      const onlyKm2 = drawnKm2(ofA) - (common ? drawnKm2(coarse(common)) : 0);
      expect(Math.abs(areaKm2(only) - onlyKm2)).toBeLessThan(0.001 * ofA.areaKm2 + SKETCH_KM2);
      const [inA, inB] = [membership(a), membership(b)];
      for (const [along, across] of places) {
        const position = border.positionAt(along * border.lengthKm, 60 * (across - 0.5));
        const [byA, byB] = [inA.certainty(position, 1), inB.certainty(position, 1)];
        if (byA === 'uncertain' || byB === 'uncertain') continue;
        const isOnly = byA === 'inside' && byB === 'outside';
        counts[isOnly ? 'only' : 'not']++;
        expect(booleanPointInPolygon(position, only)).toBe(isOnly);
      }
    }),
    { numRuns: runs(8), seed: 11 }
  );
  expect(counts.only).toBeGreaterThan(10);
  expect(counts.not).toBeGreaterThan(100);
});

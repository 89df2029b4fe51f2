import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { runs } from '../../../tests/fixtures/runs';
import { arbitraryZone, share } from '../../../tests/fixtures/zones/arbitrary';
import { readCountries } from '../../../tests/fixtures/zones/countries';
import { readProvinces } from '../../../tests/fixtures/zones/provinces';
import { createBorder } from '../border/border';
import { destination } from '../geodesy/geodesic';
import { createZoneEngine } from './engine';
import { insideOf, peopleIn } from './inside';
import { createZoneMembership } from './membership';
import type { Zone } from './zone';

const line = readLine();
const border = createBorder(line);
const countries = readCountries(line);
const provinces = readProvinces(line);
const zones = arbitraryZone(border, provinces);
const membershipOf = (zone: Zone) => createZoneMembership(border, zone, countries, provinces);
const unhurried = { timeout: 120_000 };

const places = fc.array(fc.tuple(share, share), { minLength: 30, maxLength: 30 });
/** Positions around a zone's first stretch, or around its circles. */
function positionIn(zone: Zone, [along, across]: [number, number], k: number) {
  const circle = zone.keepOut?.[k];
  if (circle) return destination(circle.at, 360 * along, circle.radiusKm * (0.7 + 0.6 * across));
  const { fromKm, toKm } = zone.stretches?.[0] ?? { fromKm: 0, toKm: border.lengthKm };
  const km = fromKm + (1.2 * along - 0.1) * (toKm - fromKm);
  const offsetKm = 1.2 * (zone.afghanKm - across * (zone.afghanKm + zone.pakistanKm));
  return border.positionAt(Math.min(border.lengthKm, Math.max(0, km)), offsetKm);
}

describe('what a zone holds', unhurried, () => {
  test('is what its footprint shows, wherever that is surely told', () => {
    const engine = createZoneEngine(border, countries, provinces);
    const counts = { inside: 0, outside: 0, uncertain: 0 };
    fc.assert(
      fc.property(zones.even, places, (zone, places) => {
        const { afghan, pakistan, toleranceKm } = engine.footprint(zone);
        const membership = membershipOf(zone);
        places.forEach((place, k) => {
          const position = positionIn(zone, place, k);
          const certainty = membership.certainty(position, toleranceKm + 0.01);
          counts[certainty]++;
          if (certainty === 'uncertain') return;
          const isShown = [afghan, pakistan].some((side) => booleanPointInPolygon(position, side));
          expect(isShown ? 'inside' : 'outside').toBe(certainty);
        });
      }),
      { numRuns: runs(8), seed: 7 }
    );
    expect(counts.inside).toBeGreaterThan(25);
    expect(counts.outside).toBeGreaterThan(25);
    expect(counts.uncertain).toBeLessThan(50);
  });

  test('is sure of an uncertain position only if it holds all, or none, of what is so near', () => {
    const counts = { inside: 0, outside: 0, uncertain: 0 };
    fc.assert(
      fc.property(zones.any, places, share, (zone, places, size) => {
        const membership = membershipOf(zone);
        const uncertaintyKm = 0.1 + 8 * size;
        places.forEach((place, k) => {
          const position = positionIn(zone, place, k);
          const certainty = membership.certainty(position, uncertaintyKm);
          counts[certainty]++;
          if (certainty === 'uncertain') return;
          for (let n = 0; n < 24; n++) {
            const awayKm = (uncertaintyKm - 0.01) * (n % 3 === 0 ? 1 : 0.6);
            const near = destination(position, 15 * n, awayKm);
            expect(membership.contains(near)).toBe(certainty === 'inside');
          }
        });
      }),
      { numRuns: runs(20), seed: 8 }
    );
    expect(counts.inside).toBeGreaterThan(15);
    expect(counts.outside).toBeGreaterThan(25);
    expect(counts.uncertain).toBeGreaterThan(15);
  });

  test('includes crossings on the line, on whichever side the zone lies', () => {
    const points = [100, 1500, 2600].map((km) => ({
      id: `km ${km}`,
      position: border.positionAt(km),
      uncertaintyKm: 0
    }));
    const ids = (zone: Zone) => insideOf(membershipOf(zone), points).inside.map(({ id }) => id);
    const stretches = [{ fromKm: 1000, toKm: 2000 }];
    expect(ids({ afghanKm: 5, pakistanKm: 5 })).toEqual(['km 100', 'km 1500', 'km 2600']);
    expect(ids({ afghanKm: 0, pakistanKm: 5, stretches })).toEqual(['km 1500']);
    expect(ids({ afghanKm: 5, pakistanKm: 0, provinces: ['AF-KAN'] })).toEqual([]);
    expect(ids({ afghanKm: 5, pakistanKm: 0, provinces: ['AF-NIM'] })).toEqual(['km 100']);
  });

  test('may hold what is known to some km only', () => {
    const at = (offsetKm: number, uncertaintyKm: number) => ({
      id: `${offsetKm} ± ${uncertaintyKm}`,
      position: border.positionAt(100, offsetKm),
      uncertaintyKm
    });
    const points = [at(4, 1), at(9.5, 1), at(10.5, 1), at(15, 1), at(0, 8), at(0, 12)];
    const found = insideOf(membershipOf({ afghanKm: 10, pakistanKm: 10 }), points);
    expect(found.inside.map(({ id }) => id)).toEqual(['4 ± 1', '0 ± 8']);
    expect(found.uncertain.map(({ id }) => id)).toEqual(['9.5 ± 1', '10.5 ± 1', '0 ± 12']);
  });
});

test('people are counted at least: settlements without a figure add none', () => {
  const populations = [3334, null, 120_000].map((population) => ({ population }));
  expect(peopleIn(populations)).toEqual({ settlements: 3, withPopulation: 2, atLeast: 123_334 });
});

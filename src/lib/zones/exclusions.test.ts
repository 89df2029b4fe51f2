import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryZone, share } from '../../../tests/fixtures/zones/arbitrary';
import { readLine } from '../../../tests/fixtures/line';
import { runs } from '../../../tests/fixtures/runs';
import { readCountries } from '../../../tests/fixtures/zones/countries';
import { validityChecker } from '../../../tests/fixtures/zones/geos';
import { readProvinces } from '../../../tests/fixtures/zones/provinces';
import { createBorder } from '../border/border';
import { areaKm2 } from '../geodesy/area';
import { geodesicCircle } from '../geodesy/circle';
import { destination, distanceKm } from '../geodesy/geodesic';
import type { LonLat } from '../geodesy/position';
import { createZoneEngine } from './engine';
import type { Footprint } from './footprint';
import type { Zone } from './zone';

const line = readLine();
const border = createBorder(line);
const countries = readCountries(line);
const provinces = readProvinces(line);
const engine = createZoneEngine(border, countries, provinces);
const whyInvalid = await validityChecker();

const { even: zone } = arbitraryZone(border, provinces);
const some = { numRuns: runs(10), seed: 5, endOnFailure: true };
const unhurried = { timeout: 120_000 };

function expectSound({ afghan, pakistan }: Footprint): void {
  expect(whyInvalid(afghan)).toBe('Valid Geometry');
  expect(whyInvalid(pakistan)).toBe('Valid Geometry');
  for (const ring of [...afghan.coordinates, ...pakistan.coordinates].flat()) {
    const repeated = ring.findIndex(
      ([lon, lat], i) => lon === ring[i - 1]?.[0] && lat === ring[i - 1][1]
    );
    expect(repeated).toBe(-1);
  }
}

/** What the definition says of a position; undefined too near to an edge for the outline to tell. */
function sideByDefinition(zone: Zone, position: LonLat): 'afghan' | 'pakistan' | null | undefined {
  const { chainageKm, offsetKm, side, atEnd } = border.station(position);
  if (Math.abs(offsetKm) < 0.002 || side === 'line') return undefined;
  const widthKm = side === 'afghan' ? zone.afghanKm : zone.pakistanKm;
  if (Math.abs(Math.abs(offsetKm) - widthKm) < Math.max(0.002, 0.0006 * widthKm)) return undefined;
  const stretches = zone.stretches ?? [{ fromKm: 0, toKm: border.lengthKm }];
  const limits = stretches.flatMap(({ fromKm, toKm }) => [fromKm, toKm]);
  if (limits.some((km) => Math.abs(km - chainageKm) < 0.02)) return undefined;
  if (Math.abs(offsetKm) > widthKm) return null;
  if (!stretches.some(({ fromKm, toKm }) => chainageKm >= fromKm && chainageKm <= toKm))
    return null;
  if (atEnd !== null && zone.caps !== 'round') return null;
  for (const { at, radiusKm } of zone.keepOut ?? []) {
    const apartKm = distanceKm(position, at) - radiusKm;
    if (Math.abs(apartKm) < Math.max(0.001, 0.0001 * radiusKm)) return undefined;
    if (apartKm < 0) return null;
  }
  if (isNearTerritoryEdge(position)) return undefined;
  const home = side === 'afghan' ? 'AF' : 'PK';
  if (zone.provinces?.length) {
    const holding = provinces.find(({ geometry }) => booleanPointInPolygon(position, geometry));
    const isNamed = holding?.country === home && zone.provinces.includes(holding.id);
    return isNamed ? side : null;
  }
  const country = side === 'afghan' ? countries.afghanistan : countries.pakistan;
  if (zone.caps !== 'round' && !booleanPointInPolygon(position, country)) return null;
  return side;
}

/** Whether a province or country ends within 2 m of a position. */
function isNearTerritoryEdge(position: LonLat): boolean {
  const idAt = (at: LonLat) =>
    provinces.find(({ geometry }) => booleanPointInPolygon(at, geometry))?.id;
  const here = idAt(position);
  return [0, 90, 180, 270].some((bearing) => idAt(destination(position, bearing, 0.002)) !== here);
}

function sideHolding({ afghan, pakistan }: Footprint, position: LonLat) {
  if (booleanPointInPolygon(position, afghan)) return 'afghan';
  return booleanPointInPolygon(position, pakistan) ? 'pakistan' : null;
}

describe('a zone with exclusions is what its definition says', unhurried, () => {
  test('for positions around it, its circles and its provinces', () => {
    let [inside, outside] = [0, 0];
    fc.assert(
      fc.property(
        zone,
        fc.array(fc.tuple(share, share), { minLength: 40, maxLength: 40 }),
        (zone, places) => {
          const footprint = engine.footprint(zone);
          expectSound(footprint);
          const { fromKm, toKm } = zone.stretches?.[0] ?? { fromKm: 0, toKm: border.lengthKm };
          places.forEach(([along, across], k) => {
            const circle = zone.keepOut?.[k];
            const km = Math.min(
              border.lengthKm,
              Math.max(0, fromKm + (1.2 * along - 0.1) * (toKm - fromKm))
            );
            const offsetKm = 1.2 * (zone.afghanKm - across * (zone.afghanKm + zone.pakistanKm));
            const position = circle
              ? destination(circle.at, 360 * along, circle.radiusKm * (0.9 + 0.2 * across))
              : border.positionAt(km, offsetKm);
            const expected = sideByDefinition(zone, position);
            if (expected === undefined) return;
            if (expected) inside++;
            else outside++;
            expect(sideHolding(footprint, position)).toBe(expected);
          });
        }
      ),
      some
    );
    expect(inside).toBeGreaterThan(40);
    expect(outside).toBeGreaterThan(40);
  });
});

describe('the areas of a zone with exclusions add up', unhurried, () => {
  const both = { afghanKm: 30, pakistanKm: 30 };

  test('provinces: their rows, the zones limited to them, and the whole', () => {
    fc.assert(
      fc.property(zone, (zone) => {
        const footprint = engine.footprint(zone);
        const rows = engine.areasByProvince(zone);
        for (const side of ['afghan', 'pakistan'] as const) {
          const ofSide = rows.filter((row) => row.side === side);
          const sumKm2 = ofSide.reduce((sum, { areaKm2 }) => sum + areaKm2, 0);
          const areaKm2 = footprint[side === 'afghan' ? 'areaAfghanKm2' : 'areaPakistanKm2'];
          expect(Math.abs(sumKm2 - areaKm2)).toBeLessThanOrEqual(1e-5 * areaKm2);
          if (zone.caps !== 'round') expect(ofSide.map(({ id }) => id)).not.toContain(null);
        }
        const [first] = rows;
        if (!first?.id) return;
        const limited = engine.footprint({ ...zone, provinces: [first.id] });
        expect(limited.areaKm2 / first.areaKm2).toBeCloseTo(1, 6);
      }),
      { ...some, numRuns: runs(6) }
    );
  });

  test('round ends: what lies in a third country is in no province, and told', () => {
    const rows = engine.areasByProvince({ ...both, caps: 'round' });
    const beyond = rows.filter(({ id }) => id === null);
    expect(beyond.map(({ side }) => side)).toEqual(['afghan', 'pakistan']);
  });

  test('a circle within the zone takes away its own area, across the line or beside it', () => {
    const whole = engine.footprint(both);
    fc.assert(
      fc.property(share, fc.boolean(), share, (along, isOnLine, size) => {
        // Where the Wakhan corridor begins, at some 2,300 km, circles would reach Tajikistan.
        const at = border.positionAt((0.1 + 0.7 * along) * border.lengthKm, isOnLine ? 0 : 15);
        const radiusKm = isOnLine ? 0.1 + 25 * size : 0.1 + 10 * size;
        fc.pre(Math.abs(border.station(at).offsetKm) + radiusKm < 29.9);
        const footprint = engine.footprint({ ...both, keepOut: [{ at, radiusKm }] });
        expectSound(footprint);
        const takenKm2 = whole.areaKm2 - footprint.areaKm2;
        const circleKm2 = areaKm2(geodesicCircle(at, radiusKm, 1000));
        expect(Math.abs(takenKm2 - circleKm2)).toBeLessThan(1e-4 * circleKm2 + 1e-5);
      }),
      some
    );
  });

  test('a circle on the line takes away the length of the line that it holds', () => {
    const circle = { at: border.positionAt(1200), radiusKm: 5 };
    const { lengthKm } = engine.footprint({ ...both, keepOut: [circle] });
    const stepKm = 0.005;
    let heldKm = 0;
    for (let km = 1100; km < 1300; km += stepKm) {
      if (distanceKm(border.positionAt(km), circle.at) < circle.radiusKm) heldKm += stepKm;
    }
    expect(border.lengthKm - lengthKm).toBeCloseTo(heldKm, 1);
  });

  test('circles that hold the whole zone leave nothing', () => {
    const keepOut = [{ at: border.positionAt(1010), radiusKm: 100 }];
    const stretches = [{ fromKm: 1000, toKm: 1020 }];
    const nothing = engine.footprint({ afghanKm: 5, pakistanKm: 5, stretches, keepOut });
    expect(nothing).toMatchObject({ areaKm2: 0, lengthKm: 0 });
    expect([...nothing.afghan.coordinates, ...nothing.pakistan.coordinates]).toEqual([]);
  });

  test('the same circle twice is the same as once, and one far away is none', () => {
    const circle = { at: border.positionAt(1200), radiusKm: 5 };
    const far = { at: destination(circle.at, 0, 3000), radiusKm: 50 };
    const once = engine.footprint({ ...both, keepOut: [circle] });
    expect(engine.footprint({ ...both, keepOut: [circle, { ...circle }, far] })).toEqual(once);
  });
});

test('a coarse footprint, as while a slider moves, has the exact figures and nearly the same ground', () => {
  const zone = {
    afghanKm: 20,
    pakistanKm: 10,
    keepOut: [{ at: border.positionAt(1200), radiusKm: 12 }],
    provinces: ['AF-NAN', 'AF-PKA', 'AF-KHO', 'PK-TA']
  };
  const [exact, coarse] = [engine.footprint(zone), engine.footprint(zone, { toleranceKm: 1 })];
  expect(coarse.areaKm2).toBe(exact.areaKm2);
  expect(coarse.lengthKm).toBe(exact.lengthKm);
  const vertices = ({ afghan }: Footprint) => afghan.coordinates.flat(2).length;
  expect(vertices(coarse)).toBeLessThan(vertices(exact) / 5);
  for (const side of ['afghan', 'pakistan'] as const) {
    expect(areaKm2(coarse[side]) / areaKm2(exact[side])).toBeCloseTo(1, 1);
  }
});

test('a province that is not known is refused by name', () => {
  expect(() => engine.footprint({ afghanKm: 5, pakistanKm: 5, provinces: ['AF-XXX'] })).toThrow(
    'No province has the id “AF-XXX”'
  );
});

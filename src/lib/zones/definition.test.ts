import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { runs } from '../../../tests/fixtures/runs';
import { validityChecker } from '../../../tests/fixtures/zones/geos';
import { createBorder } from '../border/border';
import { destination } from '../geodesy/geodesic';
import type { LonLat } from '../geodesy/position';
import { createZoneEngine, outlineErrorKm } from './engine';
import type { Footprint } from './footprint';
import type { Stretch, WidthsAt, Zone } from './zone';

const border = createBorder(readLine());
const engine = createZoneEngine(border);
const whyInvalid = await validityChecker();

const share = fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 1_000_000);
const width = share.map((s) => 100 ** s);
const chainage = share.map((s) => s * border.lengthKm);
const stretch = fc
  .tuple(chainage, chainage)
  .filter(([a, b]) => Math.abs(a - b) > 1)
  .map(([a, b]) => ({ fromKm: Math.min(a, b), toKm: Math.max(a, b) }));
const some = { numRuns: runs(6), seed: 3, endOnFailure: true };

/** Whether a footprint holds a position, and which side of it. */
function sideHolding({ afghan, pakistan }: Footprint, position: LonLat) {
  if (booleanPointInPolygon(position, afghan)) return 'afghan';
  return booleanPointInPolygon(position, pakistan) ? 'pakistan' : null;
}

/** What the definition says; undefined within the outline's tolerance of an edge. */
function sideByStation(zone: Zone, position: LonLat, slackKm = 0) {
  const { chainageKm, offsetKm, side, atEnd } = border.station(position);
  const widthKm = side === 'afghan' ? zone.afghanKm : zone.pakistanKm;
  const toEdgeKm = Math.abs(Math.abs(offsetKm) - widthKm);
  const stretches = zone.stretches ?? [{ fromKm: 0, toKm: border.lengthKm }];
  const limitsKm = stretches.flatMap(({ fromKm, toKm }) => [fromKm, toKm]);
  if (toEdgeKm < outlineErrorKm(widthKm) + slackKm || Math.abs(offsetKm) < 0.002) return undefined;
  if (limitsKm.some((km) => Math.abs(km - chainageKm) < 0.02)) return undefined;
  const isInStretch = stretches.some(
    ({ fromKm, toKm }) => chainageKm >= fromKm && chainageKm <= toKm
  );
  return isInStretch && atEnd === null && Math.abs(offsetKm) < widthKm ? side : null;
}

// A zone below 4 km needs some 50 ms, so a hundred of them take longer than most tests.
const unhurried = { timeout: 60_000 };

/** The widths of a profile at a chainage, by its definition. */
function widthsAt(profile: readonly WidthsAt[], chainageKm: number) {
  const last = profile[profile.length - 1];
  const k = profile.findIndex((point) => point.chainageKm > chainageKm);
  if (k <= 0) return k === 0 ? profile[0] : last;
  const [a, b] = [profile[k - 1], profile[k]];
  const share = (chainageKm - a.chainageKm) / (b.chainageKm - a.chainageKm);
  return {
    afghanKm: a.afghanKm + share * (b.afghanKm - a.afghanKm),
    pakistanKm: a.pakistanKm + share * (b.pakistanKm - a.pakistanKm)
  };
}

describe('a zone is what its stations say', unhurried, () => {
  test('a position is inside exactly if its station says so, and on the side it lies on', () => {
    let inside = 0;
    fc.assert(
      fc.property(
        fc.record({
          afghanKm: width,
          pakistanKm: width,
          stretches: fc.array(stretch, { minLength: 1, maxLength: 3 })
        }),
        fc.array(fc.tuple(share, share), { minLength: 60, maxLength: 60 }),
        (zone, places) => {
          const footprint = engine.footprint(zone);
          expect(whyInvalid(footprint.afghan)).toBe('Valid Geometry');
          expect(whyInvalid(footprint.pakistan)).toBe('Valid Geometry');
          for (const [along, across] of places) {
            const { fromKm, toKm } = zone.stretches[0];
            const km = fromKm + (1.2 * along - 0.1) * (toKm - fromKm);
            if (km < 0 || km > border.lengthKm) continue;
            const offsetKm = 1.3 * (zone.afghanKm - across * (zone.afghanKm + zone.pakistanKm));
            const position = border.positionAt(km, offsetKm);
            const expected = sideByStation(zone, position);
            if (expected === undefined) continue;
            if (expected) inside++;
            expect(sideHolding(footprint, position)).toBe(expected);
          }
        }
      ),
      some
    );
    expect(inside).toBeGreaterThan(80);
  });

  test('a width that varies along the line is read at the chainage of the foot', () => {
    let inside = 0;
    const point = fc.record({ chainageKm: chainage, afghanKm: width, pakistanKm: width });
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 2, maxLength: 6 }),
        fc.array(fc.tuple(share, share), { minLength: 60, maxLength: 60 }),
        (points, places) => {
          const profile = points.sort((a, b) => a.chainageKm - b.chainageKm);
          const footprint = engine.footprint({ afghanKm: 0, pakistanKm: 0, profile });
          expect(whyInvalid(footprint.afghan)).toBe('Valid Geometry');
          expect(whyInvalid(footprint.pakistan)).toBe('Valid Geometry');
          for (const [along, across] of places) {
            const position = border.positionAt(along * border.lengthKm, 120 * (across - 0.5));
            const { chainageKm } = border.station(position);
            const here = widthsAt(profile, chainageKm);
            const [before, after] = [-0.2, 0.2].map((km) => widthsAt(profile, chainageKm + km));
            // Where the width jumps, the definition has a step that the outline draws as a slope.
            if (Math.abs(before.afghanKm - after.afghanKm) > 0.2) continue;
            if (Math.abs(before.pakistanKm - after.pakistanKm) > 0.2) continue;
            const slack = Math.max(
              Math.abs(before.afghanKm - after.afghanKm),
              Math.abs(before.pakistanKm - after.pakistanKm)
            );
            const expected = sideByStation(here, position, slack);
            if (expected === undefined) continue;
            if (expected) inside++;
            expect(sideHolding(footprint, position)).toBe(expected);
          }
        }
      ),
      some
    );
    expect(inside).toBeGreaterThan(50);
  });

  test('a width that changes steeply is kept to behind a bend, where sites lie close together', () => {
    const profile = [
      { chainageKm: 1117.74, afghanKm: 1, pakistanKm: 100 },
      { chainageKm: 1474.07, afghanKm: 1, pakistanKm: 1 }
    ];
    const footprint = engine.footprint({ afghanKm: 0, pakistanKm: 0, profile });
    for (const km of [1268.25, 1344.47, 1347.8]) {
      const position = border.positionAt(km, -60);
      const { chainageKm, offsetKm } = border.station(position);
      expect(chainageKm).toBeCloseTo(1297.516, 3);
      expect(-offsetKm).toBeLessThan(widthsAt(profile, chainageKm).pakistanKm);
      expect(sideHolding(footprint, position)).toBe('pakistan');
    }
  });

  test('with round ends a zone keeps what is nearest to the very ends of the line', () => {
    let inside = 0;
    fc.assert(
      fc.property(
        width,
        fc.array(fc.tuple(fc.boolean(), share, share), { minLength: 60, maxLength: 60 }),
        (km, places) => {
          const footprint = engine.footprint({ afghanKm: km, pakistanKm: km, caps: 'round' });
          expect(whyInvalid(footprint.afghan)).toBe('Valid Geometry');
          expect(whyInvalid(footprint.pakistan)).toBe('Valid Geometry');
          for (const [atStart, turn, out] of places) {
            const end = border.positionAt(atStart ? 0 : border.lengthKm);
            const position = destination(end, 360 * turn, 1.3 * km * out);
            const { offsetKm, side } = border.station(position);
            const toEdgeKm = Math.abs(Math.abs(offsetKm) - km);
            if (toEdgeKm < outlineErrorKm(km) || Math.abs(offsetKm) < 0.002) continue;
            const isInside = Math.abs(offsetKm) < km;
            if (isInside) inside++;
            expect(sideHolding(footprint, position)).toBe(isInside ? side : null);
          }
        }
      ),
      some
    );
    expect(inside).toBeGreaterThan(100);
  });

  test('both one-sided zones together are the two-sided zone', () => {
    fc.assert(
      fc.property(width, width, (afghanKm, pakistanKm) => {
        const both = engine.footprint({ afghanKm, pakistanKm });
        const one = engine.footprint({ afghanKm, pakistanKm: 0 });
        const other = engine.footprint({ afghanKm: 0, pakistanKm });
        expect(one.afghan).toEqual(both.afghan);
        expect(one.pakistan.coordinates).toEqual([]);
        expect(other.pakistan).toEqual(both.pakistan);
        expect(other.afghan.coordinates).toEqual([]);
        expect(one.areaKm2 + other.areaKm2).toBe(both.areaKm2);
      }),
      { ...some, numRuns: runs(3) }
    );
  });
});

describe('zones of one another', unhurried, () => {
  /** Positions just within a zone's outer edge on the Afghan side. */
  function innerEdge(zone: Zone, { fromKm, toKm }: Stretch): LonLat[] {
    return Array.from({ length: 40 }, (_, k) =>
      border.positionAt(fromKm + ((k + 0.5) / 40) * (toKm - fromKm), 0.998 * zone.afghanKm)
    ).filter((position) => sideByStation(zone, position) === 'afghan');
  }

  test('a wider zone contains a narrower one', () => {
    let checked = 0;
    fc.assert(
      fc.property(width, width, (a, b) => {
        const [narrow, wide] = [Math.min(a, b), Math.max(a, b)];
        const zone = { afghanKm: narrow, pakistanKm: 0 };
        const narrower = engine.footprint(zone);
        const wider = engine.footprint({ afghanKm: wide, pakistanKm: 0 });
        for (const position of innerEdge(zone, { fromKm: 0, toKm: border.lengthKm })) {
          checked++;
          expect(sideHolding(narrower, position)).toBe('afghan');
          expect(sideHolding(wider, position)).toBe('afghan');
        }
      }),
      some
    );
    expect(checked).toBeGreaterThan(50);
  });

  test("a stretch's zone lies within the whole line's", () => {
    let checked = 0;
    fc.assert(
      fc.property(width, stretch, (afghanKm, part) => {
        const zone = { afghanKm, pakistanKm: 0, stretches: [part] };
        const whole = engine.footprint({ afghanKm, pakistanKm: 0 });
        const footprint = engine.footprint(zone);
        expect(footprint.lengthKm).toBeCloseTo(part.toKm - part.fromKm, 9);
        for (const position of innerEdge(zone, part)) {
          checked++;
          expect(sideHolding(footprint, position)).toBe('afghan');
          expect(sideHolding(whole, position)).toBe('afghan');
        }
      }),
      some
    );
    expect(checked).toBeGreaterThan(50);
  });

  test('adjoining stretches tile the whole line, without gap or overlap', () => {
    fc.assert(
      fc.property(width, fc.array(chainage, { minLength: 1, maxLength: 4 }), (km, limits) => {
        const cuts = [0, ...limits.filter((at) => at > 1).sort((a, b) => a - b), border.lengthKm];
        const parts = cuts
          .slice(1)
          .flatMap((toKm, i) => (toKm - cuts[i] > 0.01 ? [{ fromKm: cuts[i], toKm }] : []));
        const area = (stretches: typeof parts) =>
          engine.footprint({ afghanKm: km, pakistanKm: km, stretches }).areaKm2;
        const sum = parts.reduce((total, part) => total + area([part]), 0);
        expect(sum / engine.footprint({ afghanKm: km, pakistanKm: km }).areaKm2).toBeCloseTo(1, 5);
        expect(area(parts) / sum).toBeCloseTo(1, 5);
      }),
      some
    );
  });

  test('where two stretches adjoin, every position beside their limit is in just one of them', () => {
    let beside = 0;
    const near = fc.tuple(share, share);
    fc.assert(
      fc.property(
        width,
        chainage.filter((km) => km > 10 && km < border.lengthKm - 10),
        fc.array(near, { minLength: 60, maxLength: 60 }),
        (km, limitKm, places) => {
          const part = (fromKm: number, toKm: number) =>
            engine.footprint({ afghanKm: km, pakistanKm: km, stretches: [{ fromKm, toKm }] });
          const [first, second] = [part(limitKm - 10, limitKm), part(limitKm, limitKm + 10)];
          for (const [along, across] of places) {
            const offsetKm = 0.99 * km * (2 * across - 1);
            const position = border.positionAt(limitKm + 0.4 * (along - 0.5), offsetKm);
            const station = border.station(position);
            const toLimitKm = Math.abs(station.chainageKm - limitKm);
            // On the line, on the limit and far from it there is nothing, or more, to tell.
            if (Math.abs(station.offsetKm) < 0.002 || toLimitKm < 1e-4 || toLimitKm > 5) continue;
            beside++;
            const holding = [first, second].filter((it) => sideHolding(it, position) !== null);
            expect(holding).toHaveLength(1);
          }
        }
      ),
      some
    );
    expect(beside).toBeGreaterThan(200);
  });
});

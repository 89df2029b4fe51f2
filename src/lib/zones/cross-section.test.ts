import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import type { MultiPolygon, Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { runs } from '../../../tests/fixtures/runs';
import { createBorder } from '../border/border';
import { destination, distanceKm } from '../geodesy/geodesic';
import type { LonLat } from '../geodesy/position';
import { crossSection, indexPolygons, widthsAcross } from './cross-section';
import { createZoneEngine, outlineErrorKm } from './engine';

const border = createBorder(readLine());
const engine = createZoneEngine(border);

const METRE = 1e-3;
const share = fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 1_000_000);
const chainage = share.map((s) => s * border.lengthKm);

/** A line along the equator, 111 km to the degree, with Afghanistan to its north. */
const equator = createBorder([
  [60, 0],
  [62, 0]
]);
const atMiddle = equator.lengthKm / 2;
const box = (west: number, south: number, east: number, north: number): LonLat[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south]
];
const polygon = (...rings: LonLat[][]): Polygon => ({ type: 'Polygon', coordinates: rings });
const section = (geometry: Polygon | MultiPolygon, options = {}) =>
  crossSection(equator, indexPolygons(geometry), atMiddle, options);
const northKm = (lat: number) => distanceKm([61, 0], [61, lat]);

describe('the width of a polygon at a chainage', () => {
  test('is measured from the line to the edge on each side, and both together', () => {
    const { afghan, pakistan, totalKm, foot } = section(polygon(box(60.5, -0.2, 61.5, 0.1)));
    expect(afghan.widthKm).toBeCloseTo(northKm(0.1), 6);
    expect(pakistan.widthKm).toBeCloseTo(northKm(0.2), 6);
    expect(totalKm).toBe(afghan.widthKm + pakistan.widthKm);
    expect(distanceKm(foot, [61, 0])).toBeLessThan(1e-6);
    expect(distanceKm(afghan.end, [61, 0.1])).toBeLessThan(1e-6);
    expect(distanceKm(pakistan.end, [61, -0.2])).toBeLessThan(1e-6);
  });

  test('ends at a hole, and what lies behind is told as a further interval', () => {
    const { afghan } = section(polygon(box(60, -1, 62, 1), box(60.9, 0.2, 61.1, 0.5)));
    expect(afghan.widthKm).toBeCloseTo(northKm(0.2), 6);
    expect(afghan.intervals).toHaveLength(2);
    expect(afghan.intervals[1].fromKm).toBeCloseTo(northKm(0.5), 6);
    expect(afghan.intervals[1].toKm).toBeCloseTo(northKm(1), 6);
  });

  test('is none where the polygon does not reach the line; its intervals tell where it is', () => {
    const { afghan, pakistan } = section(polygon(box(60, 0.3, 62, 0.4)));
    expect(afghan.widthKm).toBe(0);
    expect(afghan.end).toEqual(crossSection(equator, indexPolygons(polygon()), atMiddle).foot);
    expect(afghan.intervals).toHaveLength(1);
    expect(afghan.intervals[0].fromKm).toBeCloseTo(northKm(0.3), 6);
    expect(pakistan.intervals).toEqual([]);
  });

  test('does not depend on which way round the rings turn, nor on overlaps and shared edges', () => {
    const whole = section(polygon(box(60.5, -0.2, 61.5, 0.1)));
    const turned = section(polygon(box(60.5, -0.2, 61.5, 0.1).reverse()));
    const inParts = section({
      type: 'MultiPolygon',
      coordinates: [
        [box(60.5, 0, 61.5, 0.1)],
        [box(60.5, -0.15, 61.5, 0)],
        [box(60.5, -0.2, 61.5, -0.1)]
      ]
    });
    expect(turned).toEqual(whole);
    expect(inParts.afghan.widthKm).toBeCloseTo(whole.afghan.widthKm, 9);
    expect(inParts.pakistan.widthKm).toBeCloseTo(whole.pakistan.widthKm, 9);
  });

  test('takes an edge within 1 m of the line for the line, or within the gap that is given', () => {
    const beside = (km: number) => polygon(box(60, km / 111, 62, 0.1));
    expect(section(beside(0.0005)).afghan.widthKm).toBeCloseTo(northKm(0.1), 6);
    expect(section(beside(0.5)).afghan.widthKm).toBe(0);
    expect(section(beside(0.5), { gapKm: 0.6 }).afghan.widthKm).toBeCloseTo(northKm(0.1), 6);
  });

  test('counts no farther than the reach', () => {
    const world = polygon(box(50, -20, 70, 20));
    expect(section(world).totalKm).toBe(300);
    expect(section(world, { reachKm: 20 }).totalKm).toBe(40);
  });

  test('at the very end of a polygon that ends square to the line is the width beside it', () => {
    const limit = equator.station([61, 0]).chainageKm;
    for (const geometry of [box(60.5, 0, 61, 0.3), box(61, 0, 61.5, 0.3)]) {
      const { afghan } = crossSection(equator, indexPolygons(polygon(geometry)), limit);
      expect(afghan.widthKm).toBeCloseTo(northKm(0.3), 4);
    }
  });

  test.each([
    [{ reachKm: 0 }, /reaches 0 km/],
    [{ reachKm: 301 }, /up to 300 km/],
    [{ gapKm: -1 }, /gap of -1 km/],
    [{ gapKm: NaN }, /gap of NaN km/]
  ])('is refused for %j', (options, message) => {
    expect(() => section(polygon(box(60, 0, 62, 1)), options)).toThrow(message);
  });

  test('is refused beyond the line', () => {
    const index = indexPolygons(polygon(box(60, 0, 62, 1)));
    expect(() => crossSection(equator, index, 500)).toThrow(RangeError);
  });
});

describe('the ends of a cut', () => {
  /** A ring with corners all around a position, at distances between two. */
  function star(centre: LonLat, leastKm: number, farthestKm: number, shares: number[]): LonLat[] {
    const corners = shares.map((s, k) =>
      destination(centre, (-360 * k) / shares.length, leastKm + s * (farthestKm - leastKm))
    );
    return [...corners, corners[0]];
  }
  const corners = fc.array(share, { minLength: 5, maxLength: 40 });

  test('are where GeographicLib’s geodesic goes in and out, by turf, within 1 m', () => {
    let ends = 0;
    fc.assert(
      fc.property(chainage, chainage, corners, corners, (km, near, outside, hole) => {
        const centre = border.positionAt(Math.abs(km - (near % 60)));
        const geometry = polygon(
          star(centre, 40, 200, outside),
          star(centre, 1, 25, hole).reverse()
        );
        const cut = crossSection(border, indexPolygons(geometry), km);
        for (const [sign, { intervals }] of [
          [1, cut.afghan] as const,
          [-1, cut.pakistan] as const
        ]) {
          const isInside = (offsetKm: number) =>
            booleanPointInPolygon(border.positionAt(km, sign * offsetKm), geometry);
          const isWithin = (offsetKm: number) =>
            intervals.some(({ fromKm, toKm }) => offsetKm > fromKm && offsetKm < toKm);
          const edges = intervals.flatMap(({ fromKm, toKm }) => [fromKm, toKm]);
          for (const edge of edges.filter((at) => at > 0.01 && at < 149.99)) {
            const lone = edges.every((e) => e === edge || Math.abs(e - edge) > 0.01);
            if (!lone) continue;
            ends++;
            expect(isInside(edge - METRE)).not.toBe(isInside(edge + METRE));
          }
          for (let offsetKm = 0.25; offsetKm < 150; offsetKm += 0.5) {
            if (edges.some((edge) => Math.abs(edge - offsetKm) < METRE)) continue;
            expect(isInside(offsetKm)).toBe(isWithin(offsetKm));
          }
        }
      }),
      { numRuns: runs(40), seed: 3 }
    );
    expect(ends).toBeGreaterThan(80);
  });
});

describe('how far a cut is its own', () => {
  test('nearer points have their foot at its chainage, farther ones are nearer to another part', () => {
    fc.assert(
      fc.property(chainage, (km) => {
        const cut = crossSection(border, indexPolygons(polygon()), km);
        for (const [sign, { ownKm }] of [[1, cut.afghan] as const, [-1, cut.pakistan] as const]) {
          const footKm = (offsetKm: number) => {
            const position = border.positionAt(km, sign * offsetKm);
            return distanceKm(position, border.station(position).foot);
          };
          const before = Math.max(0, ownKm - METRE);
          expect(footKm(before)).toBeCloseTo(before, 5);
          if (ownKm < 150) expect(footKm(ownKm + METRE)).toBeLessThan(ownKm + METRE);
        }
      }),
      { numRuns: runs(200) }
    );
  });
});

describe('a zone of constant width', () => {
  const inner = share.map((s) => 150 + s * (border.lengthKm - 300));

  test.each([0.5, 2, 10, 50])(
    'of %d km a side measures just that wherever the cut is its own, and nowhere less',
    (widthKm) => {
      const { afghan, pakistan } = engine.footprint({ afghanKm: widthKm, pakistanKm: widthKm });
      const coordinates = [...afghan.coordinates, ...pakistan.coordinates];
      const index = indexPolygons({ type: 'MultiPolygon', coordinates });
      const errorKm = outlineErrorKm(widthKm) + METRE;
      let [own, told] = [0, 0];
      fc.assert(
        fc.property(inner, (km) => {
          const cut = crossSection(border, index, km);
          expect(widthsAcross(border, index, km)).toEqual({
            afghan: cut.afghan.stationWidth,
            pakistan: cut.pakistan.stationWidth,
            totalKm: cut.totalKm
          });
          for (const side of [cut.afghan, cut.pakistan]) {
            expect(side.widthKm).toBeGreaterThan(widthKm - errorKm);
            if (side.widthKm < 150) {
              const end = border.station(side.end);
              const toVeryEnds = [0, border.lengthKm].map((chainageKm) =>
                distanceKm(side.end, border.positionAt(chainageKm))
              );
              // A cut may go out through a flat end of the zone, too.
              if (Math.min(...toVeryEnds) < Math.abs(end.offsetKm) + METRE) continue;
              expect(Math.abs(end.offsetKm)).toBeGreaterThan(widthKm - errorKm);
            }
            if (side.stationWidth) {
              told++;
              expect(Math.abs(side.stationWidth.km - widthKm)).toBeLessThan(errorKm);
            }
            if (side.ownKm < widthKm + errorKm) continue;
            own++;
            expect(Math.abs(side.widthKm - widthKm)).toBeLessThan(errorKm);
          }
        }),
        { numRuns: runs(300), seed: 3 }
      );
      expect(own).toBeGreaterThan(30);
      expect(told).toBeGreaterThan(400);
    }
  );

  test('on one side only is measured on that side only, as far as the line lets the cut run', () => {
    const { afghan } = engine.footprint({ afghanKm: 10, pakistanKm: 0 });
    const index = indexPolygons(afghan);
    let own = 0;
    fc.assert(
      fc.property(inner, (km) => {
        const cut = crossSection(border, index, km);
        if (cut.afghan.ownKm < 10.01) return;
        own++;
        expect(Math.abs(cut.afghan.widthKm - 10)).toBeLessThan(outlineErrorKm(10) + METRE);
        if (cut.afghan.ownKm > 10.52) {
          expect(cut.afghan.stationWidth).toEqual({ km: cut.afghan.widthKm, chainageKm: km });
        }
        expect(cut.pakistan.widthKm).toBe(0);
      }),
      { numRuns: runs(300), seed: 3 }
    );
    expect(own).toBeGreaterThan(30);
  });
});

import geographiclib from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { readLine } from '../../../../tests/fixtures/line';
import { distanceKm, lengthKm } from '../../geodesy/geodesic';
import type { LonLat } from '../../geodesy/position';
import { createBorder } from '../border';
import { chainLine } from '../chained-line';
import { walkDivider } from './divider';
import { lengthCurve, rulersFor, type LengthByRuler } from './length-curve';
import { simplifiedLengths } from './simplified-lengths';

const line = readLine();
const chained = chainLine(line);
const simplified = simplifiedLengths(line);

function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

describe('the length of the simplified line', () => {
  // The figures that the project was designed with, reckoned before this code was written.
  it.each([
    [0, 2790],
    [10, 2776],
    [25, 2749],
    [50, 2715],
    [99, 2670],
    [138, 2640],
    [250, 2581],
    [803, 2430]
  ])('at a tolerance of %i m is %i km, as reckoned before', (metres, km) => {
    expect(Math.abs(simplified.lengthKm(metres / 1000) - km)).toBeLessThan(1);
  });

  it.each([0, 0.05, 0.8, 12, 150])(
    'at %d km is the sum of the geodesics between the vertices that stay, to 1 m',
    (toleranceKm) => {
      expect(simplified.lengthKm(toleranceKm)).toBeCloseTo(
        lengthKm(simplified.line(toleranceKm)),
        3
      );
    }
  );

  it('leaves no vertex farther from the simplified line than the tolerance', () => {
    for (const toleranceKm of [0.1, 2]) {
      const kept = createBorder(simplified.line(toleranceKm));
      const offsetsKm = kept.stations(Float64Array.from(line.flat())).offsetKm;
      // The plane's scale is within 0.03 % of true, and its chords nearly geodesics.
      expect(offsetsKm.reduce((most, km) => Math.max(most, Math.abs(km)))).toBeLessThan(
        1.01 * toleranceKm
      );
    }
  });

  it('finds the tolerance for a length, and none for one that the line never has', () => {
    const toleranceKm = simplified.toleranceFor(2640) ?? NaN;
    expect(simplified.lengthKm(toleranceKm)).toBeLessThanOrEqual(2640);
    expect(simplified.lengthKm(toleranceKm * 0.9999)).toBeGreaterThan(2640);
    expect(simplified.toleranceFor(2791)).toBeNull();
    expect(simplified.toleranceFor(1400)).toBeNull();
  });
});

describe('the length by a divider', () => {
  it('takes steps that are geodesics of the opening, by GeographicLib', () => {
    for (const openingKm of [0.3, 7, 120]) {
      const set: LonLat[] = [];
      const walk = walkDivider(chained, openingKm, (position) => set.push(position));
      expect(set).toHaveLength(walk.steps + 2);
      const stepsKm = set.slice(1).map((to, i) => distanceKm(set[i], to));
      const last = stepsKm.pop() ?? NaN;
      for (const km of stepsKm) expect(Math.abs(km - openingKm)).toBeLessThan(2e-6 * openingKm);
      expect(last / openingKm).toBeCloseTo(walk.rest, 5);
      expect(walk.lengthKm).toBeCloseTo(walk.steps * openingKm + last, 4);
    }
  });

  it('is what a slow walk by GeographicLib alone gives', () => {
    for (const openingKm of [3, 40]) {
      const { steps, restKm } = slowWalk(line, openingKm);
      const walk = walkDivider(chained, openingKm);
      expect(walk.steps).toBe(steps);
      expect(walk.rest * openingKm).toBeCloseTo(restKm, 2);
    }
  });

  it('counts a line shorter than the opening as a part of a step', () => {
    const [a, b] = [line[0], line[line.length - 1]];
    const walk = walkDivider(chained, 2000);
    expect(walk).toMatchObject({ steps: 0 });
    expect(walk.lengthKm).toBeCloseTo(distanceKm(a, b), 6);
  });

  it('refuses an opening that is none', () => {
    expect(() => walkDivider(chained, 0)).toThrow('give a number above 0');
  });
});

describe('the ruler of a published length', () => {
  const curve: LengthByRuler[] = finish(lengthCurve(chained, simplified, 8));

  it.each([2310, 2400, 2430, 2600, 2611, 2640, 2643, 2670])(
    'that says %i km is found, by divider and by tolerance',
    (km) => {
      const { dividerKm, toleranceKm } = rulersFor(km, curve, chained, simplified);
      expect(Math.abs(walkDivider(chained, dividerKm ?? NaN).lengthKm - km)).toBeLessThan(1.5);
      expect(Math.abs(simplified.lengthKm(toleranceKm ?? NaN) - km)).toBeLessThan(1);
    }
  );

  it('is not found for a length that is longer than the line', () => {
    expect(rulersFor(2800, curve, chained, simplified)).toEqual({
      dividerKm: null,
      toleranceKm: null
    });
  });
});

/** Steps vertex by vertex, then halves the geodesic in which the opening is reached. */
function slowWalk(path: readonly LonLat[], openingKm: number) {
  const { WGS84 } = geographiclib.Geodesic;
  let here = path[0];
  let steps = 0;
  for (let i = 1; i < path.length; i++) {
    while (distanceKm(here, path[i]) >= openingKm) {
      const [a, b] = [path[i - 1], path[i]];
      const segment = WGS84.InverseLine(a[1], a[0], b[1], b[0]);
      const at = (metres: number): LonLat => {
        const { lon2 = NaN, lat2 = NaN } = segment.Position(metres);
        return [lon2, lat2];
      };
      let [low, high] = [0, distanceKm(a, b) * 1000];
      // `here` may itself lie on this geodesic: the crossing sought is the one beyond it.
      if (distanceKm(here, a) >= openingKm) low = distanceKm(a, here) * 1000;
      while (high - low > 1e-5) {
        const middle = (low + high) / 2;
        if (distanceKm(here, at(middle)) < openingKm) low = middle;
        else high = middle;
      }
      here = at(high);
      steps++;
    }
  }
  return { steps, restKm: distanceKm(here, path[path.length - 1]) };
}

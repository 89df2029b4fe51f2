import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLine } from '../../../../tests/fixtures/line';
import { createBorder } from '../../border/border';
import { crossings } from '../../texts/gazetteer';
import { nameAt, nextSnap, snap, snapPoints } from './snap';

const border = createBorder(readLine());
const points = snapPoints(border, crossings, [
  { chainageKm: 1000, side: 'pakistan', before: 'Old Areas (until 2018)', after: 'New Areas' }
]);
const limits = { lowKm: 0, highKm: border.lengthKm };
const chainage = fc.double({ min: 0, max: border.lengthKm, noNaN: true });

const torkham = points.find(({ name }) => name === 'Torkham');
const torkhamKm = torkham?.chainageKm ?? NaN;

describe('a chainage picked on the map', () => {
  test('snaps to a crossing near it, and tells its name', () => {
    const snapped = snap(torkhamKm + 3, points, { reachKm: 5, stepKm: 1, limits });
    expect(snapped).toEqual({ chainageKm: torkhamKm, name: 'Torkham' });
  });

  test('is a round number of kilometres where nothing is near', () => {
    expect(snap(203.4, points, { reachKm: 1, stepKm: 1, limits })).toEqual({
      chainageKm: 203,
      name: null
    });
  });

  test('is named after both provinces at their limit, without remarks', () => {
    expect(nameAt(1000, points)).toBe('limit of Old Areas and New Areas');
  });

  test('never goes beyond its limits, and never farther than its reach or half a step', () => {
    fc.assert(
      fc.property(chainage, chainage, chainage, (a, b, km) => {
        const between = { lowKm: Math.min(a, b), highKm: Math.max(a, b) };
        const { chainageKm } = snap(km, points, { reachKm: 8, stepKm: 10, limits: between });
        expect(chainageKm).toBeGreaterThanOrEqual(between.lowKm);
        expect(chainageKm).toBeLessThanOrEqual(between.highKm);
        const free = snap(km, points, { reachKm: 8, stepKm: 10, limits });
        expect(Math.abs(free.chainageKm - km)).toBeLessThanOrEqual(8 + 1e-5);
      })
    );
  });

  test('goes from one snap point to the next up to the line’s ends, and back the same way', () => {
    const up: number[] = [0];
    while (up[up.length - 1] < border.lengthKm) {
      up.push(nextSnap(up[up.length - 1], points, 1, limits));
    }
    const down: number[] = [border.lengthKm];
    while (down[down.length - 1] > 0) {
      down.push(nextSnap(down[down.length - 1], points, -1, limits));
    }
    expect(up).toEqual(points.map(({ chainageKm }) => chainageKm));
    expect(down.reverse()).toEqual(up);
  });
});

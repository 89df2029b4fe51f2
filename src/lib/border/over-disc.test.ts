import { describe, expect, it } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { randomFrom } from '../../../tests/fixtures/random';
import { createOracle } from '../../../tests/fixtures/stations/oracle';
import { destination, distanceKm } from '../geodesy/geodesic';
import type { LonLat } from '../geodesy/position';
import { createBorder } from './border';
import { meetingPoints } from './meeting-points';
import { offsetOverDisc } from './offset-over-disc';

const line = readLine();
const border = createBorder(line);
/** By GeographicLib alone, with nothing of the app's (tests/fixtures/stations/oracle.ts). */
const truth = createOracle(line);
const random = randomFrom(22);
const MILE_KM = 1.609344;

function inDisc(center: LonLat, radiusKm: number): LonLat {
  return destination(center, 360 * random(), radiusKm * Math.sqrt(random()));
}

describe('the distance to the line over a disc', () => {
  const discs: [name: string, center: LonLat, radiusKm: number][] = [
    ['the village', [69.88505, 32.95706], 3],
    ['the lease', [69.79767, 32.92636], 6],
    ['a disc across the line', [69.45, 33.05], 20],
    ['a disc around a place on the line', line[20000], 4]
  ];

  it.each(discs)('holds every distance within %s, by GeographicLib', (_, center, radiusKm) => {
    const { distance } = offsetOverDisc(border, center, radiusKm);
    for (let i = 0; i < 40; i++) {
      const { distanceKm } = truth(inDisc(center, radiusKm));
      expect(distanceKm).toBeGreaterThanOrEqual(distance.leastKm - 1e-6);
      expect(distanceKm).toBeLessThanOrEqual(distance.mostKm + 0.02);
    }
  });

  it.each(discs)('is no wider than what is met within %s', (_, center, radiusKm) => {
    const { distance, straddles } = offsetOverDisc(border, center, radiusKm);
    const points = Array.from({ length: 20_000 }, (_, i) =>
      i % 2 ? inDisc(center, radiusKm) : destination(center, 360 * random(), radiusKm)
    );
    const { offsetKm } = border.stations(Float64Array.from(points.flat()));
    const met = Array.from(offsetKm, Math.abs);
    // So many points leave gaps of some 2 % of the radius.
    const gapKm = 0.02 * radiusKm;
    expect(Math.min(...met) - distance.leastKm).toBeLessThan(gapKm);
    expect(distance.mostKm - Math.max(...met)).toBeLessThan(gapKm);
    expect(straddles).toBe(offsetKm.some((km) => km > 0) && offsetKm.some((km) => km < 0));
  });
});

describe('the places that are 17 miles from Miranshah and 22 from the line', () => {
  const miranshah: LonLat = [70.0712, 33.0006];
  const points = meetingPoints(border, miranshah, 17 * MILE_KM, {
    distanceKm: 22 * MILE_KM,
    side: 'pakistan'
  });

  it('are two, near where an earlier calculation put them', () => {
    expect(points.map(([lon, lat]) => [lon.toFixed(2), lat.toFixed(2)])).toEqual([
      ['70.36', '32.94'],
      ['69.94', '32.78']
    ]);
    const village: LonLat = [69.88505, 32.95706];
    expect(points.map((at) => Math.round(distanceKm(village, at)))).toEqual([44, 20]);
  });

  it('have both distances to 1 m, by GeographicLib', () => {
    for (const at of points) {
      expect(Math.abs(distanceKm(at, miranshah) - 17 * MILE_KM)).toBeLessThan(1e-3);
      expect(Math.abs(truth(at).distanceKm - 22 * MILE_KM)).toBeLessThan(1e-3);
    }
  });

  it('are none where the circle is nowhere so far from the line', () => {
    const far = { distanceKm: 95, side: 'pakistan' as const };
    expect(meetingPoints(border, miranshah, 10, far)).toEqual([]);
  });
});

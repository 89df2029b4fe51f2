import { describe, expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { geographicLibAreaKm2, measureOutline } from '../../../tests/fixtures/zones/accuracy';
import { sampleEdges } from '../../../tests/fixtures/zones/boundary';
import { validityChecker } from '../../../tests/fixtures/zones/geos';
import { createBorder } from '../border/border';
import { distanceKm } from '../geodesy/geodesic';
import { createZoneEngine } from './engine';

const border = createBorder(readLine());
const engine = createZoneEngine(border);
const ends = [border.positionAt(0), border.positionAt(border.lengthKm)];
const whyInvalid = await validityChecker();

describe.each([0.5, 1, 2, 5, 10, 20, 30, 50, 100])('a zone of %d km a side', (widthKm) => {
  const footprint = engine.footprint({ afghanKm: widthKm, pakistanKm: widthKm });

  test.each(['afghan', 'pakistan'] as const)('has an exact outline: %s', (side) => {
    const { samples, worstShare, unexplained } = measureOutline(footprint[side], widthKm, border);
    expect(samples).toBeGreaterThan(5000);
    expect(worstShare).toBeLessThan(0.0005);
    expect(unexplained).toBe(0);
  });

  test('has valid polygons, each the right way round', () => {
    for (const side of [footprint.afghan, footprint.pakistan]) {
      expect(whyInvalid(side)).toBe('Valid Geometry');
      for (const [outer, ...holes] of side.coordinates) {
        expect(signedArea(outer)).toBeGreaterThan(0);
        for (const hole of holes) expect(signedArea(hole)).toBeLessThan(0);
      }
    }
  });

  test('has the area that GeographicLib finds', () => {
    const { afghan, pakistan, areaAfghanKm2, areaPakistanKm2, areaKm2 } = footprint;
    expect(areaAfghanKm2 / geographicLibAreaKm2(afghan)).toBeCloseTo(1, 4);
    expect(areaPakistanKm2 / geographicLibAreaKm2(pakistan)).toBeCloseTo(1, 4);
    expect(areaKm2).toBe(areaAfghanKm2 + areaPakistanKm2);
  });
});

test.each([
  [0.3, 0.02],
  [1, 0.05],
  [5, 0.5],
  [30, 2]
])(
  'a zone of %d km drawn coarser by %d km strays by no more than it tells',
  (widthKm, coarserKm) => {
    const zone = { afghanKm: widthKm, pakistanKm: widthKm, caps: 'round' as const };
    const { afghan, pakistan, toleranceKm } = engine.footprint(zone, { toleranceKm: coarserKm });
    const strayKm = [afghan, pakistan]
      .flatMap((side) => sampleEdges(side, 20_000, () => false))
      .filter(
        (position) => Math.min(...ends.map((end) => distanceKm(position, end))) > 1.1 * widthKm
      )
      .map((position) => Math.abs(border.station(position).offsetKm))
      .map((offsetKm) => Math.min(offsetKm, Math.abs(offsetKm - widthKm)));
    expect(Math.max(...strayKm)).toBeLessThan(toleranceKm);
  }
);

function signedArea(ring: readonly number[][]): number {
  const [x0, y0] = ring[0];
  return ring.slice(1).reduce((sum, [x, y], i) => {
    return sum + (ring[i][0] - x0) * (y - y0) - (x - x0) * (ring[i][1] - y0);
  }, 0);
}

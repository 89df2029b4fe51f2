import { expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { countAreas } from '../../../tests/fixtures/zones/area-count';
import { createBorder } from '../border/border';
import { createZoneEngine } from './engine';

const border = createBorder(readLine());
const engine = createZoneEngine(border);

/** The areas that are compared are counted from positions whose stations say that they are inside. */
test.each([
  [{ afghanKm: 3, pakistanKm: 2 }, 0.1],
  [{ afghanKm: 10, pakistanKm: 30 }, 0.2],
  [{ afghanKm: 100, pakistanKm: 60 }, 0.5],
  [{ afghanKm: 20, pakistanKm: 5, stretches: [{ fromKm: 700, toKm: 1500 }] }, 0.15]
])('the area of %j is what a count of positions gives, within 0.05 %%', (zone, cellKm) => {
  const { areaAfghanKm2, areaPakistanKm2 } = engine.footprint(zone);
  const counted = countAreas(border, zone, cellKm);
  expect(Math.abs(areaAfghanKm2 / counted.afghanKm2 - 1)).toBeLessThan(0.0005);
  expect(Math.abs(areaPakistanKm2 / counted.pakistanKm2 - 1)).toBeLessThan(0.0005);
});

import { expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { randomFrom } from '../../../tests/fixtures/random';
import { destination, distanceKm } from './geodesic';
import type { LonLat } from './position';
import { fitProjection } from './projection';

const line = readLine();
const projection = fitProjection(line, 100);
const random = randomFrom(11);
const band = Array.from({ length: 2000 }, (): LonLat => {
  const center = line[Math.floor(random() * line.length)];
  return destination(center, 360 * random(), 100 * random());
});

test('keeps distances within 0.03 % anywhere in the band around the line', () => {
  const worst = Math.max(...band.map((position) => Math.abs(projection.logScale(...position))));
  expect(worst).toBeLessThan(0.0003);
});

test('has the scale that geodesics measure, alike in all directions', () => {
  for (const position of band.slice(0, 200)) {
    const [x, y] = projection.forward(...position);
    const scale = Math.exp(projection.logScale(...position));
    for (const bearing of [0, 60, 120]) {
      const ahead = destination(position, bearing, 0.05);
      const [aheadX, aheadY] = projection.forward(...ahead);
      expect(Math.hypot(aheadX - x, aheadY - y) / 0.05 / scale).toBeCloseTo(1, 5);
    }
  }
});

test('finds a position again from its plane coordinates within 1 cm', () => {
  const worstKm = Math.max(
    ...band.map((position) =>
      distanceKm(position, projection.inverse(...projection.forward(...position)))
    )
  );
  expect(worstKm).toBeLessThan(1e-5);
});

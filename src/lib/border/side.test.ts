import { expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { randomFrom } from '../../../tests/fixtures/random';
import { around, logUniform, sharpestBends } from '../../../tests/fixtures/stations/points';
import { createWinding } from '../../../tests/fixtures/stations/winding';
import { destination } from '../geodesy/geodesic';
import type { LonLat } from '../geodesy/position';
import { createBorder } from './border';

const line = readLine();
const border = createBorder(line);
const sideByWinding = createWinding(line);

/** Positions on the line have no side; the truth about distances is another test's. */
function onTheWrongSide(positions: LonLat[]): LonLat[] {
  return positions.filter((position) => {
    const { side } = border.station(position);
    return side !== 'line' && side !== sideByWinding(position);
  });
}

test('every position near a sharp bend is on its true side', () => {
  const random = randomFrom(1893);
  const bends = sharpestBends(line, 4000);
  const positions = Array.from({ length: 40_000 }, () => {
    const vertex = bends[Math.floor(random() * bends.length)];
    return destination(line[vertex], 360 * random(), logUniform(0.0001, 30, random));
  });
  expect(onTheWrongSide(positions)).toEqual([]);
});

test('every position within 280 km is on its true side', () => {
  const random = randomFrom(1919);
  const positions = Array.from({ length: 20_000 }, () => around(line, 280, random));
  expect(onTheWrongSide(positions)).toEqual([]);
});

test('cities lie on the side where they are', () => {
  expect(border.station([69.17, 34.53]).side).toBe('afghan'); // Kabul
  expect(border.station([65.71, 31.61]).side).toBe('afghan'); // Kandahar
  expect(border.station([71.58, 34.01]).side).toBe('pakistan'); // Peshawar
  expect(border.station([67.0, 30.19]).side).toBe('pakistan'); // Quetta
});

test('around a hairpin the side is the one of the strip that the position lies in', () => {
  const hairpin = createBorder([
    [60, 30],
    [61, 30],
    [60, 30.05]
  ]);
  expect(hairpin.station([60.5, 30.01]).side).toBe('afghan');
  for (const outside of [-60, -30, 0, 30, 60]) {
    const beyond = destination([61, 30], 90 + outside, 2);
    expect(hairpin.station(beyond)).toMatchObject({ foot: [61, 30], side: 'pakistan' });
  }
});

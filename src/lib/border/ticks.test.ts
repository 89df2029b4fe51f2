import { expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { createBorder } from './border';
import { ticks } from './ticks';

const border = createBorder(readLine());
const marks = ticks(border);

test('there is a tick every 10 km from the Iran tripoint on, as far as the line goes', () => {
  expect(marks).toHaveLength(280);
  expect(marks[0].chainageKm).toBe(0);
  expect(marks[marks.length - 1].chainageKm).toBe(2790);
});

test('each tick stands on the line at its own chainage', () => {
  for (const { chainageKm, position } of marks) {
    const station = border.station(position);
    expect(Math.abs(station.offsetKm)).toBeLessThan(1e-6);
    expect(station.chainageKm).toBeCloseTo(chainageKm, 4);
  }
});

test('a tick knows the roundest step that it belongs to', () => {
  const stepOf = (km: number) => marks.find(({ chainageKm }) => chainageKm === km)?.step;
  expect([0, 100, 1900, 50, 1950, 10, 2790].map(stepOf)).toEqual([100, 100, 100, 50, 50, 10, 10]);
});

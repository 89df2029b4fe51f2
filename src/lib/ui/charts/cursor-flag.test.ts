import { expect, test } from 'vitest';
import { layoutChart } from './chart-layout';
import { cursorFlag, liesOver } from './cursor-flag';
import { KILOMETRES } from './length-unit';

const layout = layoutChart({
  widthPx: 360,
  heightPx: 200,
  stretch: { fromKm: 0, toKm: 2790 },
  afghanKm: 10,
  pakistanKm: 10,
  unit: KILOMETRES,
  withMarks: true
});

test('a flag stays within the chart at both ends of the line', () => {
  for (const km of [0, 2790]) {
    const { leftPx, widthPx } = cursorFlag(layout, km, KILOMETRES);
    expect(leftPx).toBeGreaterThanOrEqual(0);
    expect(leftPx + widthPx).toBeLessThanOrEqual(360);
  }
});

test('it lies over the label of its own chainage, and not over one far off', () => {
  const label = (km: number) => {
    return { text: `${km} km`, px: layout.x(km), middlePx: layout.x(km) };
  };
  const flag = cursorFlag(layout, 1000, KILOMETRES);
  expect(liesOver(flag, label(1000))).toBe(true);
  expect(liesOver(flag, label(2000))).toBe(false);
});

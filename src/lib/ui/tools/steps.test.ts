import { describe, expect, test } from 'vitest';
import { pixelKm } from '../../map/edit/pixel-km';
import { chainageStepKm, rounded, widthStepKm } from './steps';

const MILES = 1 / 1.609344;

describe('what is dragged on the map is rounded to', () => {
  test('whole kilometres of width where a pixel is a kilometre, tenths close up', () => {
    const steps = [5, 6, 8, 10, 14].map((zoom) => widthStepKm(pixelKm(zoom, 32), 1));
    expect(steps).toEqual([5, 1, 0.5, 0.1, 0.1]);
  });

  test('10 km of chainage in the view of the whole line, whole kilometres in that of a province', () => {
    const steps = [4.5, 6, 8, 12].map((zoom) => chainageStepKm(pixelKm(zoom, 32), 1));
    expect(steps).toEqual([10, 10, 1, 0.1]);
  });

  test('round numbers of the unit that the reader reads in', () => {
    const step = widthStepKm(pixelKm(5.5, 32), MILES);
    expect(step * MILES).toBeCloseTo(1, 12);
    expect(rounded(17, step) * MILES).toBeCloseTo(11, 6);
  });

  test('numbers without dust', () => {
    expect(rounded(0.30000000000000004, 0.1)).toBe(0.3);
    expect(rounded(29.6, 1)).toBe(30);
  });
});

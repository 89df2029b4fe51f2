import { expect, test } from 'vitest';
import { NARROWEST_KM, WIDEST_KM } from '../zones/zone';
import { originOf, precedentPresets, reportedPresets } from './presets';

test('every preset can be laid on the line as it is', () => {
  const choices = [...reportedPresets, ...precedentPresets].flatMap((preset) => preset.choices);
  expect(choices.length).toBeGreaterThan(14);
  for (const { afghanKm, pakistanKm } of choices) {
    for (const km of [afghanKm, pakistanKm]) {
      expect(km === 0 || (km >= NARROWEST_KM && km <= WIDEST_KM)).toBe(true);
    }
  }
});

test('a report that leaves the side open leaves the choice to the reader', () => {
  const [fiveKm, twentyFiveKm] = reportedPresets;
  expect(fiveKm.choices.map(({ afghanKm, pakistanKm }) => [afghanKm, pakistanKm])).toEqual([
    [5, 0],
    [0, 5],
    [2.5, 2.5]
  ]);
  expect(twentyFiveKm.choices).toEqual([
    { label: '25 km on the Afghan side', afghanKm: 25, pakistanKm: 0 }
  ]);
});

test('what is made from a preset says whose figures these are, and that they are approximate', () => {
  expect(originOf(reportedPresets[0], false)).toMatch(/approximate.*CNN-News18/);
  expect(originOf(precedentPresets[0], true)).toMatch(/precedent elsewhere.*Armistice/);
});

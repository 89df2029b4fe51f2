import { describe, expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { readCountries } from '../../../tests/fixtures/zones/countries';
import { readProvinces } from '../../../tests/fixtures/zones/provinces';
import { createBorder } from '../border/border';
import { createZoneEngine } from './engine';
import { zoneFigures } from './figures';
import { createZoneMembership } from './membership';
import type { Zone } from './zone';

const line = readLine();
const border = createBorder(line);
const countries = readCountries(line);
const provinces = readProvinces(line);
const engine = createZoneEngine(border, countries, provinces);

/** Gathers the figures to the end; also what was told of the progress. */
function figuresOf(zone: Zone) {
  const membership = createZoneMembership(border, zone, countries, provinces);
  const at = (id: string, km: number, offsetKm: number, uncertaintyKm = 0) => ({
    id,
    position: border.positionAt(km, offsetKm),
    uncertaintyKm
  });
  const lists = {
    settlements: [at('near', 100, 3), at('far', 100, 30)],
    crossings: [at('gate', 120, 0, 1)]
  };
  const steps = zoneFigures(border, engine, zone, membership, lists);
  const progress: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done) return { figures: step.value, progress };
    progress.push(step.value);
  }
}

describe('the figures of a zone', () => {
  const stretches = [{ fromKm: 60, toKm: 160 }];

  test('are its footprint’s areas, by province too, and what lies in it', () => {
    const zone = { afghanKm: 10, pakistanKm: 5, stretches };
    const { figures } = figuresOf(zone);
    const footprint = engine.footprint(zone);
    expect(figures).toMatchObject({
      areaKm2: footprint.areaKm2,
      lengthKm: footprint.lengthKm,
      toleranceKm: footprint.toleranceKm
    });
    expect(figures.provinces.map(({ id }) => id)).toEqual(['AF-NIM', 'PK-BA']);
    expect(figures.inside.settlements.inside.map(({ id }) => id)).toEqual(['near']);
    expect(figures.inside.crossings.inside.map(({ id }) => id)).toEqual(['gate']);
  });

  test('have the stated widths, where the line runs straight', () => {
    const { widths } = figuresOf({ afghanKm: 10, pakistanKm: 5, stretches }).figures;
    for (const { least, meanKm, greatest } of [widths.afghan].flatMap((side) => side ?? [])) {
      expect([least.km, meanKm, greatest.km].map((km) => km.toFixed(1))).toEqual(
        Array(3).fill('10.0')
      );
    }
    expect(widths.total?.meanKm).toBeCloseTo(15, 1);
    expect(widths.everyKm).toBe(5);
  });

  test('tell where a width that varies is least and greatest', () => {
    const profile = [
      { chainageKm: 60, afghanKm: 4, pakistanKm: 5 },
      { chainageKm: 160, afghanKm: 24, pakistanKm: 5 }
    ];
    const { widths } = figuresOf({ afghanKm: 0, pakistanKm: 0, stretches, profile }).figures;
    expect(widths.afghan?.least.chainageKm).toBeLessThan(70);
    expect(widths.afghan?.greatest.chainageKm).toBeGreaterThan(150);
    expect(widths.afghan?.meanKm).toBeCloseTo(14, 0);
  });

  test('count no width where a circle holds the line', () => {
    const keepOut = [{ at: border.positionAt(110), radiusKm: 20 }];
    const { figures } = figuresOf({ afghanKm: 10, pakistanKm: 10, stretches, keepOut });
    expect(figures.widths.afghan?.rows).toBeLessThan(16);
    expect(figures.inside.crossings.inside).toEqual([]);
  });

  test('come in parts, with rising progress', () => {
    const { progress } = figuresOf({ afghanKm: 10, pakistanKm: 0 });
    expect(progress.length).toBeGreaterThan(10);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress[progress.length - 1]).toBeLessThanOrEqual(1);
  });

  test('of a zone of which circles leave nothing are nought', () => {
    const keepOut = [{ at: border.positionAt(110), radiusKm: 150 }];
    const { figures } = figuresOf({ afghanKm: 10, pakistanKm: 10, stretches, keepOut });
    expect(figures).toMatchObject({ areaKm2: 0, lengthKm: 0, provinces: [] });
    expect(figures.widths).toEqual({ everyKm: 5, afghan: null, pakistan: null, total: null });
  });
});

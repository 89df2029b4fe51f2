import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { readBorders } from '../geodata/borders';
import { createBorder } from './border';
import { provinceLimits } from './province-limits';
import { territoryIndex } from './territory';

const file = new URL('../../../geodata/files/borders.topojson', import.meta.url);
const line = readLine();
const border = createBorder(line);
const borders = readBorders(JSON.parse(readFileSync(file, 'utf8')), line);
const limits = provinceLimits(border, line, borders.provinces);

/** The province around a position slightly off the line, of those that point in polygon gives. */
const territoryAt = territoryIndex(borders.countries, borders.provinces);

describe('province limits on the line', () => {
  test('on the Afghan side eleven provinces follow one another from Nimroz to Badakhshan', () => {
    const afghan = limits.filter(({ side }) => side === 'afghan');
    expect(afghan).toHaveLength(10);
    expect(afghan[0].before).toBe('Nimroz');
    expect(afghan[9].after).toBe('Badakhshan');
    afghan.slice(1).forEach(({ before }, i) => expect(before).toBe(afghan[i].after));
  });

  test('on the Pakistani side four units follow one another from Balochistan to Gilgit-Baltistan', () => {
    const pakistani = limits.filter(({ side }) => side === 'pakistan');
    expect(pakistani.map(({ before }) => before)[0]).toBe('Balochistan');
    expect(pakistani.map(({ after }) => after).at(-1)).toBe('Gilgit-Baltistan');
    expect(pakistani).toHaveLength(3);
  });

  test('they rise along the line, and none lies at its ends', () => {
    const chainages = limits.map(({ chainageKm }) => chainageKm);
    expect(chainages).toEqual([...chainages].sort((a, b) => a - b));
    expect(chainages[0]).toBeGreaterThan(0);
    expect(chainages.at(-1)).toBeLessThan(border.lengthKm);
  });

  test('just before and after each of them the line passes the two provinces that it names', () => {
    for (const { chainageKm, side, before, after } of limits) {
      const nameAt = (km: number) => {
        // So near to the line that no neighbour is reached, at several chainages for its bends.
        const offsetKm = side === 'afghan' ? 0.01 : -0.01;
        return territoryAt(border.positionAt(km, offsetKm))?.province?.name;
      };
      const steps = [0.05, 0.1, 0.2, 0.3, 0.4];
      expect(steps.map((km) => nameAt(chainageKm - km))).toContain(before);
      expect(steps.map((km) => nameAt(chainageKm + km))).toContain(after);
    }
  });

  test('where the provinces of a side are not known it has no limits', () => {
    const some = {
      ...borders.provinces,
      features: borders.provinces.features.filter(({ properties }) => properties.country === 'AF')
    };
    expect(provinceLimits(border, line, some).map(({ side }) => side)).not.toContain('pakistan');
  });
});

import { expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { readCountries } from '../../../tests/fixtures/zones/countries';
import { readProvinces } from '../../../tests/fixtures/zones/provinces';
import { createBorder } from '../border/border';
import { createZoneEngine } from '../zones/engine';
import type { Condition } from '../zones/locus/condition';
import { lociCalls } from './loci';

const line = readLine();
const border = createBorder(line);
const countries = readCountries(line);
const provinces = readProvinces(line);
const zones = createZoneEngine(border, countries, provinces);
const calls = lociCalls(() => ({
  border,
  zones,
  countries,
  provinces,
  settlements: [],
  places: []
}));

/** A band on both sides of the whole line: the most that is asked for. */
const band: Condition[] = [{ kind: 'offset', side: 'either', leastKm: 20, mostKm: 35 }];

test('what takes long tells how far it is, and can be given up for another question', async () => {
  const told: number[] = [];
  const first = calls.locus(band, [], (share) => told.push(share));
  calls.giveUpLocus();
  await expect(first).rejects.toMatchObject({ name: 'AbortError' });
  expect(told.length).toBeLessThan(3);

  told.length = 0;
  const again = await calls.locus(band, [], (share) => told.push(share));
  expect(again.areaKm2).toBeGreaterThan(50_000);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(Math.max(...told)).toBeLessThanOrEqual(1);
  expect(told.length).toBeGreaterThan(1);
});

import { describe, expect, it } from 'vitest';
import { readLine } from '../../../../tests/fixtures/line';
import { readTruth } from '../../../../tests/fixtures/loci/truth';
import { readCountries } from '../../../../tests/fixtures/zones/countries';
import { readProvinces } from '../../../../tests/fixtures/zones/provinces';
import { createBorder } from '../../border/border';
import { conditionOf, looseConditionOf } from '../../project/finds';
import { ownLibrary } from '../../texts/library';
import { createZoneEngine } from '../../zones/engine';
import { createLocusEngine } from '../../zones/locus/locus';
import { presetsOf } from '../find/presets';
import { ringOf, together, type MeasuredOf, type Read } from './conditions';

const { circleAndLine } = readTruth();
const line = readLine();
const border = createBorder(line);
const provinces = readProvinces(line);
const loci = createLocusEngine(
  border,
  createZoneEngine(border, readCountries(line), provinces),
  provinces
);

const read = (from: Read['from']): Read => ({ tolerance: 0.1, roadFactor: 1, from });

/** Text B's claim that both distances hold, as it is measured, with what is needed here. */
function bothClaims(uncertaintyKm: number): MeasuredOf<'together'> {
  const claims = ownLibrary.textById('B')?.claims ?? [];
  const place = ownLibrary.places.find(({ id }) => id === 'miranshah');
  if (!place) throw new Error('Miranshah is in the gazetteer.');
  const from = { id: place.id, name: place.name, at: place.at, uncertaintyKm };
  const parts = claims.flatMap(({ measure }): MeasuredOf<'together'>['parts'] => {
    if (measure?.of === 'distance') return [{ of: 'distance', measure, from, readings: [] }];
    if (measure?.of === 'offset') return [{ of: 'offset', measure, readings: [], others: [] }];
    return [];
  });
  const measure = claims.flatMap(({ measure: one }) => (one?.of === 'together' ? [one] : []))[0];
  return { of: 'together', measure, parts, spots: [], meetings: [], others: [] };
}

const known = bothClaims(
  ownLibrary.places.find(({ id }) => id === 'miranshah')?.uncertaintyKm ?? 0
);
const preset = presetsOf(ownLibrary, new Map()).find(({ key }) => key.startsWith('B site-both'));
/** To the millimetre. */
const rounded = (conditions: unknown): unknown =>
  JSON.parse(
    JSON.stringify(conditions, (_, value: unknown) =>
      typeof value === 'number' ? Number(value.toFixed(6)) : value
    )
  );
const areaOf = (conditions: ReturnType<typeof together>) => loci.locus(conditions).areaKm2;

describe('17 miles from Miranshah and 22 miles from the line at once', () => {
  it('holds on the same area as a claim of a text and as a claim of the reader’s own', () => {
    const own = (preset?.stated ?? []).map((one) => conditionOf(one, border.lengthKm));
    expect(rounded(together(known, read('drawn')))).toEqual(rounded(own));
    expect(areaOf(together(known, read('drawn'))) / circleAndLine.areaKm2).toBeCloseTo(1, 2);
  });

  it('holds on that very area too where Miranshah may lie anywhere, were it known exactly', () => {
    expect(together(bothClaims(0), read('anywhere'))).toEqual(together(known, read('drawn')));
  });

  it('holds on more with Miranshah anywhere within its 2 km, and both say how much', () => {
    const loose = (preset?.stated ?? []).map((one) => looseConditionOf(one, border.lengthKm));
    expect(rounded(together(known, read('anywhere')))).toEqual(rounded(loose));
    expect(areaOf(together(known, read('anywhere'))) / circleAndLine.looseKm2).toBeCloseTo(1, 2);
  });
});

it('an exact length is met on a line, drawn as a ring of 20 m', () => {
  const [ring] = known.parts;
  if (ring.of !== 'distance') throw new Error('The first claim is a distance.');
  const { leastKm, mostKm } = ringOf(ring, { ...read('drawn'), tolerance: 0 });
  expect(mostKm - leastKm).toBeCloseTo(0.02, 9);
  expect(areaOf(together(known, { ...read('drawn'), tolerance: 0 }))).toBeLessThan(0.01);
});

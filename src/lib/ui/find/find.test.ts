import { beforeEach, describe, expect, test } from 'vitest';
import type { Stated } from '../../project/finds';
import { ownLibrary } from '../../texts/library';
import { setUnit } from '../units.svelte';
import { geojsonOf } from './find-files';
import { presetsOf } from './presets';
import { allSpots, candidateSpots, spotsFor } from './spots';
import { awayWords, leftWords, nameOf, statedWords } from './words';

const names = new Map([['PK-TA', 'Tribal Areas']]);
const settlements = [
  {
    name: 'Bannu',
    country: 'PK' as const,
    position: [70.6, 32.99] as [number, number],
    population: 1,
    rank: 3
  }
];
const spots = allSpots(ownLibrary, settlements);

beforeEach(() => setUnit('km'));

describe('a place is found', () => {
  test.each([
    ['miram', 'Miranshah'],
    ['Muhammad Khel', 'Muhammad Khel village'],
    ['EL-101', 'mining lease EL-101, centroid'],
    ['torkham', 'Torkham'],
    ['bannu', 'Bannu (PK)'],
    ['33.0006 70.0712', '33.0006° N, 70.0712° E']
  ])('%s', (typed, name) => {
    expect(spotsFor(typed, spots).map((one) => one.name.replaceAll('\u202f', ' '))).toContain(name);
  });

  test('and nothing where nothing is known of that name', () => {
    expect(spotsFor('Atlantis', spots)).toEqual([]);
    expect(spotsFor('  ', spots)).toEqual([]);
  });

  test('countries and districts are no candidates for a position', () => {
    const candidates = candidateSpots(ownLibrary).map(({ name }) => name);
    expect(candidates).toContain('Boya');
    expect(candidates).not.toContain('China');
  });
});

const presets = presetsOf(ownLibrary, names);
const preset = presets.find(({ key }) => key.startsWith('B site-both')) ?? presets[0];

test('every claim of a position that a text makes stands ready to be looked for, as that text’s', () => {
  const told = presets.map(({ title, source }) => `${title} | ${source}`.replaceAll('\u202f', ' '));
  expect(told).toEqual([
    expect.stringMatching(/^Mohammed Khil is about 17 miles .* \| Text B \(.*\), ¶ 22$/),
    expect.stringMatching(/^Mohammed Khil is about 22 miles .* \| Text B \(.*\), ¶ 22$/),
    expect.stringMatching(
      /^Both distances hold at once: about 17 mi from Miranshah, about 22 mi from the line \| Text B \(.*\), ¶ 22$/
    ),
    expect.stringMatching(/: inside PK-KP \| Text B \(.*\), ¶ 17$/),
    expect.stringMatching(/: inside Tribal Areas \| Text B \(.*\), ¶ 17$/)
  ]);
});

test('the text’s two claims stand ready to be looked for together', () => {
  setUnit('mi');
  expect(nameOf(preset.stated, names).replaceAll('\u202f', ' ')).toBe(
    'About 17 mi from Miranshah, about 22 mi from the line on the Pakistani side'
  );
});

test('conditions read as one would say them', () => {
  const words = (stated: Stated) => statedWords(stated, names).replaceAll('\u202f', ' ');
  expect(words({ kind: 'province', id: 'PK-TA' })).toBe('inside Tribal Areas');
  expect(words({ kind: 'stretch', fromKm: 5, toKm: 9 })).toBe('between chainages 5 and 9 km');
  const extent = { as: 'between' as const, leastKm: 0, mostKm: 9 };
  expect(words({ kind: 'offset', side: 'either', extent })).toBe(
    'at most 9 km from the line on either side'
  );
});

test('a distance is told no more precisely than its place is known', () => {
  const words = (leastKm: number, mostKm: number, uncertaintyKm: number) =>
    awayWords({ leastKm, mostKm }, uncertaintyKm).replaceAll('\u202f', ' ');
  expect(words(11.26, 17.26, 3)).toBe('11 km to 17 km');
  expect(words(0, 4.2, 3)).toBe('inside, or up to 4 km off');
  expect(words(0, 0, 3)).toBe('inside');
  expect(words(14.263, 14.263, 0)).toBe('14.3 km');
});

test('the nearest miss says what the others leave', () => {
  const words = (left: Parameters<typeof leftWords>[0]) =>
    leftWords(left, 2, names).replaceAll('\u202f', ' ');
  expect(words({ kind: 'distance', leastKm: 41, mostKm: 60.25 })).toBe(
    'The others leave 41.0 to 60.3 km from there.'
  );
  expect(words({ kind: 'offset', fromKm: -30, toKm: -20 })).toContain('on the Pakistani side');
  expect(words({ kind: 'province', ids: ['PK-TA'] })).toContain('Tribal Areas');
});

test('a kept one is saved as GeoJSON with what it states', () => {
  const kept = { id: 'find:1', name: 'Both', shown: true, stated: preset.stated };
  const coordinates = [[[[1.123456789, 2], [3, 2], [3, 4], [1.123456789, 2]]]]; // prettier-ignore
  const outline = {
    polygons: { type: 'MultiPolygon' as const, coordinates },
    areaKm2: 12,
    areaErrorKm2: 1,
    toleranceKm: 0.02
  };
  const { features } = JSON.parse(geojsonOf(kept, outline, names)) as {
    features: { properties: Record<string, unknown>; geometry: { coordinates: number[][][][] } }[];
  };
  expect(features[0].properties).toMatchObject({
    name: 'Both',
    areaKm2: 12,
    stated: preset.stated
  });
  expect(features[0].geometry.coordinates[0][0][0]).toEqual([1.1234568, 2]);
});

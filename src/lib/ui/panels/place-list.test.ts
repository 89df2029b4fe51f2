import { expect, test } from 'vitest';
import type { Located } from '../../engine/protocol';
import { ownLibrary } from '../../texts/library';
import { distanceWords, placeGroups } from './place-list';

function located(chainageKm: number, offsetKm: number): Located {
  const side = offsetKm > 0 ? 'afghan' : 'pakistan';
  const foot: [number, number] = [70, 33];
  return {
    position: foot,
    station: { chainageKm, offsetKm, side, foot, atEnd: null },
    territory: null
  };
}

const stations = {
  kabul: located(1790, 86),
  kandahar: located(860, 100),
  istanbul: located(0, 3200)
};

test('places come in the order of the line, and far ones by themselves', () => {
  const groups = placeGroups(
    ownLibrary.entries,
    stations,
    new Set(['kabul', 'kandahar', 'istanbul', 'torkham'])
  );
  expect(groups.map(({ title, rows }) => [title, rows.map(({ id }) => id)])).toEqual([
    ['Along the line', ['kandahar', 'kabul']],
    ['Crossings', ['torkham']],
    ['Far away', ['istanbul']]
  ]);
});

test('all entries are listed before their stations are known', () => {
  const rows = placeGroups(ownLibrary.entries, {}, null).flatMap(({ rows }) => rows);
  expect(rows.map(({ id }) => id)).toContain('istanbul');
  expect(rows.every(({ name }) => name.length > 0)).toBe(true);
});

test('a place is told to lie by the line no more exactly than it is known', () => {
  const words = (at: Located, uncertaintyKm: number) =>
    distanceWords(at, uncertaintyKm).replaceAll('\u202f', ' ');
  expect(words(stations.kabul, 5)).toBe('86 km from the line, Afghan side');
  expect(words(located(1938, 0.075), 1.5)).toBe('At the line, within 1.5 km');
  expect(words(located(1690, -16.2), 40)).toBe('At the line, within 40 km');
});

test('a place far from the line has no side of it', () => {
  expect(distanceWords(stations.istanbul, 20)).toBe('3,200\u202fkm from the line');
});

import { expect, test } from 'vitest';
import type { IncidentCard } from '../../engine/incidents/protocol';
import { positionWords, stationWords } from './card-words';

function card(given: Partial<IncidentCard>): IncidentCard {
  return {
    row: 0,
    title: '',
    when: '',
    position: [69.2071, 33.5964],
    precision: 'exact',
    radiusKm: null,
    station: { chainageKm: 1234.56, offsetKm: 17.32 },
    territory: '',
    fields: [],
    links: [],
    ...given
  };
}
/** With plain spaces. */
const plain = (text: string | undefined) => text?.replaceAll('\u202f', ' ');

test('what is exact is told to the digit, on its side', () => {
  expect(plain(positionWords(card({})))).toMatch(/^33\.5964° N, 69\.2071° E: exact/);
  expect(plain(stationWords(card({}))?.offset)).toBe('17.3 km, Afghan side');
  expect(plain(stationWords(card({}))?.chainage)).toBe('1,234.6 km');
});

test('what is known to 25 km is told no finer', () => {
  const region = card({
    precision: 'region',
    radiusKm: 25,
    station: { chainageKm: 1234.56, offsetKm: -61.2 }
  });
  expect(plain(positionWords(region))).toBe(
    '33.6° N, 69.2° E: somewhere in a district or province, within 25 km'
  );
  expect(plain(stationWords(region)?.offset)).toBe('about 60 km, Pakistani side');
  expect(plain(stationWords(region)?.chainage)).toBe('about 1,230 km');
});

test('an offset within the incident’s own circle is no fact, and neither is its side', () => {
  const near = card({ precision: 'near', radiusKm: 25 });
  expect(plain(stationWords(near)?.offset)).toBe('At the line, within 25 km: on either side');
});

test('without a position there is no station', () => {
  const none = card({ position: null, station: null, precision: 'unplaced' });
  expect(positionWords(none)).toBe('The file gives none');
  expect(stationWords(none)).toBeNull();
});

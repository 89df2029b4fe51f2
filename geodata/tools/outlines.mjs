import { edgeKey, joinChains } from './chains.mjs';
import { readZonePieces } from './geo-tz.mjs';

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

/** @typedef {keyof typeof ZONES} Country */

export const COUNTRIES = /** @type {Country[]} */ (Object.keys(ZONES));

/** @typedef {{ a: Micro, b: Micro, neighbour: Country | null }} Edge with its country on the left */

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
  const pieces = readZonePieces(Object.values(ZONES).flat());
  /** @type {Map<string, Country>} */
  const owner = new Map();
  for (const country of COUNTRIES) {
    for (const zone of ZONES[country]) {
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

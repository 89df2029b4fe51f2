import { parsePosition } from '../../formats/coordinates';
import type { Settlement } from '../../geodata/settlements';
import type { LonLat } from '../../geodesy/position';
import type { StatedPlace } from '../../project/finds';
import type { Library } from '../../texts/library';
import { crossings } from '../../texts/gazetteer';
import { fold } from '../../texts/search';
import { latLon } from '../format';

/** Somewhere that a distance can be stated from, or told to. */
export interface Spot extends StatedPlace {
  id: string;
  /** What it is, for the list. */
  is: string;
  /** Its names as the search compares them. */
  folded: string[];
}

/** How many answers the list shows. */
const MOST_SHOWN = 8;

/** The places of the texts, each with the places where it may lie instead. */
export function placeSpots({ places }: Library): Spot[] {
  return places.flatMap(({ id, name, common, also, at, uncertaintyKm, kind, candidates = [] }) => [
    spot({ id, name, at, uncertaintyKm, is: `${kind} of the texts` }, common, ...also),
    ...candidates.map((candidate, i) =>
      spot({
        id: `${id}:${i}`,
        name: candidate.name,
        at: candidate.at,
        uncertaintyKm: candidate.uncertaintyKm,
        is: `candidate for ${name}`
      })
    )
  ]);
}

/** Countries and districts are no positions: nothing is looked for at the point that stands for them. */
const NO_POSITIONS = ['country', 'district', 'venue'];

/** The places that may be what is looked for. */
export function candidateSpots(library: Library): Spot[] {
  const places = library.places.filter(({ kind }) => !NO_POSITIONS.includes(kind));
  return placeSpots({ ...library, places });
}

/** All that the list of names offers. */
export function allSpots(library: Library, settlements: readonly Settlement[]): Spot[] {
  return [
    ...placeSpots(library),
    ...crossings.map(({ id, name, at, uncertaintyKm, common, also }) =>
      spot({ id, name, at, uncertaintyKm, is: 'crossing of the line' }, common, ...also)
    ),
    ...settlements.map(({ name, country, position }, i) =>
      spot({
        id: `settlement:${i}`,
        name: `${name} (${country})`,
        at: position,
        uncertaintyKm: SETTLEMENT_KM,
        is: 'settlement'
      })
    )
  ];
}

/** GeoNames puts a settlement somewhere within it: that is a matter of a kilometre or so. */
const SETTLEMENT_KM = 1;

type Bare = Omit<Spot, 'folded' | 'at'> & { at: LonLat };

function spot(bare: Bare, ...others: (string | undefined)[]): Spot {
  const names = [bare.name, ...others].filter((name) => name !== undefined);
  return { ...bare, at: [...bare.at], folded: names.map(fold) };
}

/** The spots that a query may mean, the likeliest first; coordinates in any notation are one too. */
export function spotsFor(query: string, spots: readonly Spot[]): Spot[] {
  const typed = coordinateSpot(query);
  const folded = fold(query);
  if (folded === '') return [];
  const ranked = spots.flatMap((one) => {
    const rank = Math.min(...one.folded.map((name) => rankOf(name, folded)));
    return rank < NO_MATCH ? [{ one, rank }] : [];
  });
  ranked.sort((a, b) => a.rank - b.rank);
  return [...(typed ? [typed] : []), ...ranked.map(({ one }) => one)].slice(0, MOST_SHOWN);
}

const NO_MATCH = 3;

function rankOf(name: string, query: string): number {
  if (name.startsWith(query)) return 0;
  if (` ${name}`.includes(` ${query}`)) return 1;
  return name.includes(query) ? 2 : NO_MATCH;
}

function coordinateSpot(query: string): Spot | null {
  const parsed = parsePosition(query);
  if (!parsed.ok) return null;
  const name = latLon(parsed.position);
  const is = parsed.hint ?? 'coordinates';
  return { id: 'coordinates', name, at: parsed.position, uncertaintyKm: 0, is, folded: [] };
}

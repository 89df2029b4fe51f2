import data from './data/gazetteer.json';
import { readData } from './read';
import { gazetteerFaults } from './references';
import { GazetteerSchema, type Area, type Crossing, type Gazetteer, type Place } from './schema';

/** An entry of the gazetteer, with the list that it is from. */
export type Entry =
  ({ type: 'place' } & Place) | ({ type: 'area' } & Area) | ({ type: 'crossing' } & Crossing);

/**
 * Reads a gazetteer by its schema; ids must stand once.
 *
 * @throws DataError listing every fault with file, path, what is wrong and what to do
 */
export function readGazetteer(data: unknown, file = 'gazetteer.json'): Gazetteer {
  return readData(file, GazetteerSchema, data, gazetteerFaults);
}

const gazetteer = readGazetteer(data);

/** Where a text names a place, with its uncertainty. */
export const places: readonly Place[] = gazetteer.places;
/** Regions and lines that a text names. */
export const areas: readonly Area[] = gazetteer.areas;
/** Crossings of the line; their positions are checked against the line by a test. */
export const crossings: readonly Crossing[] = gazetteer.crossings;
/** Crossings whose position nobody gives well enough to draw. */
export const unplacedCrossings = gazetteer.unplacedCrossings;
/** Places of events that no text names: ours, not the texts'. */
export const contextPlaces: readonly Place[] = gazetteer.contextPlaces;

/** Places, areas and crossings in this order: what the list shows and the search goes through. */
export const entries: readonly Entry[] = [
  ...places.map((place) => ({ type: 'place' as const, ...place })),
  ...areas.map((area) => ({ type: 'area' as const, ...area })),
  ...crossings.map((crossing) => ({ type: 'crossing' as const, ...crossing }))
];

const index = new Map<string, Entry>(
  [...entries, ...contextPlaces.map((place) => ({ type: 'place' as const, ...place }))].map(
    (entry) => [entry.id, entry]
  )
);

/** The place, area or crossing with this id, context places included; undefined when none has it. */
export function byId(id: string): Entry | undefined {
  return index.get(id);
}

/** Beyond this distance from the line a place is no longer in the map's view of the whole line. */
export const FAR_FROM_LINE_KM = 250;

/**
 * Whether a place lies far from the line, so that a pointer at the view's edge stands for it.
 *
 * @param offsetKm  its offset from the line, of either sign (see `Border.station`)
 */
export function isFarFromLine(offsetKm: number): boolean {
  return Math.abs(offsetKm) > FAR_FROM_LINE_KM;
}

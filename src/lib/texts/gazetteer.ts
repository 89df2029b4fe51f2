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

/** Where the places lie that the project's own texts name; a text that is added may bring more. */
export const gazetteer: Gazetteer = readGazetteer(data);

/** Crossings of the line; their positions are checked against the line by a test. */
export const crossings: readonly Crossing[] = gazetteer.crossings;
/** Crossings whose position nobody gives well enough to draw. */
export const unplacedCrossings = gazetteer.unplacedCrossings;

const ids = new Set(
  [...gazetteer.places, ...gazetteer.areas, ...gazetteer.crossings, ...gazetteer.contextPlaces].map(
    ({ id }) => id
  )
);

/** Whether the gazetteer has a place, area or crossing of this id. */
export function isInGazetteer(id: string): boolean {
  return ids.has(id);
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

import * as v from 'valibot';
import { Id, Words } from './fields';

/** A length as a text gives it. */
const given = {
  value: v.pipe(v.number('must be a number'), v.gtValue(0, 'must be above 0')),
  /** The text's own unit: `mi` is the mile of 1.609344 km. */
  unit: v.picklist(['km', 'mi']),
  /** Whether the text says “about”. Else the length is taken to its last digit. */
  about: v.optional(v.boolean('must be true or false'), false)
};

const Codes = v.array(
  v.pipe(v.string('must be text'), v.regex(/^[A-Z]{2}-[A-Z]{2,3}$/, 'must be like "PK-KP"'))
);

/** What of a claim can be tested, so that the app can test it. */
export const MeasureSchema = v.variant('of', [
  /** The line is so long. */
  v.strictObject({ of: v.literal('length'), ...given }),
  /** A place is so far from another. */
  v.strictObject({ of: v.literal('distance'), place: Id, from: Id, ...given }),
  /** A place is so far from the line. */
  v.strictObject({ of: v.literal('offset'), place: Id, ...given }),
  /** Several claims of this text, distances and offsets of one place, hold at once. */
  v.strictObject({
    of: v.literal('together'),
    claims: v.pipe(v.array(Id), v.minLength(2, 'must name at least two claims')),
    /** The side of the line that the place is on. */
    side: v.picklist(['afghan', 'pakistan'])
  }),
  /** A place lies in a district of Pakistan, by its id in geodata/files/districts.geojson. */
  v.strictObject({ of: v.literal('district'), place: Id, district: Id }),
  /** Places lie in provinces, by their ISO 3166-2 codes; one of them for each place is enough. */
  v.strictObject({ of: v.literal('provinces'), places: v.array(Id), provinces: Codes }),
  /** So much of so much. */
  v.strictObject({
    of: v.literal('share'),
    part: v.pipe(v.number(), v.gtValue(0, 'must be above 0')),
    whole: v.pipe(v.number(), v.gtValue(0, 'must be above 0')),
    unit: Words
  })
]);

export type Measure = v.InferOutput<typeof MeasureSchema>;
export type MeasureOf<Of extends Measure['of']> = Extract<Measure, { of: Of }>;

/** A mile in km, by the agreement of 1959. */
const MILE_KM = 1.609344;

/** A length that a text gives, in km. */
export function givenKm({ value, unit }: { value: number; unit: 'km' | 'mi' }): number {
  return unit === 'mi' ? value * MILE_KM : value;
}

/** The ids of the places that a measure speaks of. */
export function placesOf(measure: Measure): string[] {
  if (measure.of === 'distance') return [measure.place, measure.from];
  if (measure.of === 'offset' || measure.of === 'district') return [measure.place];
  return measure.of === 'provinces' ? measure.places : [];
}

/** The measure with other ids for its places. */
export function withPlaces(measure: Measure, idOf: (id: string) => string): Measure {
  if (measure.of === 'distance') {
    return { ...measure, place: idOf(measure.place), from: idOf(measure.from) };
  }
  if (measure.of === 'offset' || measure.of === 'district') {
    return { ...measure, place: idOf(measure.place) };
  }
  return measure.of === 'provinces' ? { ...measure, places: measure.places.map(idOf) } : measure;
}

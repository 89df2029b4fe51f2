import * as v from 'valibot';
import { crossesItself } from '../geodesy/crosses-itself';
import type { LonLat } from '../geodesy/position';
import { Km, Position, Words } from './fields';

/** As many corners as a person draws; an area is to be seen, not to be measured. */
const MOST_CORNERS = 2000;
/** Larger than any region about the line, and small enough to be a circle on the map. */
const MOST_RADIUS_KM = 1000;

const Ring = v.pipe(
  v.array(Position, 'must be a ring: a list of [longitude, latitude]'),
  v.minLength(4, 'has fewer than 4 positions: give 3 corners at least, and the first once more'),
  v.maxLength(MOST_CORNERS, `has too many positions: give ${MOST_CORNERS} at most`),
  v.check(
    (ring) => ring[0].join() === ring[ring.length - 1].join(),
    'is not closed: repeat its first position as its last'
  ),
  v.check(
    (ring) => !crossesItself(ring.slice(0, -1).map(([lon, lat]): LonLat => [lon, lat])),
    'crosses itself or comes back to one of its corners: draw it around once'
  )
);
const Rings = v.pipe(v.array(Ring, 'must be a list of rings'), v.minLength(1, 'has no ring'));

/** As GeoJSON has it (RFC 7946), so that it can be drawn in any tool for maps. */
const Geometry = v.variant('type', [
  v.strictObject({ type: v.literal('Polygon'), coordinates: Rings }),
  v.strictObject({
    type: v.literal('MultiPolygon'),
    coordinates: v.pipe(
      v.array(Rings, 'must be a list of polygons'),
      v.minLength(1, 'has no polygon')
    )
  })
]);

const Provinces = v.strictObject({
  as: v.literal('provinces'),
  /** ISO 3166-2 codes. */
  provinces: v.array(
    v.pipe(v.string('must be text'), v.regex(/^[A-Z]{2}-[A-Z]{2,3}$/, 'must be like "PK-KP"'))
  )
});

/** No outline exists: a label alone, at this position. */
const Label = v.strictObject({ as: v.literal('label'), at: Position });

/** What a text that is added can bring itself. */
const Circle = v.strictObject({
  as: v.literal('circle'),
  at: Position,
  radiusKm: v.pipe(Km, v.maxValue(MOST_RADIUS_KM, `is too large: give ${MOST_RADIUS_KM} at most`)),
  /** What the outline rests on. */
  positionFrom: Words
});
const Polygon = v.strictObject({
  as: v.literal('polygon'),
  geometry: Geometry,
  positionFrom: Words
});

/** How an area of the gazetteer is drawn. */
export const ShapeSchema = v.variant('as', [
  v.strictObject({ as: v.literal('line') }),
  v.strictObject({ as: v.literal('zone') }),
  Provinces,
  Label
]);

/** How an area is drawn that a text brings. */
export const OwnShapeSchema = v.variant('as', [Circle, Polygon, Provinces, Label]);

export type Shape = v.InferOutput<typeof ShapeSchema> | v.InferOutput<typeof OwnShapeSchema>;

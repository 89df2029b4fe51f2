import * as v from 'valibot';
import { isLonLat } from '../geodesy/position';
import {
  about,
  FARTHEST_KM,
  fromAnywhereIn,
  type Between,
  type Condition
} from '../zones/locus/condition';
import { WIDEST_KM } from '../zones/zone';

/** More conditions than anyone states. */
export const MOST_CONDITIONS = 20;

const Km = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(20_000));

/** A distance as it is stated: about so far, with a tolerance as a share, or from so far to so far. */
const Extent = v.variant('as', [
  v.object({
    as: v.literal('about'),
    km: v.pipe(Km, v.minValue(0.1)),
    tolerance: v.pipe(v.number(), v.minValue(0.001), v.maxValue(1))
  }),
  v.object({ as: v.literal('between'), leastKm: Km, mostKm: v.pipe(Km, v.minValue(0.1)) })
]);

const Place = v.object({
  name: v.pipe(v.string(), v.maxLength(200)),
  at: v.pipe(
    v.tuple([v.number(), v.number()]),
    v.check(([lon, lat]) => isLonLat(lon, lat), 'is no position in degrees')
  ),
  /** Radius in which its true position lies; 0 for coordinates. */
  uncertaintyKm: Km
});

/** A condition as the reader states it. */
const StatedSchema = v.variant('kind', [
  v.object({ kind: v.literal('distance'), from: v.nullable(Place), extent: Extent }),
  v.object({
    kind: v.literal('offset'),
    side: v.picklist(['afghan', 'pakistan', 'either']),
    extent: Extent
  }),
  v.object({ kind: v.literal('stretch'), fromKm: Km, toKm: Km }),
  v.object({ kind: v.literal('province'), id: v.nullable(v.string()) })
]);

const KeptSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^find:[0-9]+$/)),
  name: v.pipe(v.string(), v.maxLength(200)),
  shown: v.boolean(),
  stated: v.pipe(v.array(StatedSchema), v.minLength(1), v.maxLength(MOST_CONDITIONS))
});

/** What the reader looks for at present, and what of it was kept as a layer. */
export const FindSchema = v.object({
  stated: v.pipe(v.array(StatedSchema), v.maxLength(MOST_CONDITIONS)),
  /** Places whose distance is told beside those of the gazetteer. */
  candidates: v.pipe(v.array(Place), v.maxLength(50)),
  kept: v.pipe(v.array(KeptSchema), v.maxLength(100))
});

export type Extent = v.InferOutput<typeof Extent>;
export type StatedPlace = v.InferOutput<typeof Place>;
export type Stated = v.InferOutput<typeof StatedSchema>;
export type StatedKind = Stated['kind'];
/** A claim of the reader's own, kept by name: where it holds is computed anew from what it states. */
export type KeptFind = v.InferOutput<typeof KeptSchema>;
export type Find = v.InferOutput<typeof FindSchema>;

export const noFind = (): Find => ({ stated: [], candidates: [], kept: [] });

/** What "about" means where nothing else is said. */
export const USUAL_TOLERANCE = 0.1;

const betweenOf = (extent: Extent): Between =>
  extent.as === 'about'
    ? about(extent.km, extent.tolerance)
    : { leastKm: extent.leastKm, mostKm: extent.mostKm };

/** Why a statement cannot be asked for yet. */
export type Lack = 'place' | 'province' | 'order' | 'too far from the line' | 'too far';

/** The condition that a statement makes on a line of some length, or what it lacks. */
export function conditionOf(stated: Stated, lengthKm: number): Condition | Lack {
  if (stated.kind === 'province') {
    return stated.id === null ? 'province' : { kind: 'province', id: stated.id };
  }
  if (stated.kind === 'stretch') {
    const { kind, fromKm } = stated;
    const toKm = Math.min(stated.toKm, lengthKm);
    return fromKm < toKm ? { kind, fromKm, toKm } : 'order';
  }
  const between = betweenOf(stated.extent);
  if (between.leastKm >= between.mostKm) return 'order';
  if (stated.kind === 'offset') {
    if (between.mostKm > WIDEST_KM) return 'too far from the line';
    return { kind: 'offset', side: stated.side, ...between };
  }
  if (!stated.from) return 'place';
  if (between.mostKm > FARTHEST_KM) return 'too far';
  return { kind: 'distance', from: stated.from.at, ...between };
}

/** The same condition with its place anywhere within the uncertainty that it is known to. */
export function looseConditionOf(stated: Stated, lengthKm: number): Condition | Lack {
  const condition = conditionOf(stated, lengthKm);
  if (typeof condition === 'string' || stated.kind !== 'distance') return condition;
  return condition.kind === 'distance'
    ? fromAnywhereIn(condition, stated.from?.uncertaintyKm ?? 0)
    : condition;
}

import type { Border } from '../border/border';
import { indexFlatPolygons, widthsAcross } from './cross-section';
import type { ZoneEngine } from './engine';
import type { FlatFootprint, Footprint, ProvinceArea } from './footprint';
import { insideOf, type Inside, type PointOfInterest } from './inside';
import type { ZoneMembership } from './membership';
import { WidthGathering, type WidthSummaries } from './width-summary';
import { stretchesOf, type Stretch, type Zone } from './zone';

/** Lists of points by what they are: settlements, crossings, places, incidents. */
export type PointLists = Record<string, readonly PointOfInterest[]>;

/** All that is told of a zone in numbers. */
export interface ZoneFigures<Lists extends PointLists> {
  areaKm2: number;
  areaAfghanKm2: number;
  areaPakistanKm2: number;
  provinces: ProvinceArea[];
  cutOff: Footprint['cutOff'];
  lengthKm: number;
  widths: WidthFigures;
  /** Of each list, what lies in the zone. */
  inside: { [Name in keyof Lists]: Inside<Lists[Name][number]> };
  /** How far at most the outline may stray from the zone's true edge; areas are within 0.05 %. */
  toleranceKm: number;
}

/** Least, mean and greatest width per side and in total, and where. */
export interface WidthFigures extends WidthSummaries {
  /** Cross-sections were measured at least this often along the zone's stretches. */
  everyKm: number;
}

/** The step for widths: finer tells little more, for stated widths vary slowly. */
const WIDTHS_EVERY_KM = 5;
/** After so many the worker may answer another call. */
const CUTS_A_STEP = 20;

/**
 * Gathers the figures of a zone. Pauses between its parts and yields how much is done, from 0 to 1,
 * so that a worker can answer other calls or stop in between. Throws a RangeError that says what is
 * wrong with the zone. `membership` must be the same zone's.
 */
export function* zoneFigures<Lists extends PointLists>(
  border: Border,
  engine: ZoneEngine,
  zone: Zone,
  membership: ZoneMembership,
  lists: Lists
): Generator<number, ZoneFigures<Lists>> {
  const footprint = engine.flatFootprint(zone);
  yield 0.1;
  const provinces = engine.areasByProvince(zone);
  yield 0.2;
  const inside = {} as ZoneFigures<Lists>['inside'];
  for (const name in lists) {
    inside[name] = insideOf(membership, lists[name]);
    yield 0.3;
  }
  const widths = yield* widthFigures(border, footprint, stretchesOf(zone, border.lengthKm));
  const { areaKm2, areaAfghanKm2, areaPakistanKm2, cutOff, lengthKm, toleranceKm } = footprint;
  return {
    areaKm2,
    areaAfghanKm2,
    areaPakistanKm2,
    provinces,
    cutOff,
    lengthKm,
    widths,
    inside,
    toleranceKm
  };
}

function* widthFigures(
  border: Border,
  footprint: FlatFootprint,
  stretches: readonly Stretch[]
): Generator<number, WidthFigures> {
  const polygons = indexFlatPolygons([...footprint.afghan, ...footprint.pakistan]);
  const chainages = stretches.flatMap(middlesOf);
  const gathering = new WidthGathering();
  for (const [i, chainageKm] of chainages.entries()) {
    if (i % CUTS_A_STEP === 0) yield 0.3 + (0.7 * i) / chainages.length;
    gathering.add(chainageKm, widthsAcross(border, polygons, chainageKm));
  }
  return { everyKm: WIDTHS_EVERY_KM, ...gathering.summaries() };
}

/** The middles of equal steps along a stretch: its ends, where a cut would run along it, are not cut. */
function middlesOf({ fromKm, toKm }: Stretch): number[] {
  const steps = Math.ceil((toKm - fromKm) / WIDTHS_EVERY_KM);
  return Array.from({ length: steps }, (_, k) => fromKm + ((k + 0.5) / steps) * (toKm - fromKm));
}

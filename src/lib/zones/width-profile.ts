import type { MultiPolygon, Polygon } from 'geojson';
import type { Border } from '../border/border';
import {
  crossSection,
  indexPolygons,
  type CrossSection,
  type CutOptions,
  type PolygonIndex,
  type WidthAt
} from './cross-section';
import { WidthGathering, type WidthSummaries } from './width-summary';
import type { Stretch } from './zone';

/** The widths at one chainage; see `CrossSection`. */
export interface WidthRow {
  chainageKm: number;
  /** The widths along the cut. */
  afghanKm: number;
  pakistanKm: number;
  totalKm: number;
  /** How far the cut sees on each side; a width beyond that lies in another branch's shadow. */
  afghanOwnKm: number;
  pakistanOwnKm: number;
  /** The widths as stations have them, at this chainage or at that of the branch that shadows it. */
  afghanStation: WidthAt | null;
  pakistanStation: WidthAt | null;
}

export interface WidthProfile extends WidthSummaries {
  rows: WidthRow[];
}

/** Rows nearer together than this, 1 m, would measure the same place twice. */
const LEAST_STEP_KM = 1e-3;

/**
 * Measures how wide polygons are on each side of the line, by cross-sections at `fromKm` and every
 * `everyKm` from there up to `toKm`; over the whole line if left out. Throws a RangeError for steps
 * under 1 m, or unless 0 ≤ fromKm ≤ toKm ≤ the line's length.
 */
export function widthProfile(
  border: Border,
  geometry: Polygon | MultiPolygon,
  everyKm: number,
  { fromKm = 0, toKm = border.lengthKm, ...options }: Partial<Stretch> & CutOptions = {}
): WidthProfile {
  const chainages = chainagesEvery(everyKm, { fromKm, toKm }, border.lengthKm);
  const steps = widthProfileInSteps(border, indexPolygons(geometry), chainages, {
    ...options,
    step: Infinity
  });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * The chainages at `fromKm` and every `everyKm` from there up to `toKm`, on a line of some length.
 * Throws as `widthProfile` does.
 */
export function chainagesEvery(
  everyKm: number,
  { fromKm, toKm }: Stretch,
  lengthKm: number
): number[] {
  const steps = stepCount(everyKm, fromKm, toKm, lengthKm);
  return Array.from({ length: steps + 1 }, (_, i) => Math.min(toKm, fromKm + i * everyKm));
}

/**
 * As `widthProfile`, at given chainages and of prepared polygons, but pauses after every `step` rows
 * and yields how many are done, so that a worker can answer other calls or stop in between. Throws
 * as `crossSection` does.
 */
export function* widthProfileInSteps(
  border: Border,
  polygons: PolygonIndex,
  chainages: readonly number[],
  { step = 20, ...options }: CutOptions & { step?: number } = {}
): Generator<number, WidthProfile> {
  const rows: WidthRow[] = [];
  const gathering = new WidthGathering();
  for (const chainageKm of chainages) {
    const row = rowOf(crossSection(border, polygons, chainageKm, options), chainageKm);
    const { afghanStation: afghan, pakistanStation: pakistan, totalKm } = row;
    gathering.add(chainageKm, { afghan, pakistan, totalKm });
    rows.push(row);
    if (rows.length % step === 0 && rows.length < chainages.length) yield rows.length;
  }
  return { rows, ...gathering.summaries() };
}

function stepCount(everyKm: number, fromKm: number, toKm: number, lengthKm: number): number {
  if (!(everyKm >= LEAST_STEP_KM)) {
    throw new RangeError(`The step is ${everyKm} km: give at least ${LEAST_STEP_KM} km.`);
  }
  if (!(fromKm >= 0 && fromKm <= toKm && toKm <= lengthKm)) {
    throw new RangeError(
      `The profile runs from ${fromKm} to ${toKm} km: it must begin before it ends, within 0 to ` +
        `${lengthKm} km.`
    );
  }
  // Rounding must not lose the row at the end.
  return Math.floor((toKm - fromKm) / everyKm + 1e-9);
}

function rowOf({ afghan, pakistan, totalKm }: CrossSection, chainageKm: number): WidthRow {
  return {
    chainageKm,
    afghanKm: afghan.widthKm,
    pakistanKm: pakistan.widthKm,
    totalKm,
    afghanOwnKm: afghan.ownKm,
    pakistanOwnKm: pakistan.ownKm,
    afghanStation: afghan.stationWidth,
    pakistanStation: pakistan.stationWidth
  };
}

import type { ChainedLine } from '../chained-line';
import { walkDivider, walkDividerInSteps } from './divider';
import type { SimplifiedLengths } from './simplified-lengths';

/** The shortest and the longest ruler that lengths are told for, in km. */
export const SHORTEST_RULER_KM = 0.02;
export const LONGEST_RULER_KM = 50;

/** How long the line is by one ruler. */
export interface LengthByRuler {
  rulerKm: number;
  /** Walked with a divider opened that wide. */
  walkedKm: number;
  /** Simplified with that tolerance. */
  simplifiedKm: number;
}

/** By how much a ruler found for a length may miss it. */
const LENGTH_MISS_KM = 0.25;

/**
 * The line's length by rulers from the shortest to the longest, in even steps of their logarithm,
 * `perDecade` to a factor of ten. Yields the share that is done.
 */
export function* lengthCurve(
  line: ChainedLine,
  simplified: SimplifiedLengths,
  perDecade = 16
): Generator<number, LengthByRuler[]> {
  const decades = Math.log10(LONGEST_RULER_KM / SHORTEST_RULER_KM);
  const count = Math.round(decades * perDecade);
  const rows: LengthByRuler[] = [];
  for (let i = 0; i <= count; i++) {
    const rulerKm = SHORTEST_RULER_KM * 10 ** ((decades * i) / count);
    const walk = walkDividerInSteps(line, rulerKm);
    let step = walk.next();
    for (; !step.done; step = walk.next()) yield i / count;
    const { lengthKm: walkedKm } = step.value;
    rows.push({ rulerKm, walkedKm, simplifiedKm: simplified.lengthKm(rulerKm) });
    yield i / count;
  }
  return rows;
}

/** The rulers in km by which the line is so long; null where none of that kind gives it. */
export interface RulersFor {
  dividerKm: number | null;
  toleranceKm: number | null;
}

/**
 * The shortest rulers, of those told for, by which the line is no longer than `lengthKm`: there it
 * is that long to within 0.25 km. The walked length does not fall evenly: a somewhat longer opening
 * may give the same length again, and where it jumps over the length the nearest is taken, within
 * 1.5 km of it.
 */
export function rulersFor(
  lengthKm: number,
  curve: readonly LengthByRuler[],
  line: ChainedLine,
  simplified: SimplifiedLengths
): RulersFor {
  const toleranceKm = simplified.toleranceFor(lengthKm);
  return {
    dividerKm: dividerFor(lengthKm, curve, line),
    toleranceKm: toleranceKm !== null && toleranceKm > LONGEST_RULER_KM ? null : toleranceKm
  };
}

/**
 * A divider that measures the length. What it measures jumps as its opening grows, so that not every
 * crossing of the curve has one: the crossings are tried from the finest on, and the divider that
 * comes nearest is taken.
 */
function dividerFor(
  lengthKm: number,
  curve: readonly LengthByRuler[],
  line: ChainedLine
): number | null {
  let nearest: Walk | null = null;
  for (let i = 1; i < curve.length; i++) {
    const [before, after] = [curve[i - 1], curve[i]];
    if (before.walkedKm > lengthKm === after.walkedKm > lengthKm) continue;
    const found = dividerBetween(before, after, lengthKm, line);
    if (!nearest || found.missKm < nearest.missKm) nearest = found;
    if (nearest.missKm <= LENGTH_MISS_KM) break;
  }
  return nearest && nearest.dividerKm;
}

interface Walk {
  dividerKm: number;
  missKm: number;
}

/** Halves, in logarithms, between two rulers of which one measures more than the length. */
function dividerBetween(
  before: LengthByRuler,
  after: LengthByRuler,
  lengthKm: number,
  line: ChainedLine
): Walk {
  const rises = before.walkedKm <= lengthKm;
  let [low, high] = [before.rulerKm, after.rulerKm];
  let nearest: Walk = { dividerKm: high, missKm: Infinity };
  for (let round = 0; round < 40 && nearest.missKm > LENGTH_MISS_KM; round++) {
    const dividerKm = Math.sqrt(low * high);
    const { lengthKm: walkedKm } = walkDivider(line, dividerKm);
    const missKm = Math.abs(walkedKm - lengthKm);
    if (missKm < nearest.missKm) nearest = { dividerKm, missKm };
    if (walkedKm > lengthKm !== rises) low = dividerKm;
    else high = dividerKm;
  }
  return nearest;
}

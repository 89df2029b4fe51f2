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
 * is that long to within 0.25 km. The walked length does not fall evenly, so that a somewhat longer
 * opening may give the same length again.
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

function dividerFor(
  lengthKm: number,
  curve: readonly LengthByRuler[],
  line: ChainedLine
): number | null {
  const index = curve.findIndex(({ walkedKm }) => walkedKm <= lengthKm);
  if (index < 1) return null;
  // Halves, in logarithms, between a ruler that measures more and one that measures no more.
  let [above, below] = [curve[index - 1].rulerKm, curve[index].rulerKm];
  for (let round = 0; round < 40; round++) {
    const middle = Math.sqrt(above * below);
    const { lengthKm: walkedKm } = walkDivider(line, middle);
    if (Math.abs(walkedKm - lengthKm) <= LENGTH_MISS_KM) return middle;
    if (walkedKm > lengthKm) above = middle;
    else below = middle;
  }
  return below;
}

import type { IntervalKm } from '../../border/offset-over-disc';
import { givenKm } from '../measure-schema';
import type { Measured, ProvinceShares, Reading } from './finding';

/** What the reader sets: how much “about” allows, and how much longer a road is than a straight line. */
export interface Allowance {
  /** A share: 0.1 for 10 %. */
  tolerance: number;
  roadFactor: number;
}

/**
 * Whether a claim holds wherever the place lies (`holds`), only for some of the positions that it
 * may have or only in some sense (`only`), for none of them (`fails`), or whether it cannot be
 * tested here.
 */
export type Verdict = 'holds' | 'only' | 'fails' | 'untestable';

/** The same for one spot: everywhere, somewhere or nowhere within its uncertainty. */
export type SpotVerdict = 'everywhere' | 'somewhere' | 'nowhere';

/** The lengths that count as the stated one. */
export function bandOf(
  stated: { value: number; unit: 'km' | 'mi'; about: boolean },
  tolerance: number
): IntervalKm {
  const km = givenKm(stated);
  const slackKm = stated.about ? km * tolerance : givenKm({ ...stated, value: half(stated.value) });
  return { leastKm: km - slackKm, mostKm: km + slackKm };
}

/** Half of a number's last digit that is not 0: what a figure leaves open. 5 for 2640, 0.5 for 17. */
function half(value: number): number {
  const [digits, exponent] = value.toExponential().split('e');
  const decimals = digits.split('.').at(1)?.length ?? 0;
  return 0.5 * 10 ** (Number(exponent) - decimals);
}

/** A straight line's length as it may be by road. */
export function byRoad({ leastKm, mostKm }: IntervalKm, factor: number): IntervalKm {
  return { leastKm: leastKm * factor, mostKm: mostKm * factor };
}

export function spotVerdict(range: IntervalKm, band: IntervalKm): SpotVerdict {
  if (range.mostKm < band.leastKm || range.leastKm > band.mostKm) return 'nowhere';
  return range.leastKm >= band.leastKm && range.mostKm <= band.mostKm ? 'everywhere' : 'somewhere';
}

/** The road factors, 1 or more, by which a straight line's length would meet a band; null if none. */
export function factorsFor(
  range: IntervalKm,
  band: IntervalKm
): { least: number; most: number } | null {
  const least = Math.max(1, band.leastKm / range.mostKm);
  const most = range.leastKm > 0 ? band.mostKm / range.leastKm : Infinity;
  return most >= least ? { least, most } : null;
}

/** What the spots together say of a claim. */
export function overall(spots: readonly SpotVerdict[]): Verdict {
  if (spots.every((spot) => spot === 'everywhere')) return 'holds';
  return spots.every((spot) => spot === 'nowhere') ? 'fails' : 'only';
}

/** A reading's verdict as a straight line and by road. */
export interface Judged {
  straight: SpotVerdict;
  road: SpotVerdict;
}

export function judge(reading: Reading, band: IntervalKm, { roadFactor }: Allowance): Judged {
  return {
    straight: spotVerdict(reading.range, band),
    road: spotVerdict(byRoad(reading.range, roadFactor), band)
  };
}

type Together = Extract<Measured, { of: 'together' }>;

/** For each spot, whether a position that meets all of the lengths lies within its uncertainty. */
export type Reached = Record<keyof Judged, readonly boolean[]>;

const NONE_REACHED: Reached = { straight: [], road: [] };

/** Whether several lengths can hold at once for a spot: nowhere if one of them holds nowhere. */
export function togetherAt(
  { parts }: Together,
  spot: number,
  allowance: Allowance,
  reached: Reached
): Judged {
  const judged = parts.map((part) =>
    judge(part.readings[spot], bandOf(part.measure, allowance.tolerance), allowance)
  );
  const all = (by: keyof Judged): SpotVerdict => {
    if (judged.some((one) => one[by] === 'nowhere')) return 'nowhere';
    if (judged.every((one) => one[by] === 'everywhere')) return 'everywhere';
    return reached[by].at(spot) ? 'somewhere' : 'nowhere';
  };
  return { straight: all('straight'), road: all('road') };
}

/** A share of a place's outline in provinces above which it lies in them: the rest is the outlines'. */
const NEARLY_ALL = 0.98;

/** What the measurement says of the claim, with what the reader allows. */
export function verdictOf(
  measured: Measured | null,
  allowance: Allowance,
  reached: Reached = NONE_REACHED
): Verdict {
  if (!measured || measured.of === 'share') return 'untestable';
  if (measured.of === 'length') {
    const band = bandOf(measured.measure, allowance.tolerance);
    const holds = measured.lengths[0].lengthKm;
    if (holds >= band.leastKm && holds <= band.mostKm) return 'holds';
    const { dividerKm, toleranceKm } = measured.rulers;
    return dividerKm === null && toleranceKm === null ? 'fails' : 'only';
  }
  if (measured.of === 'distance' || measured.of === 'offset') {
    const band = bandOf(measured.measure, allowance.tolerance);
    return overall(measured.readings.map((reading) => spotVerdict(reading.range, band)));
  }
  if (measured.of === 'together') {
    return overall(
      measured.spots.map((_, i) => togetherAt(measured, i, allowance, reached).straight)
    );
  }
  if (measured.of === 'district') {
    const { readings, outlineErrorKm } = measured;
    const band = { leastKm: outlineErrorKm, mostKm: Infinity };
    return overall(readings.map((reading) => spotVerdict(reading.range, band)));
  }
  const lies = measured.places.map((place) => liesIn(place, measured.measure.provinces));
  if (lies.every((one) => one === 'today')) return 'holds';
  return lies.every((one) => one === null) ? 'fails' : 'only';
}

/** The tribal areas were joined to Khyber Pakhtunkhwa on 31 May 2018 (25th Amendment). */
export const MERGED = { id: 'PK-TA', into: 'PK-KP', on: '2018-05-31' };

/**
 * Whether a place lies in one of the provinces as they are today, only as they were before the
 * merger, or not (null).
 */
export function liesIn(
  { shares }: ProvinceShares,
  provinces: readonly string[]
): 'today' | 'before' | null {
  const shareOf = (wanted: readonly string[]) =>
    shares.reduce(
      (sum, { id, share }) => sum + (id !== null && wanted.includes(id) ? share : 0),
      0
    );
  if (shareOf(provinces.filter((id) => id !== MERGED.id)) >= NEARLY_ALL) return 'today';
  return shareOf(provinces) >= NEARLY_ALL ? 'before' : null;
}

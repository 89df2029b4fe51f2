import type { IntervalKm } from '../../border/offset-over-disc';
import type { Finding, Spot } from '../../texts/findings/finding';
import {
  MERGED,
  liesIn,
  spotVerdict,
  bandOf,
  overall,
  togetherAt,
  type Allowance,
  type Reached,
  type SpotVerdict,
  type Verdict
} from '../../texts/findings/verdict';
import { length, shortLength, stepFor } from '../format';
import { unit } from '../units.svelte';

export const VERDICTS: Record<Verdict, string> = {
  holds: 'Holds',
  only: 'Holds only in part',
  fails: 'Does not hold',
  untestable: 'Cannot be tested here'
};

export const SPOT_VERDICTS: Record<SpotVerdict, string> = {
  everywhere: 'holds',
  somewhere: 'can hold',
  nowhere: 'does not hold'
};

/** What a tolerance of nothing means. */
export const EXACT_WORDS =
  '“About” allows nothing now: only the very length that is stated counts. It is met on a line ' +
  'without width, and two lengths at once in single points; so there is no area to state, and a ' +
  'position holds only if such a line or point lies within its uncertainty.';

/** Why the road factor stands where it stands, for the reader to judge. */
export const ROAD_NOTE =
  'An assumption: the app has no roads. South Korea’s roads are 1.26 times as long as the straight ' +
  'line, those of its most mountainous province 1.44 times (Kim et al., Journal of the Korean ' +
  'Society of Agricultural Engineers 57, 2015).';

/** “8–15 mi”: outwards to what the position’s uncertainty allows to tell. */
export function rangeWords({ leastKm, mostKm }: IntervalKm, uncertaintyKm: number): string {
  const { perKm, label } = unit();
  const step = stepFor(uncertaintyKm * perKm);
  const least = Math.floor((leastKm * perKm) / step + 1e-9) * step;
  const most = Math.ceil((mostKm * perKm) / step - 1e-9) * step;
  const told = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 3 });
  return least === most
    ? `${told(most)}\u202f${label}`
    : `${told(least)}–${told(most)}\u202f${label}`;
}

/** A ruler as long as its figures allow to tell: “140 m”, “3.0 km”. */
export function rulerWords(km: number): string {
  return km < 1 ? shortLength(km) : length(km, km < 10 ? 1 : 0);
}

/** How a spot is named in a table or sentence. */
export function spotName({ candidate }: Pick<Spot, 'candidate'>): string {
  return candidate ?? 'the position drawn on the map';
}

/** What is allowed, as a sentence begins with it. */
const givenWords = (tolerance: number) =>
  tolerance === 0 ? 'Taken exactly' : `With ${percent(tolerance)} either way`;

const percent = (share: number) =>
  `${(100 * share).toLocaleString('en', { maximumFractionDigits: 1 })}\u202f%`;

const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** What holds for which spots, begun with what is allowed: “With 10 % either way”. */
function bySpots(
  spots: readonly Spot[],
  verdicts: readonly SpotVerdict[],
  given: string | null
): string {
  const named = (wanted: SpotVerdict) =>
    listed(spots.filter((_, i) => verdicts[i] === wanted).map(spotName));
  const it = given === null ? 'It' : `${given} it`;
  const verdict = overall(verdicts);
  if (verdict === 'holds') return `${it} holds for every candidate position.`;
  if (verdict === 'fails') return `${it} does not hold for any candidate position.`;
  const told: [SpotVerdict, string][] = [
    ['everywhere', 'holds for'],
    ['somewhere', 'can hold, depending on where in their rings they lie, for'],
    ['nowhere', 'does not hold for']
  ];
  const parts = told.flatMap(([wanted, verb]) => {
    const names = named(wanted);
    return names ? [`${verb} ${names}`] : [];
  });
  return `${it} ${parts.join('; it ')}.`;
}

/** The finding in a sentence or two, with what the reader allows. */
export function verdictWords(finding: Finding, allowance: Allowance, reached: Reached): string {
  const { measured } = finding;
  if (!measured) return 'Nothing in it can be measured here.';
  const given = givenWords(allowance.tolerance);
  if (measured.of === 'length') {
    const { dividerKm, toleranceKm } = measured.rulers;
    const rulers = [
      dividerKm !== null && `stepped along with a divider of some ${rulerWords(dividerKm)}`,
      toleranceKm !== null && `simplified to some ${rulerWords(toleranceKm)}`
    ].filter((one) => one !== false);
    const full = `At full detail the line is ${length(measured.lengths[0].lengthKm)} long.`;
    return rulers.length > 0
      ? `It holds only with one ruler: for the line ${rulers.join(', or ')}. ${full}`
      : `No ruler gives this length. ${full}`;
  }
  if (measured.of === 'distance' || measured.of === 'offset') {
    const band = bandOf(measured.measure, allowance.tolerance);
    const verdicts = measured.readings.map((reading) => spotVerdict(reading.range, band));
    return bySpots(measured.readings, verdicts, given);
  }
  if (measured.of === 'together') {
    const verdicts = measured.spots.map(
      (_, i) => togetherAt(measured, i, allowance, reached).straight
    );
    return bySpots(measured.spots, verdicts, given);
  }
  if (measured.of === 'district') {
    const verdicts = measured.readings.map((one) =>
      spotVerdict(one.range, { leastKm: measured.outlineErrorKm, mostKm: Infinity })
    );
    const error = length(measured.outlineErrorKm);
    return `${bySpots(measured.readings, verdicts, null)} The district’s outline is schematic, some ${error} off.`;
  }
  if (measured.of === 'provinces') {
    const { places, measure } = measured;
    const named = (wanted: 'today' | 'before' | null) =>
      listed(places.filter((one) => liesIn(one, measure.provinces) === wanted).map((p) => p.name));
    const [today, before, nowhere] = [named('today'), named('before'), named(null)];
    return [
      today && `Holds for ${today} today.`,
      before &&
        `Holds for ${before} only by the division until ${MERGED.on}, when the tribal areas became part of Khyber Pakhtunkhwa.`,
      nowhere && `Does not hold for ${nowhere}.`
    ]
      .filter(Boolean)
      .join(' ');
  }
  const { part, whole, unit: of } = measured.measure;
  return `No geometry to test. As stated, ${part} of ${whole} ${of} is ${percent(Math.round(100 * measured.share) / 100)}.`;
}

import type { LonLat } from '../../geodesy/position';
import type { Measured } from '../../texts/findings/finding';
import { bandOf } from '../../texts/findings/verdict';
import {
  fromAnywhereIn,
  type Between,
  type Condition,
  type DistanceCondition
} from '../../zones/locus/condition';
import { WIDEST_KM } from '../../zones/zone';

export type MeasuredOf<Of extends Measured['of']> = Extract<Measured, { of: Of }>;

/** How stated distances are read, and how far “about” goes. */
export interface Read {
  tolerance: number;
  /** 1 for straight lines. */
  roadFactor: number;
  /**
   * Where the places that distances are measured from lie: where they are drawn, as in the reader’s
   * own claims, or anywhere within their uncertainty, as in the verdicts.
   */
  from: 'drawn' | 'anywhere';
}

/** Bands along the line are drawn so far around the place that a claim is about. */
const DRAWN_KM = 120;
/** A length without any tolerance is met on a line without width: within 10 m of it here. */
const EXACT_KM = 0.01;

function straightBand(part: MeasuredOf<'distance' | 'offset'>, read: Read): Between {
  const { leastKm, mostKm } = bandOf(part.measure, read.tolerance);
  const slackKm = leastKm < mostKm ? 0 : EXACT_KM;
  return {
    leastKm: leastKm / read.roadFactor - slackKm,
    mostKm: mostKm / read.roadFactor + slackKm
  };
}

/** The ring in which a place must lie. */
export function ringOf(part: MeasuredOf<'distance'>, read: Read): DistanceCondition {
  const { at, uncertaintyKm } = part.from;
  const ring: DistanceCondition = { kind: 'distance', from: at, ...straightBand(part, read) };
  return read.from === 'anywhere' ? fromAnywhereIn(ring, uncertaintyKm) : ring;
}

export function bandAlongLine(
  part: MeasuredOf<'offset'>,
  read: Read,
  side: 'afghan' | 'pakistan' | 'either'
): Condition {
  const { leastKm, mostKm } = straightBand(part, read);
  return { kind: 'offset', side, leastKm, mostKm: Math.min(WIDEST_KM, mostKm) };
}

/** All conditions of a claim that joins others. */
export function together(measured: MeasuredOf<'together'>, read: Read): Condition[] {
  return measured.parts.map((part) =>
    part.of === 'distance' ? ringOf(part, read) : bandAlongLine(part, read, measured.measure.side)
  );
}

/** What is drawn of a band along the line: the part around a place. */
export function around(at: LonLat): Condition {
  return { kind: 'distance', from: at, leastKm: 0, mostKm: DRAWN_KM };
}

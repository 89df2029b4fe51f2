import type { LonLat } from '../../geodesy/position';
import type { Measured } from '../../texts/findings/finding';
import { bandOf } from '../../texts/findings/verdict';
import type { Between, Condition } from '../../zones/locus/condition';
import { WIDEST_KM } from '../../zones/zone';

export type MeasuredOf<Of extends Measured['of']> = Extract<Measured, { of: Of }>;

/** How stated distances are read, and how far “about” goes. */
export interface Read {
  tolerance: number;
  /** 1 for straight lines. */
  roadFactor: number;
}

/** Bands along the line are drawn so far around the place that a claim is about. */
const DRAWN_KM = 120;

function straightBand(part: MeasuredOf<'distance' | 'offset'>, read: Read): Between {
  const { leastKm, mostKm } = bandOf(part.measure, read.tolerance);
  return { leastKm: leastKm / read.roadFactor, mostKm: mostKm / read.roadFactor };
}

/** The ring in which a place must lie; what it is measured from may lie anywhere in its own ring. */
export function ringOf(part: MeasuredOf<'distance'>, read: Read): Condition {
  const { leastKm, mostKm } = straightBand(part, read);
  const { at, uncertaintyKm } = part.from;
  return {
    kind: 'distance',
    from: at,
    leastKm: Math.max(0, leastKm - uncertaintyKm),
    mostKm: mostKm + uncertaintyKm
  };
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

import { YEAR_MS, type Span } from '../../../../texts/time/span';

/** An end of the part of time that is picked. */
export type BrushGrip = 'from' | 'to';

/** The shortest part of time to pick: a month. */
const SHORTEST_MS = YEAR_MS / 12;

/** A part of time with one end moved by so much, within the whole and at least a month long. */
export function brushed({ from, to }: Span, grip: BrushGrip, byMs: number, whole: Span): Span {
  const within = (ms: number, low: number, high: number) => Math.min(high, Math.max(low, ms));
  return grip === 'from'
    ? { from: within(from + byMs, whole.from, Math.max(whole.from, to - SHORTEST_MS)), to }
    : { from, to: within(to + byMs, Math.min(whole.to, from + SHORTEST_MS), whole.to) };
}

const MONTH = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** The month of a moment: "Mar 2022". */
export function monthWords(ms: number): string {
  return MONTH.format(ms);
}

import { YEAR_MS, type Span } from './span';

/** Years without any event that make a break in the scale. */
const GAP_YEARS = 8;
/** Room that an era keeps before its first and after its last moment, in years. */
const MARGIN_YEARS = 0.4;

/** A time in which something happens, and how much does. */
export interface Era extends Span {
  count: number;
}

/** The times in which the spans lie, in order; between two of them nothing is told for long. */
export function erasOf(spans: readonly Span[]): Era[] {
  const eras: Era[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = eras.at(-1);
    if (last && span.from - last.to < GAP_YEARS * YEAR_MS) {
      last.to = Math.max(last.to, span.to);
      last.count += 1;
    } else eras.push({ from: span.from, to: span.to, count: 1 });
  }
  const margin = MARGIN_YEARS * YEAR_MS;
  return eras.map(({ from, to, count }) => ({ from: from - margin, to: to + margin, count }));
}

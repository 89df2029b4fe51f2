import { Bins } from './bins';
import type { Chosen } from './mask';
import type { Axis, Summary } from './summary';
import { NO_DAY, type LocatedTable } from './table';

type TimeAxis = Extract<Axis, { of: 'time' }>;
type Unit = TimeAxis['by'];

/** So many bars at the most: a long time by days is counted by months, and by years. */
const MOST_BARS = 2_000;
const COARSER: Record<Unit, Unit> = { day: 'month', month: 'year', year: 'year' };
const MS_PER_DAY = 86_400_000;

/**
 * Counts chosen incidents by day, month or year, in bars without gaps from the first to the last. An
 * incident whose days are a span is spread evenly over it, not put on a made-up day.
 */
export function summariseTime(table: LocatedTable, chosen: Chosen, axis: TimeAxis): Summary {
  const { rows, share } = chosen;
  const span = spanOf(table, rows);
  const leftOut = span.undated > 0 ? [{ why: 'without a date', count: span.undated }] : [];
  if (span.undated === rows.length) return { axis, bins: [], leftOut };
  let by = axis.by;
  while (by !== 'year' && barsOf(span.first, span.last, by) > MOST_BARS) by = COARSER[by];

  const bars = barsFrom(span.first, span.last, by);
  const bins = new Bins(table, bars.length);
  const barOf = finder(bars);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const first = table.firstDay[row];
    const last = table.lastDay[row];
    if (first === NO_DAY) continue;
    const whole = share ? share[i] : 1;
    let bar = barOf(first);
    if (last < bars[bar].to) {
      bins.add(bar, row, whole);
      continue;
    }
    const perDay = whole / (last - first + 1);
    for (; bar < bars.length && bars[bar].from <= last; bar++) {
      const days = Math.min(last + 1, bars[bar].to) - Math.max(first, bars[bar].from);
      bins.add(bar, row, perDay * days);
    }
  }
  return { axis: { ...axis, by }, bins: bars.map((bar, i) => bins.bar(i, bar)), leftOut };
}

function spanOf({ firstDay, lastDay }: LocatedTable, rows: Uint32Array) {
  let [first, last, undated] = [Infinity, -Infinity, 0];
  for (const row of rows) {
    if (firstDay[row] === NO_DAY) undated++;
    else {
      first = Math.min(first, firstDay[row]);
      last = Math.max(last, lastDay[row]);
    }
  }
  return { first, last, undated };
}

interface Bar {
  label: string;
  /** The first day, and the first day after. */
  from: number;
  to: number;
}

const DAYS_PER_YEAR = 365.2425;
const DAYS: Record<Unit, number> = { day: 1, month: DAYS_PER_YEAR / 12, year: DAYS_PER_YEAR };

const barsOf = (first: number, last: number, by: Unit) => (last - first) / DAYS[by];

function barsFrom(first: number, last: number, by: Unit): Bar[] {
  const bars: Bar[] = [];
  for (let from = startOf(first, by); from <= last;) {
    const to = startOf(from, by, 1);
    bars.push({ label: labelOf(from, by), from, to });
    from = to;
  }
  return bars;
}

/** The first day of the day's own month or year, or of one so many units later. */
function startOf(day: number, by: Unit, later = 0): number {
  if (by === 'day') return day + later;
  const date = new Date(day * MS_PER_DAY);
  const month = by === 'month' ? date.getUTCMonth() + later : 0;
  // Date.UTC takes the years 0 to 99 for 1900 to 1999; setUTCFullYear does not.
  date.setUTCFullYear(date.getUTCFullYear() + (by === 'year' ? later : 0), month, 1);
  return Math.floor(date.getTime() / MS_PER_DAY);
}

function labelOf(day: number, by: Unit): string {
  const iso = new Date(day * MS_PER_DAY).toISOString();
  const dayEnd = iso.indexOf('T');
  return iso.slice(0, by === 'day' ? dayEnd : by === 'month' ? dayEnd - 3 : dayEnd - 6);
}

/** Tells the bar that a day lies in, by halving. */
function finder(bars: readonly Bar[]): (day: number) => number {
  return (day) => {
    let [low, high] = [0, bars.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (bars[middle].from <= day) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}

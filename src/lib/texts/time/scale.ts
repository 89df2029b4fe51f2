import type { Era } from './eras';
import { YEAR_MS, type Span } from './span';

/** An era with the pixels that it takes. */
export interface PlacedEra extends Span {
  leftPx: number;
  rightPx: number;
}

export interface TimeTick {
  px: number;
  text: string;
}

/** Time on an axis that leaves long silences out: each era is even in itself, with breaks between. */
export interface TimeScale {
  eras: readonly PlacedEra[];
  /** Where the axis is broken: the middle of each gap. */
  breaksPx: readonly number[];
  x(ms: number): number;
  /** The time at a pixel; in a gap, the nearer end of an era. */
  invert(px: number): number;
  ticks: readonly TimeTick[];
}

const BREAK_PX = 26;
/** The least that an era takes, however little happens in it, as a share of an even share. */
const LEAST_SHARE = 0.35;
const LEAST_TICK_PX = 46;
const YEAR_STEPS = [1, 2, 5, 10, 20, 50];

/** Lays eras side by side, each as wide as what happens in it needs. At least one era is taken. */
export function timeScale(eras: readonly Era[], leftPx: number, rightPx: number): TimeScale {
  const room = Math.max(1, rightPx - leftPx - BREAK_PX * (eras.length - 1));
  const total = eras.reduce((sum, { count }) => sum + count, 0);
  const weights = eras.map(({ count }) => Math.max(count / total, LEAST_SHARE / eras.length));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let at = leftPx;
  const placed = eras.map(({ from, to }, i): PlacedEra => {
    const left = at;
    const right = left + (room * weights[i]) / all;
    at = right + BREAK_PX;
    return { from, to, leftPx: left, rightPx: right };
  });
  return {
    eras: placed,
    breaksPx: placed.slice(1).map((era) => era.leftPx - BREAK_PX / 2),
    x: (ms) => pixelOf(placed, ms),
    invert: (px) => timeOf(placed, px),
    ticks: placed.flatMap(ticksOf)
  };
}

const share = (value: number, low: number, high: number) =>
  Math.min(1, Math.max(0, (value - low) / (high - low)));

function pixelOf(eras: readonly PlacedEra[], ms: number): number {
  const era = eras.find(({ to }) => ms <= to) ?? eras[eras.length - 1];
  return era.leftPx + share(ms, era.from, era.to) * (era.rightPx - era.leftPx);
}

function timeOf(eras: readonly PlacedEra[], px: number): number {
  const after = eras.findIndex(({ rightPx }) => px <= rightPx);
  const at = after === -1 ? eras.length - 1 : after;
  const before = eras[at - 1];
  // In a gap the nearer end holds.
  if (before && px < eras[at].leftPx && px - before.rightPx < eras[at].leftPx - px)
    return before.to;
  const { from, to, leftPx, rightPx } = eras[at];
  return from + share(px, leftPx, rightPx) * (to - from);
}

const MONTH_NAMES = [
  '',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec'
];

/** Round years, or months where there is room for them; each era has at least one. */
function ticksOf({ from, to, leftPx, rightPx }: PlacedEra): TimeTick[] {
  const pxPerMs = (rightPx - leftPx) / (to - from);
  const at = (ms: number) => leftPx + (ms - from) * pxPerMs;
  const years = (step: number): TimeTick[] => {
    const first = Math.ceil(new Date(from).getUTCFullYear() / step) * step;
    const last = new Date(to).getUTCFullYear();
    const count = Math.max(0, Math.floor((last - first) / step) + 1);
    return Array.from({ length: count }, (_, i) => first + i * step)
      .filter((year) => Date.UTC(year, 0) >= from && Date.UTC(year, 0) <= to)
      .map((year) => ({ px: at(Date.UTC(year, 0)), text: String(year) }));
  };
  const yearPx = YEAR_MS * pxPerMs;
  const monthStep = [1, 3, 6].find((step) => (yearPx * step) / 12 >= LEAST_TICK_PX);
  if (monthStep) return monthsOf(from, to, monthStep).map(({ ms, text }) => ({ px: at(ms), text }));
  const step = YEAR_STEPS.find((one) => one * yearPx >= LEAST_TICK_PX) ?? 100;
  const ticks = years(step);
  // A narrow era has room for one year only: that in which it begins.
  return ticks.length > 1 ? ticks : years(1).slice(0, 1);
}

/** The firsts of every so many months; January is told by its year. */
function monthsOf(from: number, to: number, step: number): { ms: number; text: string }[] {
  const found: { ms: number; text: string }[] = [];
  const start = new Date(from);
  for (let month = Math.ceil(start.getUTCMonth() / step) * step; ; month += step) {
    const ms = Date.UTC(start.getUTCFullYear(), month);
    if (ms > to) return found;
    const date = new Date(ms);
    const name = MONTH_NAMES[date.getUTCMonth()];
    if (ms >= from) found.push({ ms, text: name || String(date.getUTCFullYear()) });
  }
}

import { scaleLinear } from 'd3-scale';
import { FONT_PX } from './chart-layout';

/** A bar of a histogram: what it spans on the axis, and how much stands on either side of the line. */
export interface Bar {
  from: number;
  to: number;
  afghan: number;
  pakistan: number;
  neither: number;
}

export interface BarLayout {
  plot: { left: number; right: number; top: number; bottom: number };
  /** Where 0 stands: at the bottom, or in the middle where the Pakistani side hangs below it. */
  zero: number;
  x(value: number): number;
  /** The axis' value at a pixel, kept within the axis. */
  valueAt(px: number): number;
  y(count: number): number;
  countTicks: { px: number; text: string }[];
}

const LEFT_PX = 44;
const RIGHT_PX = 12;
const TOP_PX = 8;
const BOTTOM_PX = FONT_PX + 12;
const TICK_PX = 34;
const LEAST_PLOT_PX = 30;
const EMPTY_SHARE = 0.12;

const total = ({ afghan, pakistan, neither }: Bar) => afghan + pakistan + neither;

/** Lays bars out along an axis from `from` to `to`: stacked, or the Afghan side up and the other down. */
export function layoutBars(
  size: { widthPx: number; heightPx: number },
  axis: { from: number; to: number },
  bars: readonly Bar[],
  mirrored: boolean
): BarLayout {
  const plot = {
    left: LEFT_PX,
    right: Math.max(LEFT_PX + LEAST_PLOT_PX, size.widthPx - RIGHT_PX),
    top: TOP_PX,
    bottom: Math.max(TOP_PX + LEAST_PLOT_PX, size.heightPx - BOTTOM_PX)
  };
  const most = (count: (bar: Bar) => number) => bars.reduce((m, bar) => Math.max(m, count(bar)), 0);
  const up = Math.max(1, most(mirrored ? ({ afghan }) => afghan : total));
  const below = mirrored ? most(({ pakistan }) => pakistan) : 0;
  const ticks = Math.max(2, Math.floor((plot.bottom - plot.top) / TICK_PX));
  const xs = scaleLinear([axis.from, axis.to], [plot.left, plot.right]);
  const nice = (count: number) => scaleLinear([0, count], [0, 1]).nice(ticks).domain()[1];
  // A side without any keeps some room, so that it can be told.
  const down = below > 0 ? nice(below) : mirrored ? EMPTY_SHARE * up : 0;
  const ys = scaleLinear([-down, nice(up)], [plot.bottom, plot.top]);
  const whole = ys.ticks(ticks).filter((tick) => Number.isInteger(tick));
  return {
    plot,
    zero: ys(0),
    x: (value) => xs(value),
    valueAt: (px) => Math.min(axis.to, Math.max(axis.from, xs.invert(px))),
    y: (count) => ys(count),
    countTicks: whole.map((tick) => ({ px: ys(tick), text: Math.abs(tick).toLocaleString('en') }))
  };
}

/** A bar's parts from the zero outwards, in counts: what is drawn of it and in which colour. */
export function partsOf(
  bar: Bar,
  mirrored: boolean
): { key: 'afghan' | 'pakistan' | 'neither'; from: number; to: number }[] {
  if (mirrored) {
    return [
      { key: 'afghan', from: 0, to: bar.afghan },
      { key: 'pakistan', from: -bar.pakistan, to: 0 }
    ];
  }
  const { afghan, pakistan } = bar;
  return [
    { key: 'afghan', from: 0, to: afghan },
    { key: 'pakistan', from: afghan, to: afghan + pakistan },
    { key: 'neither', from: afghan + pakistan, to: total(bar) }
  ];
}

/** The index of the bar that holds a value; the last for what lies beyond, -1 where there are none. */
export function barAt(bars: readonly Bar[], value: number): number {
  const found = bars.findIndex(({ to }) => value < to);
  return found < 0 ? bars.length - 1 : found;
}

/** The bars from one to another, in either order, as the interval that they span. */
export function spanOf(bars: readonly Bar[], a: number, b: number): { from: number; to: number } {
  return { from: bars[Math.min(a, b)].from, to: bars[Math.max(a, b)].to };
}

import { scaleLinear } from 'd3-scale';
import type { Stretch } from '../../zones/zone';
import type { LengthUnit } from './length-unit';

/** A round value on an axis. */
export interface Tick {
  px: number;
  text: string;
}

/** Where everything stands in a chart of offsets by chainage. Positions are pixels of the chart. */
export interface ChartLayout {
  widthPx: number;
  heightPx: number;
  plot: { left: number; right: number; top: number; bottom: number };
  /** The part of the line that is shown. */
  stretch: Stretch;
  x(chainageKm: number): number;
  y(offsetKm: number): number;
  /** The chainage at a position, kept within the stretch. */
  chainageAt(px: number): number;
  /** How many km of chainage and of width make a pixel. */
  chainageKmPerPx: number;
  widthKmPerPx: number;
  chainageTicks: Tick[];
  widthTicks: Tick[];
  /** The baselines of the texts around the plot. */
  baselines: { afghan: number; pakistan: number; chainage: number; marks: number };
}

export interface ChartSize {
  widthPx: number;
  heightPx: number;
  stretch: Stretch;
  /** The greatest width that must fit on each side, in km. */
  afghanKm: number;
  pakistanKm: number;
  unit: LengthUnit;
  /** Whether a row is kept for the names of marks along the line. */
  withMarks: boolean;
}

export const FONT_PX = 12;

const LEFT_PX = 44;
const RIGHT_PX = 14;
/** A line of text above or below the plot. */
const ROW_PX = 18;
const LEAST_PLOT_PX = 40;
const CHAINAGE_TICK_PX = 90;
const WIDTH_TICK_PX = 30;
/** The width axis reaches this far on the wider side even where there are no widths. */
const LEAST_REACH_KM = 0.1;
/** A side without width keeps this share of the other's height, so that it can be told. */
const LEAST_SHARE = 0.15;

/**
 * Lays a chart out: the line is the zero of the width axis, the Afghan side up and the Pakistani
 * side down by the same scale. The width axis ends on round values of the reader's unit.
 */
export function layoutChart(size: ChartSize): ChartLayout {
  const { widthPx, heightPx, stretch, unit, withMarks } = size;
  const below = ROW_PX * (withMarks ? 3 : 2) + 4;
  const plot = {
    left: LEFT_PX,
    right: Math.max(LEFT_PX + LEAST_PLOT_PX, widthPx - RIGHT_PX),
    top: ROW_PX + 4,
    bottom: Math.max(ROW_PX + 4 + LEAST_PLOT_PX, heightPx - below)
  };
  const { perKm } = unit;
  const widest = Math.max(size.afghanKm, size.pakistanKm, LEAST_REACH_KM);
  const reach = (km: number) => Math.max(km, LEAST_SHARE * widest) * perKm;
  const tickCount = Math.max(2, Math.floor((plot.bottom - plot.top) / WIDTH_TICK_PX));

  const chainages = scaleLinear(
    [stretch.fromKm * perKm, stretch.toKm * perKm],
    [plot.left, plot.right]
  );
  const offsets = scaleLinear(
    [-reach(size.pakistanKm), reach(size.afghanKm)],
    [plot.bottom, plot.top]
  ).nice(tickCount);
  const [lowest, highest] = offsets.domain();

  return {
    widthPx,
    heightPx,
    plot,
    stretch,
    x: (chainageKm) => chainages(chainageKm * perKm),
    y: (offsetKm) => offsets(offsetKm * perKm),
    chainageAt: (px) =>
      Math.min(stretch.toKm, Math.max(stretch.fromKm, chainages.invert(px) / perKm)),
    chainageKmPerPx: (stretch.toKm - stretch.fromKm) / (plot.right - plot.left),
    widthKmPerPx: (highest - lowest) / perKm / (plot.bottom - plot.top),
    chainageTicks: ticksOf(
      chainages,
      Math.max(2, Math.floor((plot.right - plot.left) / CHAINAGE_TICK_PX)),
      (_, i) => i === 0,
      unit
    ),
    widthTicks: ticksOf(offsets, tickCount, (value) => value === 0, unit),
    baselines: {
      afghan: FONT_PX + 2,
      pakistan: plot.bottom + FONT_PX + 4,
      chainage: plot.bottom + ROW_PX + FONT_PX + 4,
      marks: plot.bottom + 2 * ROW_PX + FONT_PX + 4
    }
  };
}

/** The round values of a scale; the unit stands with one of them. */
function ticksOf(
  scale: ReturnType<typeof scaleLinear<number, number>>,
  count: number,
  carriesUnit: (value: number, index: number) => boolean,
  unit: LengthUnit
): Tick[] {
  const format = scale.tickFormat(count);
  return scale.ticks(count).map((value, i) => ({
    px: scale(value),
    text: format(Math.abs(value)) + (carriesUnit(value, i) ? `\u202f${unit.label}` : '')
  }));
}

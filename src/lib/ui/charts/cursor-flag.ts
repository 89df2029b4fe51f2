import { FONT_PX, type ChartLayout } from './chart-layout';
import { chainageText, type LengthUnit } from './length-unit';
import { textWidthPx, type PlacedLabel } from './thin-labels';

/** The chainage where a chart's marker stands, as a flag on the axis. */
export interface CursorFlag {
  text: string;
  leftPx: number;
  widthPx: number;
}

const PADDING_PX = 5;

/** The flag at a chainage, kept within the chart. */
export function cursorFlag(layout: ChartLayout, chainageKm: number, unit: LengthUnit): CursorFlag {
  const text = chainageText(chainageKm, unit);
  const widthPx = textWidthPx(text, FONT_PX) + 2 * PADDING_PX;
  const leftPx = layout.x(chainageKm) - widthPx / 2;
  return { text, widthPx, leftPx: Math.min(layout.widthPx - widthPx, Math.max(0, leftPx)) };
}

/** Whether a flag lies over a label of the axis. */
export function liesOver(
  { leftPx, widthPx }: CursorFlag,
  { middlePx, text }: PlacedLabel
): boolean {
  const half = textWidthPx(text, FONT_PX) / 2;
  return middlePx + half > leftPx && middlePx - half < leftPx + widthPx;
}

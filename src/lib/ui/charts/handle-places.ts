import { least } from 'd3-array';
import type { ChartLayout } from './chart-layout';
import type { Handle } from './edit-handle';
import { widthsAt, type Points } from './profile-points';
import { SIDES, type ChartSide } from './sides';

export const HANDLE_RADIUS_PX = 7;

/**
 * Where a handle is drawn. Those of narrow widths stand off the line, so that both sides of a point
 * can be told and taken hold of.
 */
export function handlePx(
  { index, side }: Handle,
  points: Points,
  layout: ChartLayout
): { x: number; y: number } {
  const { chainageKm, [side.key]: km } = points[index];
  const outwardsPx = Math.abs(layout.y(side.sign * km) - layout.y(0));
  return {
    x: layout.x(chainageKm),
    y: layout.y(0) - side.sign * Math.max(HANDLE_RADIUS_PX + 1, outwardsPx)
  };
}

/** The handle nearest to a position, if its middle is within so many pixels. */
export function nearestHandle(
  handles: readonly Handle[],
  points: Points,
  layout: ChartLayout,
  x: number,
  y: number,
  slackPx: number
): Handle | null {
  const distance = (handle: Handle) => {
    const at = handlePx(handle, points, layout);
    return Math.hypot(at.x - x, at.y - y);
  };
  const nearest = least(handles, distance);
  return nearest && distance(nearest) <= slackPx ? nearest : null;
}

/** The side whose curve passes within so many pixels, measured across the line. */
export function nearestSide(
  points: Points,
  layout: ChartLayout,
  x: number,
  y: number,
  slackPx: number
): ChartSide | null {
  const widths = widthsAt(points, layout.chainageAt(x));
  const distance = ({ key, sign }: ChartSide) => Math.abs(layout.y(sign * widths[key]) - y);
  const nearest = least(SIDES, distance);
  return nearest && distance(nearest) <= slackPx ? nearest : null;
}

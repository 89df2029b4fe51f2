/** A bar on the axis, with a label that wants to stand beside it. */
export interface Bar {
  leftPx: number;
  rightPx: number;
  labelPx: number;
}

/** Where a bar and its label came to stand. */
export interface PlacedBar {
  lane: number;
  /** Where the label begins, and the room that it has: what is longer is cut short. */
  labelLeftPx: number;
  labelRoomPx: number;
}

const GAP_PX = 6;
/** A label with less room than this beside its bar stands on the bar. */
const LEAST_LABEL_PX = 90;

/**
 * Puts every bar with its label into the first lane where both are free, in the order given. The
 * label stands after its bar, else before it, else where there is more room, cut short.
 */
export function lanesOf(bars: readonly Bar[], leftPx: number, rightPx: number): PlacedBar[] {
  const lanes: { from: number; to: number }[][] = [];
  return bars.map((bar) => {
    const label = labelOf(bar, leftPx, rightPx);
    const from = Math.min(bar.leftPx, label.labelLeftPx);
    const to = Math.max(bar.rightPx, label.labelLeftPx + label.labelRoomPx);
    const isFree = (taken: { from: number; to: number }[]) =>
      taken.every((one) => to + GAP_PX <= one.from || one.to + GAP_PX <= from);
    const found = lanes.findIndex(isFree);
    const lane = found === -1 ? lanes.push([]) - 1 : found;
    lanes[lane].push({ from, to });
    return { lane, ...label };
  });
}

function labelOf(
  bar: Bar,
  leftPx: number,
  rightPx: number
): Pick<PlacedBar, 'labelLeftPx' | 'labelRoomPx'> {
  const after = rightPx - bar.rightPx - GAP_PX;
  const before = bar.leftPx - leftPx - GAP_PX;
  const onBar = Math.max(bar.rightPx - bar.leftPx, after);
  if (Math.max(after, before) < Math.min(LEAST_LABEL_PX, bar.labelPx)) {
    const labelLeftPx = Math.max(leftPx, bar.leftPx);
    const room = Math.min(bar.labelPx, Math.max(onBar, rightPx - labelLeftPx));
    return { labelLeftPx, labelRoomPx: room };
  }
  if (bar.labelPx <= after || after >= before) {
    return { labelLeftPx: bar.rightPx + GAP_PX, labelRoomPx: Math.min(bar.labelPx, after) };
  }
  const room = Math.min(bar.labelPx, before);
  return { labelLeftPx: bar.leftPx - GAP_PX - room, labelRoomPx: room };
}

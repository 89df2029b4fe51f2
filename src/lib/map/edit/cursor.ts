const CURSORS = ['ew-resize', 'nwse-resize', 'ns-resize', 'nesw-resize'] as const;

/** The cursor whose arrows point along the way from one pixel to another. */
export function resizeCursor(
  from: { x: number; y: number },
  to: { x: number; y: number }
): (typeof CURSORS)[number] {
  const eighths = Math.round(Math.atan2(to.y - from.y, to.x - from.x) / (Math.PI / 4));
  return CURSORS[(eighths + 4) % 4];
}

/** A point of the map, in pixels. */
interface Point {
  x: number;
  y: number;
}

/**
 * Which of some points have room: each that is at least `gapPx` from all that have room before it.
 * One that is nowhere (null) takes no room and has it.
 */
export function apart(points: readonly (Point | null)[], gapPx: number): boolean[] {
  const standing: Point[] = [];
  return points.map((point) => {
    if (!point) return true;
    const hasRoom = standing.every(({ x, y }) => Math.hypot(x - point.x, y - point.y) >= gapPx);
    if (hasRoom) standing.push(point);
    return hasRoom;
  });
}

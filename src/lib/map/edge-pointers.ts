export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface PointerTarget {
  id: string;
  /** Where the target falls on the map's plane, in pixels; usually far outside the view. */
  x: number;
  y: number;
}

export type Edge = 'left' | 'right' | 'top' | 'bottom';

export interface EdgePointer {
  id: string;
  edge: Edge;
  x: number;
  y: number;
  /** Direction of the target on the screen, degrees clockwise from the top. */
  angleDeg: number;
}

/** The point where the ray from the rectangle's middle to the target leaves the rectangle. */
function onEdge(target: PointerTarget, rect: Rect): { x: number; y: number; angleDeg: number } {
  const cx = (rect.left + rect.right) / 2;
  const cy = (rect.top + rect.bottom) / 2;
  const dx = target.x - cx;
  const dy = target.y - cy;
  const reach = Math.min(
    (rect.right - rect.left) / 2 / Math.abs(dx || Number.MIN_VALUE),
    (rect.bottom - rect.top) / 2 / Math.abs(dy || Number.MIN_VALUE)
  );
  return {
    x: cx + dx * reach,
    y: cy + dy * reach,
    angleDeg: (Math.atan2(dx, -dy) * 180) / Math.PI
  };
}

function edgeOf({ x, y }: { x: number; y: number }, frame: Rect): Edge {
  const near = 0.5;
  if (x <= frame.left + near) return 'left';
  if (x >= frame.right - near) return 'right';
  return y <= frame.top + near ? 'top' : 'bottom';
}

function inside(target: PointerTarget, rect: Rect): boolean {
  return (
    target.x >= rect.left &&
    target.x <= rect.right &&
    target.y >= rect.top &&
    target.y <= rect.bottom
  );
}

/** Spreads sorted values at least `gap` apart, within [least, most], moving each as little as it can. */
function spread(values: number[], gap: number, least: number, most: number): number[] {
  const out = [...values];
  for (let i = 1; i < out.length; i++) out[i] = Math.max(out[i], out[i - 1] + gap);
  const over = out.length > 0 ? Math.max(0, out[out.length - 1] - most) : 0;
  if (over > 0) {
    out[out.length - 1] -= over;
    for (let i = out.length - 2; i >= 0; i--) out[i] = Math.min(out[i], out[i + 1] - gap);
  }
  return out.map((value) => Math.max(value, least));
}

/** What a pointer covers, from its place on the frame. */
function boxOf({ edge, x, y }: EdgePointer, width: number, height: number): Rect {
  const left = edge === 'left' ? x : edge === 'right' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - height / 2, bottom: y + height / 2 };
}

/** Whether two boxes do not overlap by more than round-off. */
function isApart(a: Rect, b: Rect): boolean {
  const slack = 0.1;
  return (
    a.right <= b.left + slack ||
    b.right <= a.left + slack ||
    a.bottom <= b.top + slack ||
    b.bottom <= a.top + slack
  );
}

/**
 * Pointers to the targets that lie outside of the view, on the edges of a frame within it and so
 * placed that none covers another: `gapX` apart along the top and bottom edge, `gapY` along the left
 * and right one. Along top and bottom a pointer is `gapX` wide about its middle, and none reaches
 * beyond the frame. Targets inside the view get none, nor does one whose pointer would lie over
 * another's, as near the corners of a frame that is too small for them.
 */
export function edgePointers(
  targets: PointerTarget[],
  view: Rect,
  frame: Rect,
  gapX: number,
  gapY: number
): EdgePointer[] {
  const pointers = targets
    .filter((target) => !inside(target, view))
    .map((target) => ({ id: target.id, ...onEdge(target, frame) }))
    .map((pointer) => ({ ...pointer, edge: edgeOf(pointer, frame) }));
  const placed = (['left', 'right', 'top', 'bottom'] as const).flatMap((edge) => {
    const upright = edge === 'left' || edge === 'right';
    const axis = upright ? 'y' : 'x';
    const sorted = pointers
      .filter((pointer) => pointer.edge === edge)
      .sort((a, b) => a[axis] - b[axis]);
    const values = spread(
      sorted.map((pointer) => pointer[axis]),
      upright ? gapY : gapX,
      upright ? frame.top : frame.left + gapX / 2,
      upright ? frame.bottom : frame.right - gapX / 2
    );
    return sorted.map((pointer, i) => ({ ...pointer, [axis]: values[i] }));
  });
  return placed.filter((pointer, i) => {
    const box = boxOf(pointer, gapX, gapY);
    return placed.slice(0, i).every((other) => isApart(box, boxOf(other, gapX, gapY)));
  });
}

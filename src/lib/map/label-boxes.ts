import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Rect } from './edge-pointers';

/** MapLibre places labels also so far outside of the container. */
const PADDING_PX = 100;

/** A label that is drawn, with its card if it has one, in pixels of the container. */
export interface LabelBox extends Rect {
  id: number;
}

/**
 * Where the labels stand that are drawn at this moment, by MapLibre's collision index; what gave way to
 * another has no box. Marks, which may lie under others, are left out.
 */
export function labelBoxes(map: MapLibreMap): LabelBox[] {
  const grid = map.style.placement?.collisionIndex.grid;
  if (!grid) return [];
  const { clientWidth, clientHeight } = map.getContainer();
  const boxes = new Map<string, LabelBox>();
  grid.boxKeys.forEach(({ bucketInstanceId, featureIndex, overlapMode }, i) => {
    if (overlapMode !== 'never') return;
    const [left, top, right, bottom] = grid.bboxes
      .slice(4 * i, 4 * i + 4)
      .map((edge) => edge - PADDING_PX);
    if (right < 0 || bottom < 0 || left > clientWidth || top > clientHeight) return;
    const key = `${bucketInstanceId} ${featureIndex}`;
    const { id, ...before } = boxes.get(key) ?? { id: boxes.size, left, top, right, bottom };
    boxes.set(key, {
      id,
      left: Math.min(before.left, left),
      top: Math.min(before.top, top),
      right: Math.max(before.right, right),
      bottom: Math.max(before.bottom, bottom)
    });
  });
  return [...boxes.values()];
}

import { tick } from 'svelte';
import type { Rect } from '../../map/edge-pointers';

/** Boxes are taken in steps, so that a readout whose digits change does not move every label. */
const STEP_PX = 16;

function outwards({ left, top, right, bottom }: Rect): Rect {
  return {
    left: Math.floor(left / STEP_PX) * STEP_PX,
    top: Math.floor(top / STEP_PX) * STEP_PX,
    right: Math.ceil(right / STEP_PX) * STEP_PX,
    bottom: Math.ceil(bottom / STEP_PX) * STEP_PX
  };
}

/** What lies over the map: the elements marked `data-over-map`, and all outside of `visible`. */
export function rectsOverMap(stage: HTMLElement, visible: Rect): Rect[] {
  const { width, height } = stage.getBoundingClientRect();
  const elements = [...stage.querySelectorAll('[data-over-map]')];
  return [
    { left: 0, top: 0, right: visible.left, bottom: height },
    { left: visible.left, top: visible.bottom, right: width, bottom: height },
    ...elements.map((one) => one.getBoundingClientRect()).map(outwards)
  ].filter(({ left, top, right, bottom }) => right > left && bottom > top);
}

/** Calls `tell` once the page shows what changed now, and whenever what lies over the map grows. */
export function watchOverMap(stage: HTMLElement, tell: () => void): () => void {
  const resized = new ResizeObserver(tell);
  void tick().then(() => {
    for (const one of stage.querySelectorAll('[data-over-map]')) resized.observe(one);
    tell();
  });
  return () => resized.disconnect();
}

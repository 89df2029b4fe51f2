import { tick } from 'svelte';
import type { Rect } from '../../map/edge-pointers';

/** What marks an element that lies over the map. */
const OVER = '[data-over-map]';

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
  const elements = [...stage.querySelectorAll(OVER)];
  return [
    { left: 0, top: 0, right: visible.left, bottom: height },
    { left: visible.left, top: visible.bottom, right: width, bottom: height },
    ...elements.map((one) => one.getBoundingClientRect()).map(outwards)
  ].filter(({ left, top, right, bottom }) => right > left && bottom > top);
}

/**
 * Tells once the page has settled, and again whenever what lies over the map comes, goes or changes
 * its size. Gives what ends that.
 */
export function watchOverMap(stage: HTMLElement, tell: () => void): () => void {
  const resized = new ResizeObserver(tell);
  const watch = () => {
    resized.disconnect();
    for (const one of stage.querySelectorAll(OVER)) resized.observe(one);
    tell();
  };
  const changed = new MutationObserver((records) => {
    const nodes = records.flatMap(({ addedNodes, removedNodes }) => [
      ...addedNodes,
      ...removedNodes
    ]);
    if (nodes.some(isOver)) watch();
  });
  changed.observe(stage, { childList: true, subtree: true });
  void tick().then(watch);
  return () => {
    changed.disconnect();
    resized.disconnect();
  };
}

const isOver = (node: Node) =>
  node instanceof Element && (node.matches(OVER) || node.querySelector(OVER) !== null);

import type { Rect } from '../../map/edge-pointers';
import { STOPS, type Stop } from './sheet';

const PANEL_WIDTH = 380;
/** Room that the readout, the scale bar and the credits take at the bottom of the map. */
const BOTTOM_BAR = { wide: 84, narrow: 150 };
/** A map narrower than this has its readout above the scale bar, not beside it (MapStage.svelte). */
const NARROW = 940;
/** The map's controls: as a column, or in a row where a column would reach into what stands below. */
const CONTROLS = { column: { width: 64, height: 252 }, row: { width: 164 } };
/** The dock below the map takes a share of the window, within limits. */
const DOCK = { share: 0.36, least: 240, most: 380, phoneShare: 0.62 };
/** A frame lower than this has its pointers over one another. */
const LEAST_FRAME = 120;
/** What a phone's dock leaves of the map: room for the controls above the readout. */
const LEAST_MAP = 264;

export interface Layout {
  /** What the panel covers of the map, in pixels from each edge. */
  padding: { top: number; right: number; bottom: number; left: number };
  /** The middle of what it does not cover: where the crosshair stands. */
  centre: { x: number; y: number };
  /** The part of the map that no panel covers. */
  visible: Rect;
  /** The frame within it on which pointers to places beyond the edge stand; null for want of room. */
  pointers: Rect | null;
  /** The corner of the map that its controls take, in pixels. */
  controls: { inRow: boolean; width: number };
  /** How high the dock stands, when it is open. */
  dock: number;
}

/** Where everything stands in a window of `width` by `height` pixels. */
export function layout(window: {
  width: number;
  height: number;
  phone: boolean;
  stop: Stop;
  panelOpen: boolean;
  dockOpen: boolean;
}): Layout {
  const { width, height, phone, stop, panelOpen, dockOpen } = window;
  const left = !phone && panelOpen ? PANEL_WIDTH : 0;
  /* A sheet that is pulled up all the way hides the map: the map keeps the place that half gives it. */
  const share = stop === 'full' ? STOPS.half : STOPS[stop];
  const dock = phone
    ? Math.round(Math.min(DOCK.phoneShare * height, height - LEAST_MAP))
    : Math.round(Math.min(DOCK.most, Math.max(DOCK.least, DOCK.share * height)));
  const sheet = phone ? Math.round(share * height) : 0;
  const bottom = dockOpen ? Math.max(dock, sheet) : sheet;
  const bar = width - left < NARROW ? BOTTOM_BAR.narrow : BOTTOM_BAR.wide;
  const inRow = height - bottom - bar < CONTROLS.column.height;
  const controls = { inRow, width: (inRow ? CONTROLS.row : CONTROLS.column).width };
  const frame = {
    left: left + 8,
    top: 24,
    right: width - controls.width,
    bottom: height - bottom - bar
  };
  return {
    padding: { top: 0, right: 0, bottom, left },
    centre: { x: (left + width) / 2, y: (height - bottom) / 2 },
    visible: { left, top: 0, right: width, bottom: height - bottom },
    pointers: frame.bottom - frame.top < LEAST_FRAME ? null : frame,
    controls,
    dock
  };
}

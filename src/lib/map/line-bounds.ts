import type { LonLat } from '../geodesy/position';

/** The region that the line and both its sides fill. */
export const LINE_BOUNDS: [LonLat, LonLat] = [
  [60.6, 29.1],
  [74.9, 37.3]
];

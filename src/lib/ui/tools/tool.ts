import type { LonLat } from '../../geodesy/position';

/**
 * What a click on the map means while it is taken up. A tool is used with the pointer, or with the
 * keyboard on the map: then Enter is a click at the crosshair.
 */
export interface Tool {
  id: string;
  /** What to do next, in words that stand over the map. */
  hint: string;
  click(position: LonLat): void;
  /** The pointer, or the crosshair, has moved. */
  move?(position: LonLat | null): void;
  /** It is put down, by Escape or by what it was for being done. */
  stop?(): void;
}

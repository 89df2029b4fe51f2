import type { LonLat } from '../../geodesy/position';
import type { Preview } from '../../map/edit/preview';
import type { Sweep } from '../../map/edit/sweep';

/**
 * What a click on the map means while it is taken up. A tool is used with the pointer, or with the
 * keyboard on the map: then Enter is a click at the crosshair.
 */
export interface Tool {
  id: string;
  /** What to do next, in words that stand over the map. */
  hint: string;
  /** What it is about to do, for the map to show. */
  preview?: Preview | null;
  click(position: LonLat): void;
  /** A drag over the map begins, which is then the tool’s and does not move the map. */
  sweep?(from: LonLat): Sweep;
  /** The pointer, or the crosshair, has moved. */
  move?(position: LonLat | null): void;
  /** A key was pressed on the map, other than Enter. */
  key?(key: string): void;
  /** It is put down, by Escape or by what it was for being done. */
  stop?(): void;
}

import type { LonLat } from '../geodesy/position';
import type { View } from '../project/document';
import type { FindGrip } from './edit/grip';
import type { BeginSweep } from './edit/sweep';
import type { CellUnder } from './incidents/cell-under';

export type Bounds = [west: number, south: number, east: number, north: number];
export type MapState = 'idle' | 'busy' | 'failed';

/** What the map tells, and asks, of those who show it. */
export interface MapEvents {
  /** The pointer's position, or null when it has left the map. */
  pointer(position: LonLat | null): void;
  /** The view while it moves; `settled` when it has come to rest. */
  view(view: View, settled: boolean, bounds: Bounds): void;
  /** The map was clicked, on a place, area, crossing or cell of incidents, or on bare ground. */
  click(position: LonLat, under: { place: string | null; cell: CellUnder | null }): void;
  /** A key was pressed while the map had the focus. */
  key(key: string): void;
  /** What of the zone at work the pointer can take hold of. */
  findGrip: FindGrip;
  /** Whether a drag is for a tool, and what it does then. */
  sweeps(shift: boolean): boolean;
  beginSweep: BeginSweep;
  state(state: MapState): void;
}

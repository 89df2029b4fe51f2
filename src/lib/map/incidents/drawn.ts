import type { Cell, PointBuffers, PointRows } from '../../engine/incidents/protocol';
import type { DrawnAs } from '../../project/incidents';

/** How the colours of a legend's entries are chosen. */
export type ColourScale = 'sides' | 'categories' | 'sequence' | 'one';

/** A table of incidents as the map draws it: one by one, or gathered in cells. */
export interface DrawnIncidents {
  id: string;
  /** From 0 to 1. */
  opacity: number;
  points: DrawnPoints | null;
  cells: DrawnCells | null;
}

export interface DrawnPoints {
  /** Every row, whatever the filter; of another way of painting another object. */
  buffers: PointBuffers;
  /** Those that pass the filter; after a change of the filter another object. */
  rows: PointRows;
  /** Those that a chart points at, to stand out. */
  pointed: Uint32Array | null;
  scale: ColourScale;
  /** Whether sizes tell something; else all marks are alike. */
  sized: boolean;
}

export interface DrawnCells {
  as: Exclude<DrawnAs, 'points'>;
  cells: Cell[];
  /** What the shares of a cell are of, in its order. */
  split: { scale: ColourScale; labels: string[] };
}

/** What is counted along a chart's axis. */
export type Axis =
  | { of: 'chainage'; binKm: number }
  /** Distance from the line by side, in km. */
  | { of: 'distance'; binKm: number; mostKm: number }
  | { of: 'time'; by: 'day' | 'month' | 'year' }
  | { of: 'values'; column: number; most: number }
  | { of: 'territory'; most: number }
  | { of: 'deaths' };

/** One bar: what it stands for, and its incidents and deaths by side. */
export interface Bin {
  label: string;
  /** The interval for an axis with numbers: km, or days since 1970-01-01. */
  from: number;
  to: number;
  /** Fractions where an incident's span lies only partly in the bin. */
  afghan: number;
  pakistan: number;
  /** On the line, or without a position. */
  neither: number;
  deathsBest: number;
}

export interface Summary {
  axis: Axis;
  bins: Bin[];
  /** What is in no bin: without date, without position, beyond the axis, and why. */
  leftOut: { why: string; count: number }[];
}

/** How many incidents lie within each distance of the line: sorted, for a curve that is exact. */
export interface DistanceCurve {
  /** Distances in km, rising, for each side. */
  afghanKm: Float32Array;
  pakistanKm: Float32Array;
}

/** What lies in a zone. */
export interface ZoneCount {
  incidents: number;
  deathsBest: number;
  deathsLow: number;
  deathsHigh: number;
  /** Those whose own uncertainty crosses the zone's edge. */
  uncertain: number;
}

/** Lower and upper limit, both included; null for none. */
export type Range = { least: number | null; most: number | null };

/** One condition on an incident; a filter holds where all of its conditions do. */
export type Condition =
  /** Every word in some column, whatever its case or accents. */
  | { by: 'text'; words: string }
  /** One of these values of a column of categories or texts. */
  | { by: 'values'; column: number; values: string[] }
  | { by: 'range'; column: number; range: Range }
  | { by: 'side'; sides: ('afghan' | 'pakistan')[] }
  /** Distance from the line, on either side, in km. */
  | { by: 'distance'; range: Range }
  | { by: 'chainage'; range: Range }
  | { by: 'deaths'; range: Range }
  /** Provinces, or countries with all of their provinces. */
  | { by: 'territory'; ids: string[] }
  /** In the zone of this proposal. */
  | { by: 'zone'; proposal: string }
  | { by: 'precision'; precisions: string[] }
  /** Rows that were selected on the map, by box, lasso or one by one. */
  | { by: 'rows'; rows: Uint32Array }
  /** Days since 1970-01-01, both included; an incident whose span only overlaps is in by that share. */
  | { by: 'time'; fromDay: number; toDay: number };

export type Filter = Condition[];

/**
 * A column of a table, row by row. A blank cell is NaN, the category '' or an empty text; what a
 * file says is kept as it says it.
 */
export type Column = NumberColumn | CategoryColumn | TextColumn;

export interface NumberColumn {
  kind: 'number';
  name: string;
  values: Float64Array;
}

/** Few different texts, each stored once: `names[codes[row]]`. */
export interface CategoryColumn {
  kind: 'category';
  name: string;
  codes: Uint32Array;
  names: string[];
}

/** Texts that mostly differ, as UTF-8: row i runs from `ends[i - 1]` (0 for the first) to `ends[i]`. */
export interface TextColumn {
  kind: 'text';
  name: string;
  bytes: Uint8Array;
  ends: Uint32Array;
}

/** What a column of a file means; the file's own columns keep their names beside it. */
export const ROLES = [
  'id',
  'title',
  'notes',
  'type',
  'subtype',
  'actor1',
  'actor2',
  'place',
  'source',
  'link'
] as const;
export type Role = (typeof ROLES)[number];

/** How a position is known, which is how it is drawn. */
export const PRECISIONS = [
  /** At the spot: a point. */
  'exact',
  /** Near a named place: a point with a ring. */
  'near',
  /** Somewhere in a district or province: hollow, with its ring. */
  'region',
  /** Only the country, or less: in the list, not on the map. */
  'unplaced',
  /** The file does not say. */
  'unknown'
] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Deaths as the source counts them: NaN where it does not. */
export interface Deaths {
  best: Float32Array;
  low: Float32Array;
  high: Float32Array;
}

/** A day that is not known, in `firstDay` and `lastDay`. */
export const NO_DAY = -0x80000000;

/**
 * Incidents in columns: row i of every array is one incident. A million of them fit into a browser,
 * go to and from a worker without copying, and are kept as they are.
 */
export interface IncidentTable {
  rows: number;
  /** lon, lat, lon, lat … in degrees; NaN for an incident without a position. */
  lonLat: Float64Array;
  /** Radius in km of the circle that the position is known to lie in; NaN where nothing tells. */
  radiusKm: Float32Array;
  /** Index into `PRECISIONS`. */
  precision: Uint8Array;
  /**
   * The days, since 1970-01-01, in which the incident lies: the same day twice where the day is
   * known, a month's or year's first and last day where only that is, or from its start to its end.
   */
  firstDay: Int32Array;
  lastDay: Int32Array;
  /** 1 where the incident lasted from `firstDay` to `lastDay`; 0 where it fell on a day in between. */
  lasted: Uint8Array;
  /** Null where the file has no such column. */
  deaths: Deaths | null;
  /** The row of the file that each is from: of a table the header is row 1; a feature or record counts. */
  fileRow: Uint32Array;
  /** The file's columns in its order. */
  columns: Column[];
  /** Which column, by its index in `columns`, means what. */
  roles: Partial<Record<Role, number>>;
}

/** Where each incident lies by the line and in which territory. */
export interface Located {
  chainageKm: Float32Array;
  /** Positive on the Afghan side; NaN for an incident without a position. */
  offsetKm: Float32Array;
  /** Index into `territories`; 0 is none. */
  territory: Uint16Array;
  territories: Territory[];
}

/** A country, or a province of Afghanistan or Pakistan. */
export interface Territory {
  /** ISO 3166: a country's two letters, a province's code; '' for none. */
  id: string;
  name: string;
  country: string;
}

/** A table with its stations. */
export type LocatedTable = IncidentTable & { located: Located };

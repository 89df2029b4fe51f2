/** What is suspected of rows that were read; the reader decides on all of a kind together. */
export const SUSPICIONS = [
  /** Longitude and latitude seem swapped: swapped, the position lies near the others. */
  'swapped',
  /** At 0, 0, or one coordinate is 0; mended, the incident has no position. */
  'zero',
  /** A country's centroid, which a geocoder gives for “not found”; mended, it counts as unplaced. */
  'centroid',
  /** The same id, or the same date, place and text, as a row before it. */
  'duplicate',
  /** A date before 1800 or in the future; mended, it is taken as not known. */
  'odd-date'
] as const;
export type Suspicion = (typeof SUSPICIONS)[number];

export const DECISIONS = ['keep', 'mend', 'drop'] as const;
export type Decision = (typeof DECISIONS)[number];

export interface SuspectGroup {
  suspicion: Suspicion;
  /** Rows of the table as it was imported, before anything was decided. */
  rows: Uint32Array;
  /** What can be done with them; what is done unless the reader says otherwise comes first. */
  choices: Decision[];
}

/**
 * What was made of the rows of a file; nothing is lost without standing here:
 * `read` = `imported` + `refusedCount` + the rows of `dropped`.
 */
export interface ImportReport {
  /** Rows of the file, without its header and blank rows. */
  read: number;
  /** Rows of the table. */
  imported: number;
  /** What was left out by decision: suspects, and what a table had already that it was merged into. */
  dropped: { why: string; rows: number }[];
  /** What was mended on the way, and how, by kind. */
  repaired: { how: string; rows: number; firstFileRow: number }[];
  refused: { fileRow: number; why: string; cells: string[] }[];
  /** How many were refused: `refused` holds no more than `MOST_REFUSED` of them whole. */
  refusedCount: number;
  suspects: SuspectGroup[];
  /** What else a reader must know of the file: its encoding was guessed, sheets were left out. */
  notes: string[];
}

export const MOST_REFUSED = 10_000;

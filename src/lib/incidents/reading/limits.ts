/**
 * What the readers take at most, so that no file freezes the app or fills the memory. A million rows
 * of ACLED are some 450 MB, so that each is well above what a browser can show.
 */
export const MOST_BYTES = 1_500_000_000;
export const MOST_ROWS = 3_000_000;
export const MOST_COLUMNS = 2_000;
/** Characters of one row, feature or placemark. */
export const LONGEST_ROW = 2_000_000;
/** How deep JSON or XML may nest. */
export const DEEPEST = 64;
/** Characters of a column's name. */
export const LONGEST_NAME = 300;
/** Rows that are looked at before the mapping is guessed. */
export const SAMPLE_ROWS = 1_000;

/** What a zip file, which XLSX and KMZ are too, may hold. */
export const MOST_ENTRIES = 2_000;
export const MOST_INFLATED_BYTES = MOST_BYTES;
/** Inflated bytes for each packed one, beyond `FREE_INFLATED_BYTES`; text seldom gets to 40. */
export const MOST_RATIO = 200;
export const FREE_INFLATED_BYTES = 10_000_000;
/** Packed bytes of a file that has to be held whole, as XLSX has. */
export const MOST_PACKED_BYTES = 200_000_000;

const MB = 1_000_000;

/** Bytes in words, for a message. */
export const inWords = (bytes: number) =>
  bytes >= 1000 * MB ? `${bytes / (1000 * MB)} GB` : `${Math.round(bytes / MB)} MB`;

import type { Role } from './table';

/** Column indexes of a sheet: names may repeat, as “Source” does in some. */
export type ColumnIndex = number;

export type PositionFrom =
  | { as: 'lon-lat'; lon: ColumnIndex; lat: ColumnIndex }
  /** Both in one column: decimal degrees, degrees-minutes-seconds or MGRS. */
  | { as: 'one'; column: ColumnIndex; order: 'lat-lon' | 'lon-lat' }
  /** Names of places to be found in the gazetteer and the settlements, each to be confirmed. */
  | {
      as: 'names';
      column: ColumnIndex;
      confirmed: Record<string, [lon: number, lat: number] | null>;
    }
  | { as: 'none' };

export const DAY_ORDERS = ['ymd', 'dmy', 'mdy'] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];

export type TimeFrom =
  | { as: 'day'; column: ColumnIndex; order: DayOrder }
  /** `lasted`: an incident went on all the while; else it fell on a day in between. */
  | { as: 'span'; from: ColumnIndex; to: ColumnIndex; order: DayOrder; lasted: boolean }
  /** Year, month and day apart, as GTD has them: 0 for what is not known. */
  | { as: 'parts'; year: ColumnIndex; month: ColumnIndex | null; day: ColumnIndex | null }
  | { as: 'none' };

/** Whose codes a column of precision holds; `km` for a radius in km. */
export const PRECISION_SCHEMES = ['ucdp', 'acled', 'gtd', 'gdelt', 'km'] as const;
export type PrecisionScheme = (typeof PRECISION_SCHEMES)[number];

/** What the columns of a sheet mean. */
export interface Mapping {
  position: PositionFrom;
  time: TimeFrom;
  positionPrecision: { column: ColumnIndex; scheme: PrecisionScheme } | null;
  timePrecision: { column: ColumnIndex; scheme: PrecisionScheme } | null;
  /** `plus`: further columns added to `best`, where a file counts the dead of each side apart. */
  deaths: {
    best: ColumnIndex;
    plus: ColumnIndex[];
    low: ColumnIndex | null;
    high: ColumnIndex | null;
  } | null;
  roles: Partial<Record<Role, ColumnIndex>>;
}

/** A table that the app knows by its columns. */
export const PROFILES = ['ucdp-ged', 'acled', 'gtd', 'gdelt', 'new-america'] as const;
export type Profile = (typeof PROFILES)[number];

/** A mapping with what recognised it; null for a guess. */
export interface Recognised {
  profile: Profile | null;
  mapping: Mapping;
  /** What the reader should look at, in sentences: dates that can be read in two orders. */
  doubts: string[];
}

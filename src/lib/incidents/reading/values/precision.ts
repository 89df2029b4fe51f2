import type { PrecisionScheme } from '../../mapping';
import type { Precision } from '../../table';

/** How a position is known, and the radius in km of the circle that it is known to lie in. */
export interface Known {
  precision: Precision;
  radiusKm: number;
}

/** An event that is “exact” stands at the middle of its settlement: half the width of a large town. */
const TOWN_KM = 5;
/**
 * UCDP GED codebook (25.1), `where_prec` 2: at most some 25 km around a known point, which is what is
 * coded. ACLED's and GDELT's codebooks give no radius for what is near a town: the same is taken.
 */
const NEAR_KM = 25;
/**
 * Half the width of a large district: Afghanistan's some 400 districts cover 652,000 km², on average
 * a circle of 23 km; Pakistan's 130 or so, 6,000 km² each, one of 44 km.
 */
const DISTRICT_KM = 40;
/** An Afghan province is on average as large as a circle of 78 km, Khyber Pakhtunkhwa as one of 180. */
const PROVINCE_KM = 100;

const town: Known = { precision: 'exact', radiusKm: TOWN_KM };
const near: Known = { precision: 'near', radiusKm: NEAR_KM };
const district: Known = { precision: 'region', radiusKm: DISTRICT_KM };
const province: Known = { precision: 'region', radiusKm: PROVINCE_KM };
const country: Known = { precision: 'unplaced', radiusKm: NaN };
export const UNKNOWN: Known = { precision: 'unknown', radiusKm: NaN };

/**
 * What each code means, by the codebook of its table:
 *
 * - UCDP GED, `where_prec`: 1 at a known place; 2 within some 25 km of it; 3 in a district; 4 in a
 *   province; 5 along a line or in a vague area; 6 in a country; 7 in the air or at sea.
 * - ACLED, `geo_precision`: 1 in a named town; 2 near one, or in a small part of a region; 3 in a
 *   larger region, put at its chief town.
 * - GTD, `specificity`: 1 at its town; 2 in a town that was not found, put at the middle of the
 *   smallest region that holds it; 3 in no town, put likewise; 4 in a province; 5 in a country.
 * - GDELT, `ActionGeo_Type`: 1 a country; 2 a state of the US; 3 and 4 a city or landmark that a
 *   machine read out of an article, so no more than near it; 5 a province.
 */
const CODES: Record<Exclude<PrecisionScheme, 'km'>, Record<number, Known>> = {
  ucdp: { 1: town, 2: near, 3: district, 4: province, 5: country, 6: country, 7: country },
  acled: { 1: town, 2: near, 3: province },
  gtd: { 1: town, 2: district, 3: district, 4: province, 5: country },
  gdelt: { 1: country, 2: province, 3: near, 4: near, 5: province }
};

/**
 * How a position is known by the code that a table gives for it; `UNKNOWN` for a code that its
 * codebook does not have. A radius in km counts as exact up to 5 km, near up to 30, a region up to
 * 300, and as no place beyond.
 */
export function precisionOf(code: number, scheme: PrecisionScheme): Known {
  if (scheme !== 'km') return CODES[scheme][code] ?? UNKNOWN;
  if (Number.isNaN(code) || code < 0) return UNKNOWN;
  if (code > 300) return country;
  const precision = code <= TOWN_KM ? 'exact' : code <= 30 ? 'near' : 'region';
  return { precision, radiusKm: code };
}

/** A place that was found by its name alone: no nearer than a town and what lies around it. */
export const BY_NAME: Known = { precision: 'near', radiusKm: 10 };

import { requireLonLat, type LonLat } from '../../geodesy/position';
import { NARROWEST_KM, WIDEST_KM } from '../zone';

/** From a place, by WGS84 geodesic distance: a disc if `leastKm` is 0, a ring otherwise. */
export interface DistanceCondition {
  kind: 'distance';
  from: LonLat;
  leastKm: number;
  mostKm: number;
}

/**
 * Distance from the line, whichever point of it is nearest, its two ends among them (so the band is
 * round there). Of a side: on that side of the line and in that side's country; of either: anywhere,
 * beyond the line's ends in third countries too.
 */
export interface OffsetCondition {
  kind: 'offset';
  side: 'afghan' | 'pakistan' | 'either';
  leastKm: number;
  mostKm: number;
}

/** The nearest point of the line lies between two chainages, and is at most `WIDEST_KM` away. */
export interface StretchCondition {
  kind: 'stretch';
  fromKm: number;
  toKm: number;
}

/** In a province of the line's two countries, by its id, as AF-KHO. */
export interface ProvinceCondition {
  kind: 'province';
  id: string;
}

/** Something that a position can satisfy or not. Limits belong to what they limit. */
export type Condition = DistanceCondition | OffsetCondition | StretchCondition | ProvinceCondition;

/** The farthest from a place that a condition can ask for, in km. */
export const FARTHEST_KM = 2000;

/** An interval of lengths in km. */
export interface Between {
  leastKm: number;
  mostKm: number;
}

/**
 * What "about so far" means with a tolerance as a share: 0.1 for 10 %. So the locus of "about 17
 * miles from Miranshah and about 22 miles from the line on the Pakistani side" is
 *
 *     engine.locus([
 *       { kind: 'distance', from: [70.0712, 33.0006], ...about(17 * MILE_KM, 0.1) },
 *       { kind: 'offset', side: 'pakistan', ...about(22 * MILE_KM, 0.1) }
 *     ])
 *
 * Throws a RangeError unless the length is above 0 and the share above 0 and at most 1.
 */
export function about(km: number, toleranceShare: number): Between {
  if (!(km > 0 && Number.isFinite(km))) {
    throw new RangeError(`The length is ${km} km: give a number of km above 0.`);
  }
  if (!(toleranceShare > 0 && toleranceShare <= 1)) {
    throw new RangeError(`The tolerance is ${100 * toleranceShare} %: give above 0 to 100 %.`);
  }
  return { leastKm: km * (1 - toleranceShare), mostKm: km * (1 + toleranceShare) };
}

/**
 * A distance from a place that is known to `uncertaintyKm` only: satisfied where it would be satisfied
 * from some position within that. What lies between two distances of a disc is again a ring, since
 * the distances from a position to a disc of radius u around a middle d away are those from d - u to
 * d + u.
 */
export function fromAnywhereIn(
  condition: DistanceCondition,
  uncertaintyKm: number
): DistanceCondition {
  const { leastKm, mostKm } = condition;
  return {
    ...condition,
    leastKm: Math.max(0, leastKm - uncertaintyKm),
    mostKm: mostKm + uncertaintyKm
  };
}

/**
 * Throws a RangeError that says what is wrong, and in which condition, unless all of them can be
 * asked of a line of this length. Conditions that exclude each other are no fault.
 */
export function requireConditions(
  conditions: readonly Condition[],
  lengthKm: number,
  isProvince: (id: string) => boolean
): void {
  if (conditions.length === 0) throw new RangeError('No condition is given: give at least one.');
  conditions.forEach((condition, i) => {
    const name = `Condition ${i + 1}`;
    if (condition.kind === 'distance') {
      requireLonLat(condition.from[0], condition.from[1], `${name}: the place`);
      requireBetween(condition, FARTHEST_KM, name);
      requireClearOfEdges(condition, name);
    } else if (condition.kind === 'offset') {
      requireBetween(condition, WIDEST_KM, name);
    } else if (condition.kind === 'stretch') {
      const { fromKm, toKm } = condition;
      if (fromKm >= 0 && fromKm < toKm && toKm <= lengthKm) return;
      throw new RangeError(
        `${name}: the stretch runs from ${fromKm} to ${toKm} km: it must begin before it ends, ` +
          `within 0 to ${lengthKm} km.`
      );
    } else if (!isProvince(condition.id)) {
      throw new RangeError(`${name}: no province has the id “${condition.id}”.`);
    }
  });
}

function requireBetween({ leastKm, mostKm }: Between, farthestKm: number, name: string): void {
  if (leastKm >= 0 && leastKm < mostKm && mostKm >= NARROWEST_KM && mostKm <= farthestKm) return;
  throw new RangeError(
    `${name}: the distance is ${leastKm} to ${mostKm} km: give at least 0, more at its end than at ` +
      `its beginning, and at its end ${NARROWEST_KM} to ${farthestKm} km.`
  );
}

/** A degree is never shorter than this along a meridian. */
const SHORTEST_DEGREE_KM = 110.5;

/** Circles around a pole or over the antimeridian are no rings in longitude and latitude. */
function requireClearOfEdges({ from: [lon, lat], mostKm }: DistanceCondition, name: string): void {
  const highestDeg = Math.abs(lat) + mostKm / SHORTEST_DEGREE_KM;
  const acrossDeg = mostKm / SHORTEST_DEGREE_KM / Math.cos((highestDeg * Math.PI) / 180);
  if (highestDeg < 89 && Math.abs(lon) + acrossDeg < 180) return;
  throw new RangeError(
    `${name}: the circle of ${mostKm} km around the place reaches a pole or the antimeridian: give a ` +
      'shorter distance.'
  );
}

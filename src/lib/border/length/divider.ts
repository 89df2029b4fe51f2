import { ecefLat, ecefLon } from '../../geodesy/ellipsoid';
import { distanceKm } from '../../geodesy/geodesic';
import type { LonLat } from '../../geodesy/position';
import type { ChainedLine } from '../chained-line';
import { arcBetweenM } from '../line-index';

/** A line walked along with a pair of dividers. */
export interface DividerWalk {
  /** Whole steps of the divider. */
  steps: number;
  /** What is left at the end, as a share of a step: 0 to 1. */
  rest: number;
  /** (steps + rest) times the divider's opening. */
  lengthKm: number;
}

type Point = [x: number, y: number, z: number];

/** Up to here the closed form for a geodesic's length is good to 0.1 mm; GeographicLib beyond. */
const CLOSED_FORM_M = 300_000;
/** No chord of the ellipsoid is shorter than its geodesic by more than on this sphere. */
const LEAST_RADIUS_M = 6.33e6;

/** Steps between two pauses: some 20 ms. */
const STEPS_A_PAUSE = 10_000;

/**
 * Walks a line with a pair of dividers opened `openingKm` wide (L. F. Richardson, 1961): each step
 * ends where the line first is so far away, in a straight geodesic, from where the step began. What
 * is left at the end counts as a part of a step. `visit` is given every point where the divider is
 * set, the line's ends included. Each step is right to 1 mm or a millionth of the opening.
 *
 * @throws RangeError unless the opening is above 0
 */
export function walkDivider(
  line: ChainedLine,
  openingKm: number,
  visit?: (position: LonLat) => void
): DividerWalk {
  const steps = walkDividerInSteps(line, openingKm, visit);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** As `walkDivider`, but pauses now and then, so that a worker can answer other calls. */
export function* walkDividerInSteps(
  line: ChainedLine,
  openingKm: number,
  visit?: (position: LonLat) => void
): Generator<void, DividerWalk> {
  if (!(openingKm > 0)) {
    throw new RangeError(`The divider's opening is ${openingKm} km: give a number above 0.`);
  }
  const { ecef, positions } = line;
  const openingM = 1000 * openingKm;
  /** What is nearer than this as a chord is nearer than the opening as a geodesic. */
  const surelyWithinM2 = (2 * LEAST_RADIUS_M * Math.sin(openingM / (2 * LEAST_RADIUS_M))) ** 2;
  const count = positions.length;
  let here: Point = [ecef[0], ecef[1], ecef[2]];
  let steps = 0;
  visit?.(positions[0]);
  for (let vertex = 1; vertex < count;) {
    const v = 3 * vertex;
    const d2 =
      (ecef[v] - here[0]) ** 2 + (ecef[v + 1] - here[1]) ** 2 + (ecef[v + 2] - here[2]) ** 2;
    if (d2 < surelyWithinM2) {
      vertex++;
      continue;
    }
    const there: Point = [ecef[v], ecef[v + 1], ecef[v + 2]];
    if (geodesicM(here, there) < openingM) {
      vertex++;
      continue;
    }
    // The segment behind the vertex leaves the circle around `here`: the next step ends on it.
    const behind: Point = [ecef[v - 3], ecef[v - 2], ecef[v - 1]];
    here = leaving(here, behind, there, openingM);
    steps++;
    visit?.(toPosition(here));
    if (steps % STEPS_A_PAUSE === 0) yield;
  }
  const end: Point = [ecef[3 * count - 3], ecef[3 * count - 2], ecef[3 * count - 1]];
  const rest = geodesicM(here, end) / openingM;
  visit?.(positions[count - 1]);
  return { steps, rest, lengthKm: (steps + rest) * openingKm };
}

const toPosition = ([x, y, z]: Point): LonLat => [ecefLon(x, y), ecefLat(x, y, z)];

function geodesicM(a: Point, b: Point): number {
  const arcM = arcBetweenM(a[0], a[1], a[2], b[0], b[1], b[2]);
  return arcM < CLOSED_FORM_M ? arcM : 1000 * distanceKm(toPosition(a), toPosition(b));
}

/**
 * Where the straight from `from` to `to` leaves the circle of all that is `radiusM` from `center`;
 * `to` is beyond it. The straight may begin outside where `center` itself lies on it.
 */
function leaving(center: Point, from: Point, to: Point, radiusM: number): Point {
  const along = (share: number): Point => [
    from[0] + share * (to[0] - from[0]),
    from[1] + share * (to[1] - from[1]),
    from[2] + share * (to[2] - from[2])
  ];
  const [ux, uy, uz] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const [px, py, pz] = [from[0] - center[0], from[1] - center[1], from[2] - center[2]];
  const a = ux * ux + uy * uy + uz * uz;
  const b = px * ux + py * uy + pz * uz;
  const c2 = px * px + py * py + pz * pz;
  // The chord is a little shorter than the geodesic: it is corrected by what the geodesic gave.
  let chordM = radiusM;
  let share = 1;
  for (let round = 0; round < 8; round++) {
    share = Math.min(1, (-b + Math.sqrt(Math.max(0, b * b - a * (c2 - chordM * chordM)))) / a);
    const missingM = radiusM - geodesicM(center, along(share));
    if (Math.abs(missingM) < 1e-4) break;
    chordM += missingM;
  }
  return along(share);
}

import { kept } from '../geodesy/kept';
import { boxPath, findCrossings, type BoxedPath, type Crossing } from './crossings';
import type { PlaneLine } from './plane-line';
import { firstAbove } from './search';

/** The line as a path in the plane that others are crossed with again and again. */
export interface LinePath extends PlaneLine {
  /** All crossings with another path; they are kept as long as that path is. */
  crossings(other: BoxedPath): readonly Crossing[];
  /** The first vertex whose chainage is above a limit. */
  vertexAfter(chainageKm: number): number;
}

export function createLinePath(line: PlaneLine): LinePath {
  const path = boxPath(line);
  return {
    ...line,
    crossings: kept((other: BoxedPath) => findCrossings(path, other)),
    vertexAfter: (km) => firstAbove(line.chainageKm, km)
  };
}

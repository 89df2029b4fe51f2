import type { DrawnCandidate } from '../../map/data';
import type { CandidateDistance } from '../../zones/locus/figures';
import type { Spot } from './spots';
import { liesIn, mapWords } from './words';

/** Candidates farther away are in the table, and not on the map. */
const NAMED_KM = 150;

/** The candidates as the map marks and names them, in their order. */
export function candidatesDrawn(
  distances: readonly CandidateDistance[],
  spots: readonly Spot[]
): DrawnCandidate[] {
  const byId = new Map(spots.map((spot) => [spot.id, spot]));
  return distances.flatMap((away) => {
    const spot = byId.get(away.id);
    if (!spot || away.awayKm > NAMED_KM) return [];
    const { id, name, at, uncertaintyKm } = spot;
    const words = mapWords(away, uncertaintyKm);
    return [{ id, name, at, uncertaintyKm, lies: liesIn(away), words }];
  });
}

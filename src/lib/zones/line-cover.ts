import { isCurve, type OutlineRing } from './outline';
import { mergeStretches, type Stretch } from './zone';

/** How many km of a line of some length rings run along, each part counted once. */
export function lengthAlongKm(rings: readonly OutlineRing[], lengthKm: number): number {
  const clamp = (km: number) => Math.min(lengthKm, Math.max(0, km));
  const runs: Stretch[] = [];
  for (const run of rings.flat()) {
    if (isCurve(run)) continue;
    const [a, b] = [clamp(run.fromKm), clamp(run.toKm)];
    runs.push({ fromKm: Math.min(a, b), toKm: Math.max(a, b) });
  }
  return mergeStretches(runs).reduce((sum, { fromKm, toKm }) => sum + toKm - fromKm, 0);
}

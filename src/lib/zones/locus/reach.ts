import type { Border } from '../../border/border';
import { toEcef } from '../../geodesy/ellipsoid';
import type { Stretch } from '../zone';
import type { Ring } from './combine';

/** Chords are shorter than geodesics by less than this up to 200 km, and it does no harm beyond. */
const MARGIN_KM = 1;

/**
 * The stretch in which the feet must lie of all that is at most `farKm` from the line and in every
 * ring: the part of the line that is near enough to each of their centres; null if there is none.
 */
export function reachedStretch(
  border: Border,
  rings: readonly Ring[],
  farKm: number
): Stretch | null {
  let reached: Stretch = { fromKm: 0, toKm: border.lengthKm };
  for (const { at, mostKm } of rings) {
    const near = nearStretch(border, at, mostKm + farKm + MARGIN_KM);
    if (!near) return null;
    reached = {
      fromKm: Math.max(reached.fromKm, near.fromKm),
      toKm: Math.min(reached.toKm, near.toKm)
    };
  }
  return reached.fromKm < reached.toKm ? reached : null;
}

/** From the first vertex of the line within a distance of a place to the last, and a segment more. */
function nearStretch({ line, lengthKm }: Border, at: Ring['at'], farKm: number): Stretch | null {
  const { ecef, chainageKm } = line;
  const center = new Float64Array(3);
  toEcef(at[0], at[1], center, 0);
  const far2 = (1000 * farKm) ** 2;
  let [first, last] = [-1, -1];
  for (let i = 0; i < chainageKm.length; i++) {
    const dx = ecef[3 * i] - center[0];
    const dy = ecef[3 * i + 1] - center[1];
    const dz = ecef[3 * i + 2] - center[2];
    if (dx * dx + dy * dy + dz * dz > far2) continue;
    if (first < 0) first = i;
    last = i;
  }
  if (first < 0) return null;
  return {
    fromKm: Math.max(0, chainageKm[first] - MARGIN_KM),
    toKm: Math.min(lengthKm, chainageKm[last] + MARGIN_KM)
  };
}

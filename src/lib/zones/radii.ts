import type { Sites } from './sites';
import type { Widths } from './widths';
import type { Stretch, Zone } from './zone';

/** Sites beyond the line's ends lie nearer than this to them, in km. */
const BEYOND_KM = 1;

/**
 * The width at each site in plane km, 0 where the zone is not. The sites beyond the line's ends, which
 * stand for what is nearest to the very end, have one only with round ends.
 */
export function siteRadii(
  { chainageKm, scale }: Sites,
  widths: Widths,
  stretches: readonly Stretch[],
  lengthKm: number,
  caps: Zone['caps']
): Float64Array {
  const radiusKm = new Float64Array(scale.length);
  const beyondKm = caps === 'round' ? BEYOND_KM : 0;
  const isConstant = widths.leastKm === widths.greatestKm;
  for (const { fromKm, toKm } of stretches) {
    const low = fromKm === 0 ? -beyondKm : fromKm;
    const high = toKm === lengthKm ? toKm + beyondKm : toKm;
    for (let i = 0; i < scale.length; i++) {
      const km = chainageKm[i];
      if (!(km >= low && km <= high)) continue;
      radiusKm[i] = (isConstant ? widths.greatestKm : widths.at(km)) * scale[i];
    }
  }
  return radiusKm;
}

import type { Sites } from './sites';
import type { Widths } from './widths';
import type { Stretch, Zone } from './zone';

/** Sites beyond the line's ends lie nearer than this to them, in km. */
const BEYOND_KM = 1;

/** The width of a zone's side at each site. */
export interface SiteRadii {
  /** In plane km, 0 where the zone is not. */
  radiusKm: Float64Array;
  /** The least and the greatest where the zone is; infinite and 0 if it is nowhere. */
  leastKm: number;
  greatestKm: number;
  /** The first site of each run of sites where the zone is, and the last. */
  beginnings: number[];
  ends: number[];
}

/**
 * The width at each site. The sites beyond the line's ends, which stand for what is nearest to the
 * very end, have one only with round ends.
 */
export function siteRadii(
  sites: Sites,
  widths: Widths,
  stretches: readonly Stretch[],
  lengthKm: number,
  caps: Zone['caps']
): SiteRadii {
  const radiusKm = new Float64Array(sites.scale.length);
  const beyondKm = caps === 'round' ? BEYOND_KM : 0;
  for (const { fromKm, toKm } of stretches) {
    const low = fromKm === 0 ? -beyondKm : fromKm;
    const high = toKm === lengthKm ? toKm + beyondKm : toKm;
    if (widths.leastKm === widths.greatestKm) {
      fillConstant(radiusKm, sites, widths.greatestKm, low, high);
    } else {
      fillVarying(radiusKm, sites, widths, low, high);
    }
  }
  return { radiusKm, ...extent(radiusKm, sites) };
}

function fillConstant(
  radiusKm: Float64Array,
  { chainageKm, scale }: Sites,
  widthKm: number,
  low: number,
  high: number
): void {
  for (let i = 0; i < scale.length; i++) {
    if (chainageKm[i] >= low && chainageKm[i] <= high) radiusKm[i] = widthKm * scale[i];
  }
}

function fillVarying(
  radiusKm: Float64Array,
  { chainageKm, scale }: Sites,
  widths: Widths,
  low: number,
  high: number
): void {
  for (let i = 0; i < scale.length; i++) {
    const km = chainageKm[i];
    if (km >= low && km <= high) radiusKm[i] = widths.at(km) * scale[i];
  }
}

function extent(radiusKm: Float64Array, { mesh, ahead, behind }: Sites) {
  let leastKm = Infinity;
  let greatestKm = 0;
  const beginnings: number[] = [];
  const ends: number[] = [];
  for (let i = 0; i < mesh.points; i++) {
    const radius = radiusKm[i];
    if (radius === 0) continue;
    if (radius < leastKm) leastKm = radius;
    if (radius > greatestKm) greatestKm = radius;
    if (behind[i] < 0 || radiusKm[behind[i]] === 0) beginnings.push(i);
    if (ahead[i] < 0 || radiusKm[ahead[i]] === 0) ends.push(i);
  }
  return { leastKm, greatestKm, beginnings, ends };
}

import type { Sites } from './sites';
import type { Widths } from './widths';
import type { Stretch, Zone } from './zone';

/** Sites beyond the line's ends lie nearer than this to them, in km. */
const BEYOND_KM = 1;

/** The sites where a zone is, whatever its width. */
interface Extent {
  /** Plane km per true km, 0 where the zone is not. */
  scale: Float64Array;
  /** The least and the greatest scale where the zone is. */
  least: number;
  greatest: number;
  /** The first site of each run of sites where the zone is, and the last. */
  beginnings: number[];
  ends: number[];
}

/** The width of a zone's side at each site. */
export interface SiteRadii {
  /** In plane km, 0 where the zone is not. */
  radiusKm: Float64Array;
  /** Bounds of what they are where the zone is. */
  leastKm: number;
  greatestKm: number;
  /** The first site of each run of sites where the zone is, and the last. */
  beginnings: readonly number[];
  ends: readonly number[];
}

/**
 * Gives the width at each site. The sites beyond the line's ends, which stand for what is nearest to
 * the very end, have one only with round ends.
 */
export function createRadii(lengthKm: number) {
  /** The stretches mostly stay while a width changes. */
  const known = new WeakMap<Sites, { key: string; extent: Extent }>();

  function extentOf(sites: Sites, stretches: readonly Stretch[], caps: Zone['caps']): Extent {
    const key = JSON.stringify([stretches, caps]);
    const last = known.get(sites);
    if (last?.key === key) return last.extent;
    const extent = measureExtent(sites, stretches, lengthKm, caps);
    known.set(sites, { key, extent });
    return extent;
  }

  return (
    sites: Sites,
    widths: Widths,
    stretches: readonly Stretch[],
    caps: Zone['caps']
  ): SiteRadii => {
    const extent = extentOf(sites, stretches, caps);
    if (widths.leastKm < widths.greatestKm) return varyingRadii(sites, widths, extent);
    const { scale, least, greatest, beginnings, ends } = extent;
    const km = widths.greatestKm;
    const radiusKm = new Float64Array(scale.length);
    for (let i = 0; i < scale.length; i++) radiusKm[i] = km * scale[i];
    return {
      radiusKm,
      leastKm: km * least,
      greatestKm: km * greatest,
      beginnings,
      ends
    };
  };
}

function measureExtent(
  sites: Sites,
  stretches: readonly Stretch[],
  lengthKm: number,
  caps: Zone['caps']
): Extent {
  const { chainageKm } = sites;
  const scale = new Float64Array(sites.scale.length);
  const beyondKm = caps === 'round' ? BEYOND_KM : 0;
  for (const { fromKm, toKm } of stretches) {
    const low = fromKm === 0 ? -beyondKm : fromKm;
    const high = toKm === lengthKm ? toKm + beyondKm : toKm;
    for (let i = 0; i < scale.length; i++) {
      if (chainageKm[i] >= low && chainageKm[i] <= high) scale[i] = sites.scale[i];
    }
  }
  return extentWhere(scale, sites);
}

function varyingRadii(sites: Sites, widths: Widths, extent: Extent): SiteRadii {
  const { chainageKm } = sites;
  const { scale } = extent;
  const radiusKm = new Float64Array(scale.length);
  for (let i = 0; i < scale.length; i++) {
    if (scale[i] > 0) radiusKm[i] = widths.at(chainageKm[i]) * scale[i];
  }
  const { least, greatest, beginnings, ends } = extentWhere(radiusKm, sites);
  return { radiusKm, leastKm: least, greatestKm: greatest, beginnings, ends };
}

/** What an extent tells of values that are 0 where the zone is not. */
function extentWhere(scale: Float64Array, { mesh, ahead, behind }: Sites): Extent {
  let least = Infinity;
  let greatest = 0;
  const beginnings: number[] = [];
  const ends: number[] = [];
  for (let i = 0; i < mesh.points; i++) {
    if (scale[i] === 0) continue;
    least = Math.min(least, scale[i]);
    greatest = Math.max(greatest, scale[i]);
    if (behind[i] < 0 || scale[behind[i]] === 0) beginnings.push(i);
    if (ahead[i] < 0 || scale[ahead[i]] === 0) ends.push(i);
  }
  return { scale, least, greatest, beginnings, ends };
}

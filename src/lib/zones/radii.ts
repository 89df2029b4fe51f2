import type { Sites } from './sites';
import type { Widths } from './widths';
import type { Stretch, Zone } from './zone';

/** Sites beyond the line's ends lie nearer than this to them, in km. */
const BEYOND_KM = 1;

/** Sites that follow each other along the line, from the first where a zone is to the last. */
export interface Run {
  first: number;
  last: number;
}

/** The sites where a zone is, whatever its width. */
interface Extent {
  /** Plane km per true km, 0 where the zone is not. */
  scale: Float64Array;
  /** The least and the greatest scale where the zone is. */
  least: number;
  greatest: number;
  runs: Run[];
}

/** The width of a zone's side at each site. */
export interface SiteRadii {
  /** In plane km, 0 where the zone is not. */
  radiusKm: Float64Array;
  /** Bounds of what they are where the zone is. */
  leastKm: number;
  greatestKm: number;
  runs: readonly Run[];
}

/**
 * Gives the width at each site; the answer holds until the next one for the same sites. The sites
 * beyond the line's ends, which stand for what is nearest to the very end, have one only with round
 * ends.
 */
export function createRadii(lengthKm: number) {
  /** The stretches mostly stay while a width changes. */
  const known = new WeakMap<Sites, { key: string; extent: Extent }>();
  /** Both sides of a zone are mostly equally wide, and to make room anew takes the longest. */
  const latest = new WeakMap<Extent, { km: number; radiusKm: Float64Array }>();

  function extentOf(sites: Sites, stretches: readonly Stretch[], caps: Zone['caps']): Extent {
    const key = JSON.stringify([stretches, caps]);
    const last = known.get(sites);
    if (last?.key === key) return last.extent;
    const extent = measureExtent(sites, stretches, lengthKm, caps);
    known.set(sites, { key, extent });
    return extent;
  }

  function evenRadii(extent: Extent, km: number): Float64Array {
    const { scale } = extent;
    const last = latest.get(extent) ?? { km: 0, radiusKm: new Float64Array(scale.length) };
    const { radiusKm } = last;
    if (last.km !== km) for (let i = 0; i < scale.length; i++) radiusKm[i] = km * scale[i];
    latest.set(extent, { km, radiusKm });
    return radiusKm;
  }

  return (
    sites: Sites,
    widths: Widths,
    stretches: readonly Stretch[],
    caps: Zone['caps']
  ): SiteRadii => {
    const extent = extentOf(sites, stretches, caps);
    if (widths.leastKm < widths.greatestKm) return varyingRadii(sites, widths, extent);
    const { least, greatest, runs } = extent;
    const km = widths.greatestKm;
    return {
      radiusKm: evenRadii(extent, km),
      leastKm: km * least,
      greatestKm: km * greatest,
      runs
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
  const { least, greatest, runs } = extentWhere(radiusKm, sites);
  return { radiusKm, leastKm: least, greatestKm: greatest, runs };
}

/** What an extent tells of values that are 0 where the zone is not. */
function extentWhere(scale: Float64Array, { mesh, ahead, behind }: Sites): Extent {
  let least = Infinity;
  let greatest = 0;
  const runs: Run[] = [];
  for (let i = 0; i < mesh.points; i++) {
    if (scale[i] === 0) continue;
    least = Math.min(least, scale[i]);
    greatest = Math.max(greatest, scale[i]);
    if (behind[i] >= 0 && scale[behind[i]] > 0) continue;
    let last = i;
    while (ahead[last] >= 0 && scale[ahead[last]] > 0) last = ahead[last];
    runs.push({ first: i, last });
  }
  return { scale, least, greatest, runs };
}

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

/** The width of a zone's side at each site, in plane km; 0 where the zone is not. */
export class SiteRadii {
  /** Bounds of what they are where the zone is. */
  readonly leastKm: number;
  readonly greatestKm: number;
  readonly runs: readonly Run[];
  private readonly scale: Float64Array;

  /** As an extent times a width: an array of its own for each width would take longer to fill. */
  constructor(
    extent: Extent,
    private readonly widthKm: number
  ) {
    this.scale = extent.scale;
    this.leastKm = widthKm * extent.least;
    this.greatestKm = widthKm * extent.greatest;
    this.runs = extent.runs;
  }

  at(site: number): number {
    return this.widthKm * this.scale[site];
  }
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
    return widths.leastKm < widths.greatestKm
      ? new SiteRadii(varyingExtent(sites, widths, extent), 1)
      : new SiteRadii(extent, widths.greatestKm);
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

/** Where a zone of varying width is, its scale multiplied by the width. */
function varyingExtent(sites: Sites, widths: Widths, { scale }: Extent): Extent {
  const { chainageKm } = sites;
  const varying = new Float64Array(scale.length);
  for (let i = 0; i < scale.length; i++) {
    if (scale[i] > 0) varying[i] = widths.at(chainageKm[i]) * scale[i];
  }
  return extentWhere(varying, sites);
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

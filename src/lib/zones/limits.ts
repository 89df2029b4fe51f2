import { remeasureCells, type Cells } from './cells';
import { cornersOf, joinNeighbours } from './join';
import { copySites, insertSite, LIMIT_GAP_KM, type Sites } from './sites';

/** Sites nearer to each other than this, 0.01 mm, are the same. */
const SAME_SITE_KM = 1e-8;
/** Sites that may be needed so that neighbours near the limits stay joined. */
const SPARE_SITES = 200;

/**
 * Makes limits across the line at chainages, where a zone may begin or end: puts a site just before
 * and just after each, so that the border between their cells runs square to the line right there.
 * `order` holds the sites of `cells` along the line. The given cells stay as they are.
 */
export function limitCells(cells: Cells, order: Int32Array, limitsKm: readonly number[]): Cells {
  const sites = copySites(cells.sites, 2 * limitsKm.length + SPARE_SITES);
  const changed: number[] = [];
  for (const limitKm of limitsKm) {
    for (const km of [limitKm - LIMIT_GAP_KM, limitKm + LIMIT_GAP_KM]) {
      const from = siteBefore(sites, order, km);
      const [fromKm, toKm] = [sites.chainageKm[from], sites.chainageKm[sites.ahead[from]]];
      if (km - fromKm < SAME_SITE_KM || toKm - km < SAME_SITE_KM) continue;
      const fraction = (km - fromKm) / (toKm - fromKm);
      insertSite(sites, from, fraction, changed);
    }
  }
  joinNeighbours(sites, cornersOf(sites.mesh, changed), changed);
  return remeasureCells(cells, sites, changed);
}

/** The last site along the line whose chainage is at most `km`. */
function siteBefore({ chainageKm, ahead }: Sites, order: Int32Array, km: number): number {
  let [low, high] = [0, order.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (chainageKm[order[middle]] <= km) low = middle;
    else high = middle - 1;
  }
  let site = order[low];
  while (chainageKm[ahead[site]] <= km) site = ahead[site];
  return site;
}

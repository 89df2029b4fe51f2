import { densify } from '../../geodesy/geodesic';
import type { LonLat } from '../../geodesy/position';
import type { DrawnCut } from '../../map/data';
import type { CrossSection, CutSide } from '../../zones/cross-section';
import { bearingDeg } from '../../geodesy/geodesic';
import { length } from '../format';

/** The cut is straight on the ellipsoid: so near together its vertices show it so. */
const EDGE_KM = 10;

/** Widths under 100 km with a decimal more than whole tenths would tell on the map. */
export function cutLength(km: number): string {
  return length(km, km === 0 ? 0 : km < 10 ? 2 : 1);
}

/** A cross-section as the map draws it. */
export function drawnCut(section: CrossSection): DrawnCut {
  const { afghan, foot, pakistan, totalKm } = section;
  return {
    path: densify([afghan.end, foot, pakistan.end], EDGE_KM),
    foot,
    ends: [endOf(foot, afghan), endOf(foot, pakistan)].flatMap((end) => end ?? []),
    total: `${cutLength(totalKm)} in all`
  };
}

function endOf(foot: LonLat, { end, widthKm }: CutSide): DrawnCut['ends'][number] | null {
  if (widthKm === 0) return null;
  return { at: end, bearingDeg: bearingDeg(end, foot), label: cutLength(widthKm) };
}

/** The box around a cut, with room around one of no width. */
export function boundsOfCut({ afghan, foot, pakistan }: CrossSection): [LonLat, LonLat] {
  const positions = [afghan.end, foot, pakistan.end];
  const lons = positions.map(([lon]) => lon);
  const lats = positions.map(([, lat]) => lat);
  return [
    [Math.min(...lons), Math.min(...lats)],
    [Math.max(...lons), Math.max(...lats)]
  ];
}

import type { Station } from '../../border/station';
import type { Proposal } from '../../project/proposal';
import { setWidth } from '../../project/workshop';
import { WIDEST_KM } from '../../zones/zone';
import { allowedWidth, widthsAt, withWidth } from '../charts/profile-points';
import { SIDES, type ChartSide } from '../charts/sides';
import { rounded } from './steps';

/** The outer edge of one side of a proposal, as the pointer has it. */
export interface Edge {
  side: ChartSide;
  /** The width of the side there, in km. */
  widthKm: number;
  /** How far beyond the edge the pointer is, in km; negative within the zone. */
  beyondKm: number;
  /** Which point of a width profile moves with it; null where the width does not vary. */
  point: number | null;
}

/**
 * The edge within `reachKm` of a station, of the side that the station lies on. A zone narrower than
 * the reach has no edge to take hold of there: it could not be told from the line. Where the width
 * varies, its edge can be held within `pointReachKm` of a point of its profile, along the line.
 */
export function edgeAt(
  proposal: Proposal,
  station: Station,
  reachKm: number,
  pointReachKm: number
): Edge | null {
  const side = SIDES.find(({ sign }) => sign * station.offsetKm > 0);
  if (!side || !covers(proposal, station)) return null;
  const { profile } = proposal;
  const widthKm = (profile ? widthsAt(profile, station.chainageKm) : proposal)[side.key];
  const beyondKm = Math.abs(station.offsetKm) - widthKm;
  if (widthKm < reachKm || Math.abs(beyondKm) > reachKm) return null;
  if (!profile) return { side, widthKm, beyondKm, point: null };
  const away = profile.map((point) => Math.abs(point.chainageKm - station.chainageKm));
  const point = away.indexOf(Math.min(...away));
  if (away[point] > pointReachKm) return null;
  return { side, widthKm: profile[point][side.key], beyondKm, point };
}

/** Whether the zone runs past a station's foot. */
function covers({ stretches, caps }: Proposal, { chainageKm, atEnd }: Station): boolean {
  if (atEnd && caps === 'flat') return false;
  if (stretches.length === 0) return true;
  return stretches.some(({ fromKm, toKm }) => chainageKm >= fromKm && chainageKm <= toKm);
}

/**
 * The width that an edge has been dragged to: as wide as the pointer's offset on its side, less what
 * the pointer was beyond it at first; 0 once the pointer has crossed the line.
 */
export function draggedWidthKm(
  { side, beyondKm }: Edge,
  offsetKm: number,
  stepKm: number | null
): number {
  const outKm = side.sign * offsetKm;
  if (outKm <= 0) return 0;
  const km = outKm - beyondKm;
  return allowedWidth(Math.min(WIDEST_KM, stepKm === null ? km : rounded(km, stepKm)));
}

/** Gives the edge a width: that of its point where the width varies, else of the side. */
export function setEdge(proposal: Proposal, { side, point }: Edge, widthKm: number): void {
  const { profile, linked } = proposal;
  if (profile && point !== null) {
    proposal.profile = withWidth(profile, point, side.key, widthKm, linked);
  } else setWidth(proposal, side.key, widthKm);
}

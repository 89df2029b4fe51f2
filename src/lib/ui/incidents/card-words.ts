import type { IncidentCard } from '../../engine/incidents/protocol';
import type { Precision } from '../../incidents/table';
import { degreeDigits, latLon, length, lengthAsGiven, lengthRounded, SIDE_NAMES } from '../format';

const KNOWN: Record<Precision, string> = {
  exact: 'exact, as the file says',
  near: 'near a named place',
  region: 'somewhere in a district or province',
  unplaced: 'known no closer than a country: not on the map',
  unknown: 'the file does not say how exact'
};

/** “33.6° N, 69.2° E, near a named place, ± 25 km”: no finer than it is known. */
export function positionWords({ position, precision, radiusKm }: IncidentCard): string {
  if (!position) return 'The file gives none';
  const at = radiusKm ? latLon(position, degreeDigits(radiusKm)) : latLon(position);
  const within = radiusKm ? `, within ${lengthAsGiven(radiusKm)}` : '';
  return `${at}: ${KNOWN[precision]}${within}`;
}

/** The station in words; an offset within the incident’s own radius is not told as a fact. */
export function stationWords({ station, radiusKm }: IncidentCard): {
  chainage: string;
  offset: string;
} | null {
  if (!station) return null;
  const { chainageKm, offsetKm } = station;
  const side = offsetKm === 0 ? 'line' : offsetKm > 0 ? 'afghan' : 'pakistan';
  const away = Math.abs(offsetKm);
  if (!radiusKm) {
    const offset = side === 'line' ? 'On the line' : `${length(away, 1)}, ${SIDE_NAMES[side]}`;
    return { chainage: length(chainageKm, 1), offset };
  }
  return {
    chainage: `about ${lengthRounded(chainageKm, radiusKm)}`,
    offset:
      away <= radiusKm
        ? `At the line, within ${lengthAsGiven(radiusKm)}: on either side`
        : `about ${lengthRounded(away, radiusKm)}, ${SIDE_NAMES[side]}`
  };
}

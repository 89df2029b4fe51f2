import { requireLonLat, type LonLat } from '../geodesy/position';

/** An interval of chainage in km. */
export interface Stretch {
  fromKm: number;
  toKm: number;
}

/** The widths of a zone at a chainage, in km. */
export interface WidthsAt {
  chainageKm: number;
  afghanKm: number;
  pakistanKm: number;
}

/** A circle that a zone leaves out, by WGS84 geodesic distance: around a settlement, a crossing. */
export interface KeepOut {
  at: LonLat;
  radiusKm: number;
}

/** A buffer-zone proposal as its author states it. */
export interface Zone {
  /** Width on the Afghan side in km, 0 for none. */
  afghanKm: number;
  /** Width on the Pakistani side in km, 0 for none. */
  pakistanKm: number;
  /** Where along the line the zone runs; the whole line if left out. */
  stretches?: Stretch[];
  /**
   * At the line's own ends: flat leaves out what is nearest to the very end; round keeps it, and
   * keeps the parts in third countries too. Limits of stretches are always flat. Flat if left out.
   */
  caps?: 'flat' | 'round';
  /**
   * Widths that vary along the line, by rising chainage: linear between these points, and the same
   * before the first and after the last; the zone ends where they fall below `NARROWEST_KM`. If
   * given, they stand for `afghanKm` and `pakistanKm`.
   */
  profile?: WidthsAt[];
  /** Circles that the zone leaves out. */
  keepOut?: KeepOut[];
  /**
   * The ids of the provinces that the zone is limited to, each on its own country's side; everywhere
   * if empty or left out.
   */
  provinces?: string[];
}

/** The widest zone, in km a side, that the engine answers for. */
export const WIDEST_KM = 100;
/** The narrowest zone that is not none: narrower ones lie within the line's own uncertainty. */
export const NARROWEST_KM = 0.1;
/** The least and the greatest radius of a circle to leave out, in km. */
export const LEAST_KEEP_OUT_KM = 0.1;
export const GREATEST_KEEP_OUT_KM = 200;

/** Throws a RangeError that says what is wrong unless the zone can lie on a line of this length. */
export function requireZone(zone: Zone, lengthKm: number): void {
  requireWidth(zone.afghanKm, 'Afghan', NARROWEST_KM);
  requireWidth(zone.pakistanKm, 'Pakistani', NARROWEST_KM);
  for (const { fromKm, toKm } of zone.stretches ?? []) {
    if (fromKm >= 0 && fromKm < toKm && toKm <= lengthKm) continue;
    throw new RangeError(
      `The stretch runs from ${fromKm} to ${toKm} km: it must begin before it ends, within 0 to ${Math.floor(10 * lengthKm) / 10} km.`
    );
  }
  if (zone.profile) requireProfile(zone.profile, lengthKm);
  (zone.keepOut ?? []).forEach(requireKeepOut);
}

function requireKeepOut({ at, radiusKm }: KeepOut, i: number): void {
  requireLonLat(at[0], at[1], `The centre of circle ${i + 1} to leave out`);
  if (radiusKm >= LEAST_KEEP_OUT_KM && radiusKm <= GREATEST_KEEP_OUT_KM) return;
  throw new RangeError(
    `The radius of circle ${i + 1} to leave out is ${radiusKm} km: give ${LEAST_KEEP_OUT_KM} to ` +
      `${GREATEST_KEEP_OUT_KM} km.`
  );
}

/** Throws a RangeError that names the first of a zone's provinces that is not known. */
export function requireProvinces(zone: Zone, isKnown: (id: string) => boolean): void {
  const stranger = zone.provinces?.find((id) => !isKnown(id));
  if (stranger === undefined) return;
  throw new RangeError(`No province has the id “${stranger}”: give ids such as AF-KHO or PK-BA.`);
}

function requireWidth(km: number, side: string, narrowestKm: number): void {
  if (km === 0 || (km >= narrowestKm && km <= WIDEST_KM)) return;
  throw new RangeError(
    `The width on the ${side} side is ${km} km: give 0, or ${narrowestKm} to ${WIDEST_KM} km.`
  );
}

function requireProfile(profile: readonly WidthsAt[], lengthKm: number): void {
  if (profile.length === 0) throw new RangeError('The width profile has no points.');
  profile.forEach(({ chainageKm, afghanKm, pakistanKm }, i) => {
    requireWidth(afghanKm, 'Afghan', 0);
    requireWidth(pakistanKm, 'Pakistani', 0);
    const lowKm = i > 0 ? profile[i - 1].chainageKm : 0;
    if (chainageKm >= lowKm && chainageKm <= lengthKm) return;
    throw new RangeError(
      `Point ${i + 1} of the width profile lies at ${chainageKm} km: give rising chainages from 0 to ${lengthKm} km.`
    );
  });
}

/** A zone's stretches in order, those that overlap or adjoin made one; the whole line if none. */
export function stretchesOf({ stretches }: Zone, lengthKm: number): Stretch[] {
  return mergeStretches(stretches ?? [{ fromKm: 0, toKm: lengthKm }]);
}

/** Stretches in order, those that overlap or adjoin made one. */
export function mergeStretches(stretches: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const { fromKm, toKm } of stretches.toSorted((a, b) => a.fromKm - b.fromKm)) {
    const last = merged[merged.length - 1];
    if (last && fromKm <= last.toKm) last.toKm = Math.max(last.toKm, toKm);
    else merged.push({ fromKm, toKm });
  }
  return merged;
}

/** An interval of chainage in km. */
export interface Stretch {
  fromKm: number;
  toKm: number;
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
}

/** The widest zone, in km a side, that the engine answers for. */
export const WIDEST_KM = 100;
/** The narrowest zone that is not none: narrower ones lie within the line's own uncertainty. */
export const NARROWEST_KM = 0.1;

/** Throws a RangeError that says what is wrong unless the zone can lie on a line of this length. */
export function requireZone(zone: Zone, lengthKm: number): void {
  requireWidth(zone.afghanKm, 'Afghan');
  requireWidth(zone.pakistanKm, 'Pakistani');
  for (const { fromKm, toKm } of zone.stretches ?? []) {
    if (fromKm >= 0 && fromKm < toKm && toKm <= lengthKm) continue;
    throw new RangeError(
      `The stretch runs from ${fromKm} to ${toKm} km: it must begin before it ends, within 0 to ${lengthKm} km.`
    );
  }
}

function requireWidth(km: number, side: string): void {
  if (km === 0 || (km >= NARROWEST_KM && km <= WIDEST_KM)) return;
  throw new RangeError(
    `The width on the ${side} side is ${km} km: give 0, or ${NARROWEST_KM} to ${WIDEST_KM} km.`
  );
}

/** A zone's stretches in order, those that overlap or adjoin made one; the whole line if none. */
export function stretchesOf({ stretches }: Zone, lengthKm: number): Stretch[] {
  const ordered = (stretches ?? [{ fromKm: 0, toKm: lengthKm }]).slice();
  ordered.sort((a, b) => a.fromKm - b.fromKm);
  const merged: Stretch[] = [];
  for (const { fromKm, toKm } of ordered) {
    const last = merged[merged.length - 1];
    if (last && fromKm <= last.toKm) last.toKm = Math.max(last.toKm, toKm);
    else merged.push({ fromKm, toKm });
  }
  return merged;
}

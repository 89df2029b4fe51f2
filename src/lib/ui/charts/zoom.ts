import type { Stretch } from '../../zones/zone';

/** The shortest part of the line that a chart shows, in km. */
export const SHORTEST_KM = 10;

/** What of the strip is moved: one of the ends, or all of it. */
export type Grip = 'from' | 'both' | 'to';

/** A shown stretch with one end, or all of it, moved by so much, kept on the line. */
export function moved(stretch: Stretch, grip: Grip, byKm: number, lengthKm: number): Stretch {
  const { fromKm, toKm } = stretch;
  const within = (km: number, low: number, high: number) => Math.min(high, Math.max(low, km));
  const shortest = Math.min(SHORTEST_KM, lengthKm);
  if (grip === 'from') return { fromKm: within(fromKm + byKm, 0, toKm - shortest), toKm };
  if (grip === 'to') return { fromKm, toKm: within(toKm + byKm, fromKm + shortest, lengthKm) };
  const by = within(byKm, -fromKm, lengthKm - toKm);
  return { fromKm: fromKm + by, toKm: toKm + by };
}

/** Whether a stretch is the whole line, but for the dust of floating point. */
export function isWhole({ fromKm, toKm }: Stretch, lengthKm: number): boolean {
  return fromKm < 1e-6 && toKm > lengthKm - 1e-6;
}

/** A stretch of the same length around a chainage, kept on the line. */
export function centredOn(
  { fromKm, toKm }: Stretch,
  chainageKm: number,
  lengthKm: number
): Stretch {
  return moved({ fromKm, toKm }, 'both', chainageKm - (fromKm + toKm) / 2, lengthKm);
}

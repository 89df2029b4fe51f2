import {
  mergeStretches,
  NARROWEST_KM,
  stretchesOf,
  type Stretch,
  type WidthsAt,
  type Zone
} from './zone';

type Side = 'afghanKm' | 'pakistanKm';
const SIDES: readonly Side[] = ['afghanKm', 'pakistanKm'];

/**
 * What two zones of a line of some length have in common, which is a zone again: on each side the
 * lesser of both widths at every chainage, where both have a stretch and may lie, without what either
 * leaves out, and flat if either is. So its footprint is as exact as any, and what only one of them
 * covers is that one's area less the overlap's. Null if they have no stretch, side, width or province
 * in common; what circles leave of the rest may still be nothing.
 */
export function overlapOf(a: Zone, b: Zone, lengthKm: number): Zone | null {
  const stretches = commonStretches(stretchesOf(a, lengthKm), stretchesOf(b, lengthKm));
  const provinces = commonProvinces(a, b);
  const profile = a.profile || b.profile ? lesserProfile(a, b) : undefined;
  const widths = profile ? greatestOf(profile, stretches) : lesserOf(a, b);
  if (widths.afghanKm === 0 && widths.pakistanKm === 0) return null;
  if (stretches.length === 0 || provinces === null) return null;
  const keepOut = [...(a.keepOut ?? []), ...(b.keepOut ?? [])];
  return {
    ...widths,
    stretches,
    caps: a.caps === 'round' && b.caps === 'round' ? 'round' : 'flat',
    ...(profile && { profile }),
    ...(keepOut.length > 0 && { keepOut }),
    ...(provinces.length > 0 && { provinces })
  };
}

function commonStretches(a: readonly Stretch[], b: readonly Stretch[]): Stretch[] {
  const common = a.flatMap((one) =>
    b.map((other) => ({
      fromKm: Math.max(one.fromKm, other.fromKm),
      toKm: Math.min(one.toKm, other.toKm)
    }))
  );
  return mergeStretches(common.filter(({ fromKm, toKm }) => fromKm < toKm));
}

/** The provinces that both may lie in, none standing for all; null if there is no such province. */
function commonProvinces(
  { provinces: a = [] }: Zone,
  { provinces: b = [] }: Zone
): string[] | null {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const common = a.filter((id) => b.includes(id));
  return common.length > 0 ? common : null;
}

function lesserOf(a: Record<Side, number>, b: Record<Side, number>): Record<Side, number> {
  return {
    afghanKm: Math.min(a.afghanKm, b.afghanKm),
    pakistanKm: Math.min(a.pakistanKm, b.pakistanKm)
  };
}

/** The lesser widths all along: with the points of both, and those where one falls below the other. */
function lesserProfile(a: Zone, b: Zone): WidthsAt[] {
  const known = [...(a.profile ?? []), ...(b.profile ?? [])].map(({ chainageKm }) => chainageKm);
  const given = [...new Set(known)].sort((x, y) => x - y);
  const crossings = given.slice(1).flatMap((toKm, i) => crossingsBetween(a, b, given[i], toKm));
  const chainages = [...new Set([...given, ...crossings])].sort((x, y) => x - y);
  return chainages.flatMap((chainageKm) => {
    const before = lesserOf(widthsBefore(a, chainageKm), widthsBefore(b, chainageKm));
    const from = lesserOf(widthsFrom(a, chainageKm), widthsFrom(b, chainageKm));
    const jumps = SIDES.some((side) => before[side] !== from[side]);
    return jumps
      ? [
          { chainageKm, ...before },
          { chainageKm, ...from }
        ]
      : [{ chainageKm, ...from }];
  });
}

/** Where, between two points with none in between, a side's widths of two zones are the same. */
function crossingsBetween(a: Zone, b: Zone, fromKm: number, toKm: number): number[] {
  const [a0, b0] = [widthsFrom(a, fromKm), widthsFrom(b, fromKm)];
  const [a1, b1] = [widthsBefore(a, toKm), widthsBefore(b, toKm)];
  return SIDES.flatMap((side) => {
    const [before, after] = [a0[side] - b0[side], a1[side] - b1[side]];
    return before * after < 0 ? fromKm + (before / (before - after)) * (toKm - fromKm) : [];
  });
}

/** The widths at a chainage as they go on from there, and as they have come to there. */
const widthsFrom = (zone: Zone, km: number) => widthsAt(zone, (chainageKm) => chainageKm > km, km);
const widthsBefore = (zone: Zone, km: number) =>
  widthsAt(zone, (chainageKm) => chainageKm >= km, km);

/** Between the first point for which `isAfter` holds and the one before it. */
function widthsAt(
  { profile, afghanKm, pakistanKm }: Zone,
  isAfter: (chainageKm: number) => boolean,
  km: number
): Record<Side, number> {
  if (!profile) return { afghanKm, pakistanKm };
  const next = profile.findIndex(({ chainageKm }) => isAfter(chainageKm));
  const after = next < 0 ? profile[profile.length - 1] : profile[next];
  const before = next > 0 ? profile[next - 1] : after;
  const spanKm = after.chainageKm - before.chainageKm;
  const share = spanKm > 0 ? (km - before.chainageKm) / spanKm : 0;
  const at = (side: Side) => before[side] + share * (after[side] - before[side]);
  return { afghanKm: at('afghanKm'), pakistanKm: at('pakistanKm') };
}

/** The greatest width of each side on stretches, 0 where there is none. */
function greatestOf(profile: WidthsAt[], stretches: readonly Stretch[]): Record<Side, number> {
  const zone = { afghanKm: 0, pakistanKm: 0, profile };
  const all = stretches.flatMap(({ fromKm, toKm }) => [
    widthsFrom(zone, fromKm),
    widthsBefore(zone, toKm),
    ...profile.filter(({ chainageKm }) => chainageKm > fromKm && chainageKm < toKm)
  ]);
  const greatest = (side: Side) => {
    const km = Math.max(0, ...all.map((widths) => widths[side]));
    return km < NARROWEST_KM ? 0 : km;
  };
  return { afghanKm: greatest('afghanKm'), pakistanKm: greatest('pakistanKm') };
}

import type { Border } from '../border/border';
import { distanceKm } from '../geodesy/geodesic';
import type { LonLat } from '../geodesy/position';
import type { ZoneCountries } from './countries';
import { createZoneMembership, type Certainty } from './membership';
import { handOf, type ZoneProvince } from './provinces';
import { widthsOf } from './widths';
import { stretchesOf, type Zone } from './zone';

/** Positions in columns, with what is known of each already. */
export interface StationedRows {
  /** lon, lat, lon, lat … */
  lonLat: Float64Array;
  /** Of the foot, to 0.5 m; NaN for a row that is nowhere. */
  chainageKm: Float32Array;
  offsetKm: Float32Array;
  /** Index into `territories`. */
  territory: Uint16Array;
  territories: readonly { id: string; country: string }[];
}

/** Nearer than this to where the answer changes, a position itself is asked and not its columns. */
const CLOSE_KM = 2e-3;
const KM_PER_DEGREE = 110.5;
const ROWS_A_STEP = 5_000;

/** Tells of whole tables what a zone holds. */
export interface RowMembership {
  /** 1 for each row in the zone, by the same definition as `createZoneMembership`'s `contains`. */
  inside(rows: StationedRows): Uint8Array;
  /**
   * What `certainty` says of each row for its radius in km (NaN counts as 0), as an index into
   * `CERTAINTIES`; in steps that yield the share that is done. Rows at one place that follow each
   * other in `order` cost one look.
   */
  certainties(
    rows: StationedRows,
    radiusKm: Float32Array,
    order: Uint32Array
  ): Generator<number, Uint8Array>;
}

export const CERTAINTIES: readonly Certainty[] = ['outside', 'inside', 'uncertain'];

/** Prepares it for one zone; throws as `createZoneMembership` does, whose arguments these are. */
export function createRowMembership(
  border: Border,
  zone: Zone,
  countries?: ZoneCountries,
  provinces: readonly ZoneProvince[] = []
): RowMembership {
  const membership = createZoneMembership(border, zone, countries, provinces);
  const widths = [widthsOf(zone, 1), widthsOf(zone, -1)];
  const stretches = stretchesOf(zone, border.lengthKm);
  const keepOut = (zone.keepOut ?? []).map(createCircle);
  const grounds = groundsOf(zone, countries !== undefined, provinces);
  const limits = [0, border.lengthKm, ...stretches.flatMap(({ fromKm, toKm }) => [fromKm, toKm])];

  const isNearLimit = (km: number) => limits.some((limit) => Math.abs(km - limit) < CLOSE_KM);
  const isAlong = (km: number) => stretches.some(({ fromKm, toKm }) => km >= fromKm && km <= toKm);

  /** Whether an offset is within the width at a chainage; undefined where that is too close to call. */
  function isWithin(side: number, km: number, awayKm: number): boolean | undefined {
    const { at } = widths[side];
    const within = awayKm <= at(km);
    const holds = (widthKm: number) =>
      within ? awayKm <= widthKm - CLOSE_KM : awayKm >= widthKm + CLOSE_KM;
    // The width itself is 0, or changes little, within the chainage's own error.
    const same = [km - CLOSE_KM, km, km + CLOSE_KM].every((near) => holds(at(near)));
    return same ? within : undefined;
  }

  function inside(rows: StationedRows): Uint8Array {
    const { lonLat, chainageKm, offsetKm, territory, territories } = rows;
    const allowed = grounds.map(
      (holds) => holds && Uint8Array.from(territories, (one) => (holds(one) ? 1 : 0))
    );
    const found = new Uint8Array(chainageKm.length);
    for (let row = 0; row < found.length; row++) {
      const km = chainageKm[row];
      const awayKm = Math.abs(offsetKm[row]);
      if (!(awayKm <= WIDEST_LOOK_KM)) continue;
      const side = offsetKm[row] > 0 ? 0 : 1;
      const within = awayKm < CLOSE_KM || isNearLimit(km) ? undefined : isWithin(side, km, awayKm);
      if (within === undefined) {
        const position: LonLat = [lonLat[2 * row], lonLat[2 * row + 1]];
        if (membership.contains(position)) found[row] = 1;
        continue;
      }
      if (!within || !isAlong(km) || allowed[side]?.[territory[row]] === 0) continue;
      if (keepOut.some((holds) => holds(lonLat[2 * row], lonLat[2 * row + 1]))) continue;
      found[row] = 1;
    }
    return found;
  }

  function* certainties(
    rows: StationedRows,
    radiusKm: Float32Array,
    order: Uint32Array
  ): Generator<number, Uint8Array> {
    const found = inside(rows);
    const { lonLat, offsetKm } = rows;
    let last = -1;
    for (let i = 0; i < order.length; i++) {
      const row = order[i];
      if (i % ROWS_A_STEP === 0) yield i / order.length;
      const reachKm = radiusKm[row];
      if (!(reachKm > 0) || isFarOff(offsetKm[row], reachKm)) continue;
      const isSame =
        last >= 0 &&
        lonLat[2 * row] === lonLat[2 * last] &&
        lonLat[2 * row + 1] === lonLat[2 * last + 1] &&
        reachKm === radiusKm[last];
      const position: LonLat = [lonLat[2 * row], lonLat[2 * row + 1]];
      found[row] = isSame
        ? found[last]
        : CERTAINTIES.indexOf(membership.certainty(position, reachKm));
      last = row;
    }
    return found;
  }

  /** Whether all that is so near to a position is farther from the line than the zone reaches. */
  function isFarOff(offsetKm: number, reachKm: number): boolean {
    if (Number.isNaN(offsetKm)) return true;
    const [own, other] = offsetKm > 0 ? widths : widths.toReversed();
    const awayKm = Math.abs(offsetKm);
    return awayKm - own.greatestKm > reachKm && (other.greatestKm === 0 || awayKm > reachKm);
  }

  return { inside, certainties };
}

/** Farther than any zone reaches. */
const WIDEST_LOOK_KM = 101;

type Holds = (territory: { id: string; country: string }) => boolean;

/** Where each side of a zone may lie, as `createZoneMembership` has it; null if anywhere. */
function groundsOf(
  zone: Zone,
  hasCountries: boolean,
  provinces: readonly ZoneProvince[]
): (Holds | null)[] {
  const named = zone.provinces ?? [];
  return ([1, -1] as const).map((hand) => {
    if (named.length === 0) {
      if (!hasCountries || zone.caps === 'round') return null;
      return ({ country }) => country === (hand > 0 ? 'AF' : 'PK');
    }
    const own = provinces
      .filter(({ id, country }) => handOf(country) === hand && named.includes(id))
      .map(({ id }) => id);
    return ({ id }) => own.includes(id);
  });
}

/** Tells whether a circle holds a position; most are told by a box around it. */
function createCircle({ at, radiusKm }: { at: LonLat; radiusKm: number }) {
  const reachLat = (1.02 * radiusKm) / KM_PER_DEGREE;
  const reachLon = reachLat / Math.cos((Math.abs(at[1]) + reachLat) * (Math.PI / 180));
  return (lon: number, lat: number): boolean =>
    Math.abs(lat - at[1]) <= reachLat &&
    Math.abs(lon - at[0]) <= reachLon &&
    distanceKm([lon, lat], at) < radiusKm;
}

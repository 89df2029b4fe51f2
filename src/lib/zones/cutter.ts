import type { Border } from '../border/border';
import { kept } from '../geodesy/kept';
import type { Projection } from '../geodesy/projection';
import type { Hand } from './cells';
import { clipOutline, type Region } from './clip';
import { countryRegions, type ZoneCountries } from './countries';
import { createFrontiers } from './frontier';
import { aroundCircle } from './keep-out';
import { createLinePath } from './line-path';
import { runPaths } from './ring-path';
import type { OutlineRing } from './outline';
import type { PlaneLine } from './plane-line';
import { provinceRegions, type ZoneProvince } from './provinces';
import type { KeepOut, Zone } from './zone';

/** Cuts the outline of one side of a zone to where the zone may be. */
export interface Cutter {
  /** The outline without the circles that the zone leaves out; ask for this first. */
  withoutCircles(rings: readonly OutlineRing[], zone: Zone): readonly OutlineRing[];
  /**
   * The part in the zone's provinces, if it names any, else in the side's own country; with round
   * ends and no provinces all of it.
   */
  ownPart(rings: readonly OutlineRing[], zone: Zone, hand: Hand): readonly OutlineRing[];
  /** What `ownPart` leaves out in other countries, of a zone that is not limited to provinces. */
  foreignParts(
    rings: readonly OutlineRing[],
    zone: Zone
  ): { country: string; rings: OutlineRing[] }[];
  /** The part in one province; none if it lies on the other side. */
  partIn(rings: readonly OutlineRing[], province: string, hand: Hand): OutlineRing[];
}

/** The circles of a few zones are kept, since they stay while a width changes. */
const RECENT_CIRCLES = 100;

export function createCutter(
  border: Border,
  line: PlaneLine,
  projection: Projection,
  reachKm: number,
  countries: ZoneCountries | undefined,
  provinces: readonly ZoneProvince[]
): Cutter {
  const frontiers = createFrontiers(border, line, projection);
  const { own, others } = countries
    ? countryRegions(countries, frontiers, projection)
    : { own: undefined, others: [] };
  const regionOf = provinceRegions(provinces, frontiers, projection);
  const linePath = createLinePath(line);
  const circles = new Map<string, Region>();

  /** Kept, since one ring is cut to several regions. */
  const pathsOf = kept((ring: OutlineRing) => runPaths(ring, linePath));

  /** The regions around circles, each once. */
  function around(keepOut: readonly KeepOut[]): Region[] {
    const distinct = new Map(keepOut.map((it) => [[...it.at, it.radiusKm].join(' '), it]));
    return [...distinct].map(([key, circle]) => aroundOne(key, circle));
  }

  function aroundOne(key: string, circle: KeepOut): Region {
    const region = circles.get(key) ?? aroundCircle(circle, border, projection, reachKm);
    circles.set(key, region);
    if (circles.size > RECENT_CIRCLES) circles.clear();
    return region;
  }

  const clip = (rings: readonly OutlineRing[], region: Region | null | undefined) =>
    region ? clipOutline(rings, region, pathsOf) : [];
  const isLimited = ({ provinces = [] }: Zone) => provinces.length > 0;

  return {
    withoutCircles: (rings, { keepOut = [] }) => around(keepOut).reduce(clip, rings),
    ownPart(rings, zone, hand) {
      if (isLimited(zone)) return clip(rings, regionOf(zone.provinces ?? [], hand));
      return own && zone.caps !== 'round' ? clip(rings, own[hand]) : rings;
    },
    foreignParts(rings, zone) {
      if (isLimited(zone) || zone.caps === 'round') return [];
      return others
        .map(({ country, region }) => ({ country, rings: clip(rings, region) }))
        .filter((part) => part.rings.length > 0);
    },
    partIn: (rings, province, hand) => clip(rings, regionOf([province], hand))
  };
}

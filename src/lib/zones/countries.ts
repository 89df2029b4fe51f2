import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import type { Border } from '../border/border';
import type { Projection } from '../geodesy/projection';
import type { Hand } from './cells';
import { clipOutline } from './clip';
import type { BoxedPath } from './crossings';
import { frontierOf, requireSharedLine } from './frontier';
import { isCurve, type OutlineRing } from './outline';
import type { PlaneLine } from './plane-line';

type Outline = Polygon | MultiPolygon;

/** The countries that a zone can reach. The line's two must share its vertices. */
export interface ZoneCountries {
  afghanistan: Outline;
  pakistan: Outline;
  /** Neighbours, to tell what is cut off in which. */
  others?: { country: string; geometry: Outline }[];
}

/** Cuts outlines along the frontiers of countries. */
export interface CountryCutter {
  /** The part of one side's outline that lies in that side's own country. */
  ownPart(rings: readonly OutlineRing[], hand: Hand): OutlineRing[];
  /** The parts of an outline in other countries, where there are any. */
  foreignParts(rings: readonly OutlineRing[]): { country: string; rings: OutlineRing[] }[];
}

export function createCountryCutter(
  { afghanistan, pakistan, others = [] }: ZoneCountries,
  border: Border,
  line: PlaneLine,
  projection: Projection,
  reachKm: number
): CountryCutter {
  const area = (geometry: Outline) => ({
    geometry,
    frontier: frontierOf(geometry, border, line, projection, reachKm)
  });
  requireSharedLine(afghanistan, 'Afghanistan', border);
  requireSharedLine(pakistan, 'Pakistan', border);
  const own = { '1': area(afghanistan), '-1': area(pakistan) };
  const foreign = others
    .map(({ country, geometry }) => ({ country, ...area(geometry) }))
    .filter(({ frontier }) => frontier.length > 0);

  function partIn(
    rings: readonly OutlineRing[],
    { geometry, frontier }: { geometry: Outline; frontier: BoxedPath[] },
    holdsLine: boolean
  ): OutlineRing[] {
    return clipOutline(rings, frontier, (ring) => {
      const [run] = ring;
      if (!isCurve(run)) return holdsLine;
      return booleanPointInPolygon(projection.inverse(run.x[0], run.y[0]), geometry);
    });
  }

  return {
    ownPart: (rings, hand) => partIn(rings, own[hand], true),
    foreignParts: (rings) =>
      foreign
        .map(({ country, ...there }) => ({ country, rings: partIn(rings, there, false) }))
        .filter((part) => part.rings.length > 0)
  };
}

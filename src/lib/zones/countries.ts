import type { Projection } from '../geodesy/projection';
import { createWithin } from '../geodesy/within';
import type { Hand } from './cells';
import type { Region } from './clip';
import type { Frontiers } from './frontier';
import type { Territory } from './territory';

/** The countries that a zone can reach. The line's two must share its vertices. */
export interface ZoneCountries {
  afghanistan: Territory;
  pakistan: Territory;
  /** Neighbours, to tell what is cut off in which. */
  others?: { country: string; geometry: Territory }[];
}

/** The countries as regions that outlines are cut to. */
export interface CountryRegions {
  /** The country on a hand of the line. */
  own: Record<Hand, Region>;
  /** The others within reach. */
  others: { country: string; region: Region }[];
}

/** Throws an Error unless the line's two countries share the ends of the line as vertices. */
export function countryRegions(
  { afghanistan, pakistan, others = [] }: ZoneCountries,
  frontiers: Frontiers,
  projection: Projection
): CountryRegions {
  requireSharedLine(afghanistan, 'Afghanistan', frontiers);
  requireSharedLine(pakistan, 'Pakistan', frontiers);
  const region = (territory: Territory, hand: Hand) =>
    territoryRegion([territory], hand, frontiers, projection);
  return {
    own: { [1]: region(afghanistan, 1), [-1]: region(pakistan, -1) },
    others: others
      .map(({ country, geometry }) => ({ country, region: region(geometry, 1) }))
      .filter((other) => other.region.edge.length > 0)
  };
}

/** Territories that adjoin each other as one region on a hand of the line. */
export function territoryRegion(
  territories: readonly Territory[],
  hand: Hand,
  frontiers: Frontiers,
  projection: Projection
): Region {
  const holding = territories.map(createWithin);
  return {
    edge: frontiers.around(territories, hand),
    contains(x, y) {
      const position = projection.inverse(x, y);
      return holding.some((holds) => holds(position));
    }
  };
}

function requireSharedLine(territory: Territory, name: string, frontiers: Frontiers): void {
  if (frontiers.shareLineEnds(territory)) return;
  throw new Error(`The outline of ${name} does not share the ends of the line as vertices.`);
}

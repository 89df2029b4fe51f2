import { createBorder, type Border } from '../../border/border';
import { readBorders, zoneCountries, zoneProvinces } from '../../geodata/borders';
import type { LonLat } from '../../geodesy/position';
import { createTerritories, noTerritories, type Territories } from '../../incidents/territories';
import { createRowMembership, type RowMembership } from '../../zones/row-membership';
import type { Zone } from '../../zones/zone';

/** What incidents are located on. */
export interface Ground {
  border: Border;
  line: readonly LonLat[];
  territories: Territories;
  /** Tells one ground from another, so that kept stations are known to be of this one. */
  key: string;
  membership(zone: Zone): RowMembership;
}

/** Throws when the borders' file, if there is one, does not belong to the line. */
export function createGround(line: readonly LonLat[], bordersFile: unknown): Ground {
  const border = createBorder(line);
  const borders = bordersFile ? readBorders(bordersFile, line) : null;
  const territories = borders
    ? createTerritories(borders.countries, borders.provinces)
    : noTerritories;
  const countries = borders ? zoneCountries(borders) : undefined;
  const provinces = borders ? zoneProvinces(borders) : [];
  return {
    border,
    line,
    territories,
    key: `${line.length} ${border.lengthKm} ${territories.list.map(({ id }) => id).join()}`,
    membership: (zone) => createRowMembership(border, zone, countries, provinces)
  };
}

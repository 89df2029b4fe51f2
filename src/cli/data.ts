import { readFileSync } from 'node:fs';
import { createBorder, type Border } from '../lib/border/border';
import { readBorders, zoneCountries, zoneProvinces } from '../lib/geodata/borders';
import { catalogEntry } from '../lib/geodata/catalog';
import { readLine } from '../lib/geodata/lines';
import type { LonLat } from '../lib/geodesy/position';
import { createTerritories } from '../lib/incidents/territories';
import type { ZoneCountries, ZoneProvince } from '../lib/zones/engine';

/** A file of geodata/, by its id in the catalog. */
function geodata(id: string): unknown {
  const file = new URL(`../../geodata/files/${catalogEntry(id).file}`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

export function loadLine(): LonLat[] {
  return readLine(geodata('line-osm-2026'));
}

export function loadBorder(): Border {
  return createBorder(loadLine());
}

/** The countries and provinces that zones along a line can reach. */
export function loadTerritories(line: readonly LonLat[]): {
  countries: ZoneCountries;
  provinces: ZoneProvince[];
} {
  const borders = readBorders(geodata('borders'), line);
  return { countries: zoneCountries(borders), provinces: zoneProvinces(borders) };
}

/** The countries and provinces for zones, and to tell in which an incident lies. */
export function loadBorders(line: readonly LonLat[]) {
  const borders = readBorders(geodata('borders'), line);
  return {
    countries: zoneCountries(borders),
    provinces: zoneProvinces(borders),
    territories: createTerritories(borders.countries, borders.provinces)
  };
}

/** Who is to be named where a part of the line is passed on. */
export function lineAttribution(): string {
  const { attribution, licence } = catalogEntry('line-osm-2026');
  return `${attribution} (${licence.name})`;
}

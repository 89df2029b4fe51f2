import { expose } from 'comlink';
import { createBorder, type Border } from '../border/border';
import { territoryIndex, type Territory } from '../border/territory';
import { ticks } from '../border/ticks';
import { zoneCountries, zoneProvinces } from '../geodata/borders';
import type { LonLat } from '../geodesy/position';
import { createZoneEngine, type ZoneCountries, type ZoneEngine } from '../zones/engine';
import type { ZoneProvince } from '../zones/provinces';
import type { Engine } from './protocol';

let border: Border | null = null;
let countries: ZoneCountries | undefined;
let provinces: ZoneProvince[] = [];
/** Made at the first zone asked for, so that it is prepared once and with the countries. */
let zones: ZoneEngine | null = null;
let territoryAt: (position: LonLat) => Territory | null = () => null;

function known<T>(thing: T | null): T {
  if (thing === null) throw new Error('The line has not been given to the engine yet.');
  return thing;
}

const engine: Engine = {
  setLine(line) {
    border = createBorder(line);
    zones = null;
    return { lengthKm: border.lengthKm, ticks: ticks(border) };
  },
  setBorders(borders) {
    countries = zoneCountries(borders);
    provinces = zoneProvinces(borders);
    territoryAt = territoryIndex(borders.countries, borders.provinces);
    zones = null;
  },
  locate(position) {
    return {
      position,
      station: known(border).station(position),
      territory: territoryAt(position)
    };
  },
  footprint(zone, toleranceKm) {
    zones ??= createZoneEngine(known(border), countries, provinces);
    return zones.footprint(zone, toleranceKm === undefined ? {} : { toleranceKm });
  }
};

expose(engine);

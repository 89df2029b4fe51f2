import { expose } from 'comlink';
import type { MultiPolygon } from 'geojson';
import { createBorder, type Border } from '../border/border';
import { stationPath } from '../border/stationed-path';
import { territoryIndex, type Territory } from '../border/territory';
import { ticks } from '../border/ticks';
import { readPolygons } from '../formats/polygons';
import { readBorders, zoneCountries, zoneProvinces } from '../geodata/borders';
import { areaKm2 } from '../geodesy/area';
import type { LonLat } from '../geodesy/position';
import { gazetteer } from '../texts/gazetteer';
import type { Place } from '../texts/schema';
import { createZoneEngine, type ZoneCountries, type ZoneEngine } from '../zones/engine';
import type { ZoneProvince } from '../zones/provinces';
import type { Zone } from '../zones/zone';
import type { Settlement } from '../geodata/settlements';
import { findingCalls } from './findings';
import { comparisonPolygons, figuresOf, overlapAreas, type Ground } from './analysis';
import { lociCalls } from './loci';
import { Measurer } from './measurer';
import type { Engine } from './protocol';

let border: Border | null = null;
let line: readonly LonLat[] = [];
let countries: ZoneCountries | undefined;
let provinces: ZoneProvince[] = [];
let settlements: readonly Settlement[] = [];
let places: readonly Place[] = gazetteer.places;
/** Made at the first zone asked for, so that it is prepared once and with the countries. */
let zones: ZoneEngine | null = null;
/** Made at the first cut asked for; anew with other zones. */
let measurer: Measurer | null = null;
const shapes = new Map<string, MultiPolygon>();
let territoryAt: (position: LonLat) => Territory | null = () => null;

function known<T>(thing: T | null): T {
  if (thing === null) throw new Error('The line has not been given to the engine yet.');
  return thing;
}

function zoneEngine(): ZoneEngine {
  return (zones ??= createZoneEngine(known(border), countries, provinces));
}

function measuring(): Measurer {
  const footprint = (zone: Zone) => zoneEngine().flatFootprint(zone);
  return (measurer ??= new Measurer(known(border), footprint, shapes));
}

function ground(): Ground {
  return { border: known(border), zones: zoneEngine(), countries, provinces, settlements, places };
}

const engine: Engine = {
  ...lociCalls(ground),
  ...findingCalls(ground, (position) => territoryAt(position)),
  setLine(given) {
    line = given;
    border = createBorder(line);
    zones = measurer = null;
    return { lengthKm: border.lengthKm, ticks: ticks(border) };
  },
  setBorders(file) {
    const borders = readBorders(file, line);
    countries = zoneCountries(borders);
    provinces = zoneProvinces(borders);
    territoryAt = territoryIndex(borders.countries, borders.provinces);
    zones = measurer = null;
  },
  locate(position) {
    return {
      position,
      station: known(border).station(position),
      territory: territoryAt(position)
    };
  },
  footprint(zone, toleranceKm) {
    return zoneEngine().flatFootprint(zone, toleranceKm === undefined ? {} : { toleranceKm });
  },

  readShape(text, fileName) {
    const read = readPolygons(text, fileName);
    return { ...read, areaKm2: areaKm2(read.polygons) };
  },
  setShape(id, polygons) {
    if (polygons) shapes.set(id, polygons);
    else shapes.delete(id);
  },
  crossSection: (target, chainageKm) => measuring().crossSection(target, chainageKm),
  widthProfile: (request, onProgress) => measuring().widthProfile(request, onProgress),
  giveUpProfile: () => measurer?.giveUpProfile(),
  setSettlements(given) {
    settlements = given;
  },
  setPlaces(given) {
    places = given;
  },
  figures: (zone) => figuresOf(ground(), zone),
  overlap: (base, other) => overlapAreas(ground(), base, other),
  comparison: (base, other, toleranceKm) => comparisonPolygons(ground(), base, other, toleranceKm),
  measurePath: (positions) => stationPath(known(border), positions)
};

expose(engine);

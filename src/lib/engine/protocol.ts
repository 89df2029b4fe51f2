import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { Station } from '../border/station';
import type { Territory } from '../border/territory';
import type { Tick } from '../border/ticks';
import type { Borders } from '../geodata/borders';
import type { LonLat } from '../geodesy/position';
import type { Footprint } from '../zones/footprint';
import type { Zone } from '../zones/zone';

/** A position with all that the line and the provinces tell of it. */
export interface Located {
  position: LonLat;
  station: Station;
  territory: Territory | null;
}

export interface LineFacts {
  lengthKm: number;
  ticks: Tick[];
}

export type Area = Feature<Polygon | MultiPolygon>;

/** What the worker can be asked; every call is answered off the main thread. */
export interface Engine {
  /** Takes the line; until then nothing else can be asked. */
  setLine(line: readonly LonLat[]): LineFacts;
  /** Takes the provinces and countries, for `locate` and to cut zones off at third countries. */
  setBorders(borders: Borders): void;
  locate(position: LonLat): Located;
  /**
   * The zone's footprint, thinned to `toleranceKm` where that is given (while a slider moves) and
   * exact otherwise.
   */
  footprint(zone: Zone, toleranceKm?: number): Footprint;
}

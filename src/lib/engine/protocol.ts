import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { Settlement } from '../geodata/settlements';
import type { Figures } from './analysis';
import type { LociCalls } from './loci';
import type { FindingCalls } from './findings';
import type { Station } from '../border/station';
import type { StationedPath } from '../border/stationed-path';
import type { Territory } from '../border/territory';
import type { Tick } from '../border/ticks';
import type { ImportedPolygons } from '../formats/polygons';
import type { LonLat } from '../geodesy/position';
import type { Place } from '../texts/schema';
import type { CrossSection } from '../zones/cross-section';
import type { FlatFootprint } from '../zones/footprint';
import type { WidthProfile } from '../zones/width-profile';
import type { Stretch, Zone } from '../zones/zone';

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

/**
 * What is cut across: a zone, or a shape that the engine was given. `gapKm` is how near to the line
 * a shape's edge counts as the line; see `CutOptions`.
 */
export type Target = { zone: Zone } | { shape: string; gapKm: number };

export interface ProfileRequest {
  target: Target;
  everyKm: number;
  /** Where rows are wanted, by rising chainage. */
  stretches: readonly Stretch[];
}

/** What two zones share, and what only one of them covers. */
export interface Overlap {
  sharedKm2: number;
  onlyBaseKm2: number;
  onlyOtherKm2: number;
}

/** The same to be drawn. */
export interface DrawnComparison {
  onlyBase: MultiPolygon;
  onlyOther: MultiPolygon;
  shared: MultiPolygon;
}

/** What the worker can be asked; every call is answered off the main thread. */
export interface Engine extends LociCalls, FindingCalls {
  /** Takes the line; until then nothing else can be asked. */
  setLine(line: readonly LonLat[]): LineFacts;
  /**
   * Takes the file of provinces and countries, for `locate` and to cut zones off at third countries.
   * Throws when it does not belong to the line.
   */
  setBorders(file: unknown): void;
  locate(position: LonLat): Located;
  /**
   * The zone's footprint, thinned to `toleranceKm` where that is given (while a slider moves) and
   * exact otherwise.
   */
  footprint(zone: Zone, toleranceKm?: number): FlatFootprint;

  /** The shape's polygons as read from a file (see `readPolygons`), with their area. */
  readShape(text: string, fileName: string): ImportedPolygons & { areaKm2: number };
  /** Takes a shape to measure, or forgets it (null). */
  setShape(id: string, polygons: MultiPolygon | null): void;
  crossSection(target: Target, chainageKm: number): CrossSection;
  /**
   * The widths at a step, with the share that is done told meanwhile; null if it was given up, by
   * `giveUpProfile` or because another one was asked for.
   */
  widthProfile(
    request: ProfileRequest,
    onProgress: (share: number) => void
  ): Promise<WidthProfile | null>;
  giveUpProfile(): void;
  /** A path of geodesics measured, and each vertex's station. */
  measurePath(positions: readonly LonLat[]): StationedPath;
  /** Takes the settlements, to tell which lie in a zone. */
  setSettlements(settlements: readonly Settlement[]): void;
  /** Takes the places that the texts speak of, for the same; the gazetteer's until then. */
  setPlaces(places: readonly Place[]): void;
  /** All figures of a zone: by province, widths, what lies inside. Lets other calls through. */
  figures(zone: Zone): Promise<Figures>;
  overlap(base: Zone, other: Zone): Overlap;
  /** What to hatch, true to a tolerance. */
  comparison(base: Zone, other: Zone, toleranceKm: number): DrawnComparison;
}
